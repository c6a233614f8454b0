import { Select, Skeleton } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'
import { useAuthorities } from '../notices/queries.ts'
import { Refused } from '../unloaded.tsx'
import { ledgerWords as words } from '../words/ledger.ts'
import { Allowances } from './allowances.tsx'
import { HandOver } from './hand-over.tsx'
import { LayoutForm } from './layout-form.tsx'
import { Month, spanOf, Take, useMonth } from './month.tsx'
import { useLines } from './queries.ts'

/** The month's ledger in whichever form is asked for: two choices and a click. */
export function LedgerScreen() {
  const [month, setMonth] = useMonth()
  const [form, setForm] = useState('internal')
  const authorities = useAuthorities()
  const span = spanOf(month)
  const lines = useLines(span)
  const agreed = (authorities.data ?? []).map(({ id, name }) => ({
    value: `authority:${id}`,
    label: words.agreed(name),
  }))
  const authority = form.startsWith('authority:') ? form.slice('authority:'.length) : null
  const query = { ...span, ...(authority ? { authority } : { view: form }) }
  return (
    <>
      <h1>{words.ledger}</h1>
      <div className="pair">
        <Month month={month} change={setMonth} />
        <Field name={words.form}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={form}
              onChange={setForm}
              options={[
                { value: 'internal', label: words.usual },
                { value: 'transfer', label: words.transfer },
                ...agreed,
              ]}
            />
          )}
        </Field>
      </div>
      {lines.isPending && <Skeleton active paragraph={{ rows: 1 }} />}
      <Refused error={lines.error} />
      {lines.data?.length === 0 && <p className="soft">{words.none}</p>}
      {lines.data && lines.data.length > 0 && (
        <p>
          {words.lines(lines.data.length)} <Take path="/api/ledger" query={query} />
        </p>
      )}
      <HandOver month={month} />
      <LayoutForm />
      <Allowances month={month} />
    </>
  )
}
