import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { rotaWords as words } from '../words/rota.ts'
import { type Lawyer, useChange } from './queries.ts'

const full = { width: '100%' }

/** One entry of the register. A change of status takes a reason; what it leaves empty is said at once. */
export function EditLawyer({ lawyer }: { lawyer: Lawyer }) {
  const [row, setRow] = useState(lawyer)
  const [reason, setReason] = useState('')
  const set = (change: Partial<Lawyer>): void => setRow({ ...row, ...change })
  const moved = row.status !== lawyer.status
  const change = useChange(
    () => {
      const { firm, licence, phone, languages, trained, status, limit, years, areas, dialects } =
        row
      const fields = { firm, licence, languages, status, limit, years, areas, dialects }
      return good(
        api.lawyers[':id'].$patch({
          param: { id: lawyer.id },
          json: {
            ...fields,
            phone: phone || null,
            trained: trained || null,
            ...(reason ? { reason } : {}),
          },
        }),
      )
    },
    () => setReason(''),
  )
  const text = (name: string, key: 'firm' | 'licence' | 'phone' | 'trained', type = 'text') => (
    <Field name={name}>
      {(id) => (
        <Input
          id={id}
          type={type}
          value={row[key] ?? ''}
          onChange={(e) => set({ [key]: e.target.value })}
        />
      )}
    </Field>
  )
  const tags = (name: string, key: 'languages' | 'dialects' | 'areas') => (
    <Field name={name}>
      {(id) => (
        <Select
          id={id}
          mode="tags"
          value={row[key]}
          onChange={(value) => set({ [key]: value })}
          style={full}
        />
      )}
    </Field>
  )
  const count = (name: string, key: 'years' | 'limit', min: number, max: number) => (
    <Field name={name}>
      {(id) => (
        <InputNumber
          id={id}
          min={min}
          max={max}
          value={row[key]}
          onChange={(value) => set({ [key]: value ?? (key === 'years' ? null : min) })}
          style={full}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="pair">
        <Field name={words.status}>
          {(id) => (
            <Select
              id={id}
              value={row.status}
              onChange={(status) => set({ status })}
              style={full}
              options={Object.entries(words.statuses).map(([value, label]) => ({
                value: value as Lawyer['status'],
                label,
              }))}
            />
          )}
        </Field>
        {text(words.trainedOn, 'trained', 'date')}
        {text(words.phone, 'phone')}
        {text(words.firm, 'firm')}
        {text(words.licence, 'licence')}
        {count(words.years, 'years', 0, 80)}
        {count(words.limit, 'limit', 1, 50)}
        {tags(words.languages, 'languages')}
        {tags(words.dialects, 'dialects')}
        {tags(words.areas, 'areas')}
      </div>
      {moved && (
        <Field name={words.statusReason}>
          {(id) => <Input id={id} value={reason} onChange={(e) => setReason(e.target.value)} />}
        </Field>
      )}
      <Button
        type="primary"
        loading={change.isPending}
        disabled={moved && !reason.trim()}
        onClick={() => change.mutate(undefined)}
      >
        {words.save}
      </Button>
    </>
  )
}
