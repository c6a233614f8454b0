import { Alert, App, AutoComplete, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ApiError, api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { toInput } from '../time.ts'
import { noticeWords as words } from '../words/notices.ts'
import { People } from './people.tsx'
import { useAuthorities, useFiling } from './queries.ts'
import type { Person } from './upload.ts'

const optional = ['caseNumber', 'officer', 'place', 'attachments'] as const
const nobody: Person = { name: '', charge: '', stage: 'investigation' }

/** A notice typed in; where the desk cannot count the days it asks whoever types. */
export function NoticeForm() {
  const [, go] = useLocation()
  const { message } = App.useApp()
  const authorities = useAuthorities()
  const [fields, setFields] = useState<Record<string, string>>({
    receivedOn: toInput(new Date().toISOString()).slice(0, 10),
  })
  const [free, setFree] = useState({ expedited: false, crossRegion: false })
  const [people, setPeople] = useState<Person[]>([nobody])
  const [hand, setHand] = useState(false)
  const set = (name: string, value: string) => setFields((now) => ({ ...now, [name]: value }))
  const of = (name: string): string => fields[name]?.trim() ?? ''
  const add = useFiling(async () => {
    try {
      const made = await good(
        api.notices.$post({
          json: {
            authority: of('authority'),
            number: of('number'),
            receivedOn: of('receivedOn'),
            helpDate: of('helpDate') || null,
            people: people.filter(({ name }) => name.trim() !== ''),
            ...free,
            ...Object.fromEntries(optional.map((name) => [name, of(name)])),
            ...(hand
              ? {
                  byHand: {
                    latestServiceDate: of('latestServiceDate') || null,
                    assignDueDate: of('assignDueDate'),
                  },
                }
              : {}),
          },
        }),
      )
      void message.success(words.saved(made.tasks.length))
      if (made.alike.length > 0) void message.warning(words.alike, 8)
      go(`/notices/${made.id}`)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'calendar_year_missing') throw error
      setHand(true)
    }
  })
  const input = (name: string, label: string, type = 'text') => (
    <Field name={label} key={name}>
      {(id) => (
        <Input
          id={id}
          type={type}
          value={fields[name] ?? ''}
          onChange={({ target }) => set(name, target.value)}
        />
      )}
    </Field>
  )
  const ready =
    of('authority') !== '' &&
    of('number') !== '' &&
    of('receivedOn') !== '' &&
    people.some(({ name }) => name.trim() !== '') &&
    (!hand || of('assignDueDate') !== '')
  return (
    <>
      <p>
        <Link href="/notices">{words.back}</Link>
      </p>
      <h1>{words.add}</h1>
      <div className="pair">
        <Field name={words.authority}>
          {(id) => (
            <AutoComplete
              id={id}
              style={{ width: '100%' }}
              value={fields.authority ?? ''}
              options={(authorities.data ?? []).map(({ name }) => ({ value: name }))}
              onChange={(value: string) => set('authority', value)}
            />
          )}
        </Field>
        {input('number', words.number)}
        {input('receivedOn', words.receivedOn, 'date')}
        {input('helpDate', words.helpDate, 'date')}
      </div>
      <p>
        {(['expedited', 'crossRegion'] as const).map((name) => (
          <Checkbox
            key={name}
            checked={free[name]}
            onChange={({ target }) => setFree((now) => ({ ...now, [name]: target.checked }))}
          >
            {words[name]}
          </Checkbox>
        ))}
      </p>
      <div className="pair">{optional.map((name) => input(name, words[name]))}</div>
      <People people={people} change={setPeople} />
      {hand && (
        <section>
          <Alert type="warning" title={words.handTitle} description={words.handWhy} />
          <div className="pair">
            {input('latestServiceDate', words.latestServiceDate, 'date')}
            {input('assignDueDate', words.assignDueDate, 'date')}
          </div>
        </section>
      )}
      <p>
        <Button
          type="primary"
          disabled={!ready}
          loading={add.isPending}
          onClick={() => add.mutate(undefined)}
        >
          {words.save}
        </Button>
      </p>
    </>
  )
}
