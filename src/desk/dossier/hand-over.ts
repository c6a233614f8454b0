import type { Desk } from '../desk.ts'
import { instantOf, localTime } from '../zone.ts'
import type { Batch, Layout } from './paper-centre.ts'

/** Which months of the ledger are to be handed over to whom, by when, and whether they were. */

export interface HandOverLine {
  authority: string
  authorityName: string
  /** YYYY-MM */
  month: string
  dueAt: number
  state: 'received' | 'made' | 'due' | 'overdue'
}

/** Months looked back over. */
const BACK = 12

/** Authorities a form was agreed with get each month that has lines and is over. */
export function handOvers(
  desk: Desk,
  layouts: Layout[],
  batches: Batch[],
  lines: { first: number; last: number } | null,
  day: number,
  now: number,
): HandOverLine[] {
  if (!lines) return []
  const zone = desk.timezone
  const start = (year: number, month: number): number => instantOf(zone, year, month, 1, 0)
  const { year, month } = localTime(zone, now)
  const found: HandOverLine[] = []
  for (let back = 1; back <= BACK; back++) {
    const from = start(year, month - back)
    const to = start(year, month - back + 1)
    if (to <= lines.first || from > lines.last) continue
    const dueAt = instantOf(zone, year, month - back + 1, day, 1440)
    const named = localTime(zone, from)
    for (const { body } of layouts) {
      const authority = desk.authorities.find(({ id }) => id === body.authority)
      if (!authority) continue
      const covering = batches.filter(
        (one) => one.body.authority === authority.id && one.body.from <= from && one.body.to >= to,
      )
      const received = covering.some((one) => one.body.sent !== null)
      const late = now >= dueAt ? 'overdue' : covering.length > 0 ? 'made' : 'due'
      found.push({
        authority: authority.id,
        authorityName: authority.name,
        month: `${named.year}-${String(named.month).padStart(2, '0')}`,
        dueAt,
        state: received ? 'received' : late,
      })
    }
  }
  return found
}
