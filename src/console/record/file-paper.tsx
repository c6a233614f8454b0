import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'
import { useFiling } from '../notices/queries.ts'
import { words as common } from '../words/index.ts'
import { recordWords as words } from '../words/record.ts'
import { copyOf, filed, type Given, type Kind, ready } from './filed.ts'

type Control = 'line' | 'text' | 'tick' | 'file' | Record<string, string>

const stage = common.stages

/** What each paper asks for, in order. */
const asked: Record<Kind, [name: string, label: string, control: Control][]> = {
  plea: [
    ['authority', words.authority, 'line'],
    ['person', words.person, 'line'],
    ['willing', words.willing, 'tick'],
    ['knows', words.knows, 'tick'],
  ],
  application: [
    ['person', words.person, 'line'],
    ['grounds', words.grounds, 'text'],
  ],
  opinion: [
    ['authority', words.authority, 'line'],
    ['person', words.person, 'line'],
    ...Object.entries(words.opinionHeads).map(
      ([name, label]) => [name, label, 'text'] as [string, string, Control],
    ),
  ],
  affidavit: [
    ['person', words.person, 'line'],
    ['reference', words.reference, 'line'],
    ['place', words.place, words.places],
    ['outcome', words.outcome, words.outcomes],
    ['objections', words.objections, 'text'],
    ['opinion', words.opinion, 'text'],
    ['copy', words.copy, 'file'],
  ],
  form: [
    ['person', words.person, 'line'],
    ['authority', words.authority, 'line'],
    ['help', words.help, words.serviceNames],
    ['oral', words.oral, 'tick'],
    ['readBack', words.readBack, 'tick'],
  ],
  refusal: [
    ['stage', words.stage, stage],
    ['note', words.note, 'text'],
  ],
}

/** A paper from a talk: its fields, and the desk's own rules when it is filed. */
export function FilePaper({ conversation }: { conversation: string }) {
  const [kind, setKind] = useState<Kind | null>(null)
  const [given, setGiven] = useState<Given>({})
  const { message } = App.useApp()
  const set = (name: string, value: string | boolean) =>
    setGiven((now) => ({ ...now, [name]: value }))
  const file = useFiling(
    (of: Kind) => filed(of, conversation, given),
    () => {
      void message.success(words.saved)
      setKind(null)
      setGiven({})
    },
  )
  const control = (name: string, label: string, type: Control) =>
    type === 'tick' ? (
      <p key={name}>
        <Checkbox
          checked={given[name] === true}
          onChange={({ target }) => set(name, target.checked)}
        >
          {label}
        </Checkbox>
      </p>
    ) : (
      <Field name={label} key={name}>
        {(id) =>
          typeof type === 'object' ? (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={(given[name] as string | undefined) ?? null}
              onChange={(value: string) => set(name, value)}
              options={Object.entries(type).map(([value, text]) => ({ value, label: text }))}
            />
          ) : type === 'file' ? (
            <input
              id={id}
              type="file"
              onChange={async ({ target }) => set(name, await copyOf(target.files?.[0]))}
            />
          ) : type === 'text' ? (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 10 }}
              value={(given[name] as string | undefined) ?? ''}
              onChange={({ target }) => set(name, target.value)}
            />
          ) : (
            <Input
              id={id}
              value={(given[name] as string | undefined) ?? ''}
              onChange={({ target }) => set(name, target.value)}
            />
          )
        }
      </Field>
    )
  return (
    <section>
      <Field name={words.file}>
        {(id) => (
          <Select
            id={id}
            allowClear
            style={{ width: '100%' }}
            value={kind}
            onChange={(to: Kind | undefined) => setKind(to ?? null)}
            options={Object.entries(words.kinds).map(([value, label]) => ({
              value: value as Kind,
              label,
            }))}
          />
        )}
      </Field>
      {kind && (
        <>
          {asked[kind].map(([name, label, type]) => control(name, label, type))}
          <Button
            type="primary"
            disabled={!ready(kind, given)}
            loading={file.isPending}
            onClick={() => file.mutate(kind)}
          >
            {words.save}
          </Button>
        </>
      )}
    </section>
  )
}
