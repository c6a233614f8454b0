import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'
import { fromInput, toInput } from '../time.ts'
import { ledgerWords as words } from '../words/ledger.ts'

export type Span = { from: string; to: string }

/** This month on the desk's clock. */
export const thisMonth = (): string => toInput(new Date().toISOString()).slice(0, 7)

export function spanOf(month: string): Span {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const next = at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`
  return { from: fromInput(`${month}-01T00:00`), to: fromInput(`${next}-01T00:00`) }
}

export function useMonth(): [string, (to: string) => void] {
  return useState(thisMonth)
}

export function Month({ month, change }: { month: string; change: (to: string) => void }) {
  return (
    <Field name={words.month}>
      {(id) => (
        <Input
          id={id}
          type="month"
          value={month}
          onChange={({ target }) => target.value && change(target.value)}
        />
      )}
    </Field>
  )
}

/** A table to take away: the browser keeps the session, so a link is enough. */
export function Take({ path, query }: { path: string; query: Record<string, string> }) {
  return (
    <span className="take">
      {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
        <a key={format} href={`${path}?${new URLSearchParams({ ...query, format })}`} download>
          {format === 'xlsx' ? 'Excel' : format.toUpperCase()}
        </a>
      ))}
    </span>
  )
}
