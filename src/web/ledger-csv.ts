import type { Channel, Desk } from '../desk/desk.ts'
import type { LedgerView } from '../store/read/ledger.ts'
import { csv, local } from './csv.ts'
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
  return csv([words.ledgerColumns, ...rows])
}
