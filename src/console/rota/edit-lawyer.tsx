import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { rotaWords as words } from '../words/rota.ts'
import { type Lawyer, useChange } from './queries.ts'

/** A change of status takes a reason; what it leaves empty is said at once. */
export function EditLawyer({ lawyer }: { lawyer: Lawyer }) {
  const [status, setStatus] = useState(lawyer.status)
  const [reason, setReason] = useState('')
  const [trained, setTrained] = useState(lawyer.trained ?? '')
  const [phone, setPhone] = useState(lawyer.phone ?? '')
  const [dialects, setDialects] = useState(lawyer.dialects)
  const change = useChange(
    () =>
      good(
        api.lawyers[':id'].$patch({
          param: { id: lawyer.id },
          json: {
            status,
            trained: trained || null,
            phone: phone || null,
            dialects,
            ...(reason ? { reason } : {}),
          },
        }),
      ),
    () => setReason(''),
  )
  return (
    <>
      <div className="pair">
        <Field name={words.status}>
          {(id) => (
            <Select
              id={id}
              value={status}
              onChange={setStatus}
              style={{ width: '100%' }}
              options={Object.entries(words.statuses).map(([value, label]) => ({
                value: value as Lawyer['status'],
                label,
              }))}
            />
          )}
        </Field>
        <Field name={words.trainedOn}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={trained}
              onChange={(e) => setTrained(e.target.value)}
            />
          )}
        </Field>
        <Field name={words.phone}>
          {(id) => <Input id={id} value={phone} onChange={(e) => setPhone(e.target.value)} />}
        </Field>
        <Field name={words.dialects}>
          {(id) => (
            <Select
              id={id}
              mode="tags"
              value={dialects}
              onChange={setDialects}
              style={{ width: '100%' }}
            />
          )}
        </Field>
      </div>
      {status !== lawyer.status && (
        <Field name={words.statusReason}>
          {(id) => <Input id={id} value={reason} onChange={(e) => setReason(e.target.value)} />}
        </Field>
      )}
      <Button
        type="primary"
        loading={change.isPending}
        disabled={status !== lawyer.status && !reason.trim()}
        onClick={() => change.mutate(undefined)}
      >
        {words.save}
      </Button>
    </>
  )
}
