import { Button, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useComplaints } from '../ledger/queries.ts'
import { useFiling } from '../notices/queries.ts'
import { useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { ledgerWords as words } from '../words/ledger.ts'

/** Taken in, looked into, answered or referred (Art. 34). */
export function Complaints() {
  const { data } = useComplaints()
  const staff = useStaff()
  const [lawyer, setLawyer] = useState<string>()
  const [about, setAbout] = useState('')
  const name = (id: string | null): string =>
    staff.data?.find((one) => one.id === id)?.name ?? id ?? ''
  const take = useFiling(
    () => good(api.quality.complaints.$post({ json: { lawyer: lawyer ?? '', about } })),
    () => setAbout(''),
  )
  const lawyers = (staff.data ?? []).filter(({ role }) => role === 'lawyer')
  return (
    <section>
      <h2>{words.complaints}</h2>
      {data?.length === 0 && <p className="soft">{words.noComplaints}</p>}
      {data?.map((one) => (
        <article key={one.id}>
          <p>
            <b>{name(one.lawyer)}</b> {one.about}{' '}
            <Tag color={one.state === 'open' ? 'orange' : 'default'}>
              {words.complaintStates[one.state]}
            </Tag>{' '}
            <span className="soft">
              {dateTime(one.at)} {one.finding} {one.referredTo}
            </span>
          </p>
          {one.state === 'open' && <Answer id={one.id} />}
        </article>
      ))}
      <div className="pair">
        <Field name={words.lawyer}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={lawyer}
              onChange={setLawyer}
              options={lawyers.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
        <Field name={words.about}>
          {(id) => (
            <Input id={id} value={about} onChange={({ target }) => setAbout(target.value)} />
          )}
        </Field>
      </div>
      <Button
        disabled={!lawyer || !about.trim()}
        loading={take.isPending}
        onClick={() => take.mutate(undefined)}
      >
        {words.takeComplaint}
      </Button>
    </section>
  )
}

function Answer({ id }: { id: string }) {
  const [finding, setFinding] = useState('')
  const [referredTo, setReferredTo] = useState('')
  const answer = useFiling(() =>
    good(
      api.quality.complaints[':id'].answer.$post({ param: { id }, json: { finding, referredTo } }),
    ),
  )
  return (
    <div className="sent-form">
      <div className="pair">
        <Field name={words.finding}>
          {(field) => (
            <Input id={field} value={finding} onChange={({ target }) => setFinding(target.value)} />
          )}
        </Field>
        <Field name={words.referredTo}>
          {(field) => (
            <Input
              id={field}
              value={referredTo}
              onChange={({ target }) => setReferredTo(target.value)}
            />
          )}
        </Field>
      </div>
      <Button
        disabled={!finding.trim()}
        loading={answer.isPending}
        onClick={() => answer.mutate(undefined)}
      >
        {words.answerIt}
      </Button>
    </div>
  )
}
