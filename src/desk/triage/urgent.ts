import { called, past, soon } from './people.ts'
import type { Found } from './triage.ts'

/** Why a client comes before others: a rule that fitted, by name, or null (Art. 3; R20.2: questioned, signing or heard within a day). */
export function urgencyOf(said: string, row: Found | null, topic: boolean): string | null {
  if (row?.urgent) return row.step
  if (topic) return 'missed_summons'
  if (row !== null && notTheirs.has(row.step)) return null
  return said
    .split(',')
    .some((clause, index, all) => within(clause, all[index + 1] ?? '', all[index - 1] ?? ''))
    ? 'within_a_day'
    : null
}

const notTheirs = new Set([
  'victim',
  'not-criminal',
  'after-sentence',
  'data',
  'off-topic',
  'abuse',
])

/** A time within a day and what one is called to, in a clause or the one after it. */
function within(clause: string, next: string, before: string): boolean {
  if (!soon.test(clause) || (past.test(clause) && !/今|明/.test(clause))) return false
  return [clause, next, before].some((one) => called.test(one))
}
