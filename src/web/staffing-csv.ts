import type { Language } from '../desk/desk.ts'
import type { Ready } from './api/staffing-schema.ts'
import { csv } from './csv.ts'
import { staffingHeads } from './locale/figures.ts'

/** A line for each hour of the week. */
export function staffingCsv({ cells }: Ready, language: Language): string {
  const { heads, days, unreachable } = staffingHeads[language]
  return csv([
    heads,
    ...cells.map(({ hourOfWeek, calls, now, least, needed }) => [
      days[Math.floor(hourOfWeek / 24)] ?? '',
      `${hourOfWeek % 24}:00`,
      calls.toFixed(2),
      String(now),
      needed === null ? unreachable : String(needed),
      String(least),
    ]),
  ])
}
