import type { Desk } from '../desk/desk.ts'
import { localTime } from '../desk/zone.ts'

/** Tables as a bureau opens them in Excel: UTF-8 with a byte-order mark, times in the desk's zone. */
export const csv = (rows: string[][]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** Quoted where needed; a leading sign is kept from being taken for a formula, and long digits for a number. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  const kept = /^\d{12,}$/.test(safe) ? `\t${safe}` : safe
  return /[",\r\n\t]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept
}

export function local(desk: Desk, iso: string): string {
  const { year, month, day, minute } = localTime(desk.timezone, Date.parse(iso))
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
