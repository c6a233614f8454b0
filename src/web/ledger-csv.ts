import type { Channel, Desk } from '../desk/desk.ts'
import { localTime } from '../desk/zone.ts'
import type { LedgerView } from '../store/read/ledger.ts'
import { staffWords } from './locale/staff.ts'

/** The ledger as the bureau opens it in Excel: UTF-8 with a byte-order mark, times in the desk's zone. */
export function ledgerCsv(lines: LedgerView[], desk: Desk): string {
  const words = staffWords[desk.language]
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.station ?? '',
    words.channels[line.channel as Channel] ?? line.channel,
    local(desk, line.takenAt),
    local(desk, line.endedAt),
    String(line.minutes),
    line.lawyerName,
    line.licence,
    line.stage ? words.stages[line.stage as keyof typeof words.stages] : '',
    line.charge,
    line.question,
    line.answer,
    words.outcomes[line.outcome as keyof typeof words.outcomes] ?? line.outcome,
  ])
  return `\uFEFF${[words.ledgerColumns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Quoted where needed; a leading sign is kept from being taken for a formula, and long digits for a number. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  const kept = /^\d{12,}$/.test(safe) ? `\t${safe}` : safe
  return /[",\r\n\t]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept
}

function local(desk: Desk, iso: string): string {
  const { year, month, day, minute } = localTime(desk.timezone, Date.parse(iso))
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
