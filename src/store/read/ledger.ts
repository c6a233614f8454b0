import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import type { ConsultationRecord } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import type { Seal } from '../seal.ts'
import { iso, Reader } from './entry.ts'

/** The work ledger (工作台账, Art. 28 ¶2): one line per consultation, never typed twice. */

export interface LedgerView {
  id: string
  conversation: string
  lawyer: string
  lawyerName: string
  licence: string
  station: string | null
  channel: string
  stage: string | null
  charge: string
  question: string
  answer: string
  outcome: string
  openedAt: string
  takenAt: string
  endedAt: string
  closedAt: string
  minutes: number
}

export async function ledgerLines(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  from: number,
  to: number,
): Promise<LedgerView[]> {
  let query = db
    .selectFrom('ledger')
    .innerJoin('content', 'content.id', 'ledger.content')
    .selectAll('ledger')
    .select('content.sealed')
    .where('ledger.closed_at', '>=', from)
    .where('ledger.closed_at', '<', to)
    .orderBy('ledger.closed_at')
    .orderBy('ledger.id')
  if (staff.role === 'lawyer') query = query.where('ledger.lawyer', '=', staff.id)
  const reader = new Reader(db, seal)
  const lines: LedgerView[] = []
  for (const row of await query.execute()) {
    const text = await reader.open(row.conversation, row.content, row.sealed)
    const record = text === null ? null : (JSON.parse(text) as ConsultationRecord)
    const lawyer = desk.lawyers.find(({ id }) => id === row.lawyer)
    lines.push({
      id: row.id,
      conversation: row.conversation,
      lawyer: row.lawyer,
      lawyerName: lawyer?.name ?? row.lawyer,
      licence: lawyer?.licence ?? '',
      station: desk.stations.find(({ id }) => id === row.station)?.name ?? row.station,
      channel: row.channel,
      stage: row.stage,
      charge: record?.charge ?? '',
      question: record?.question ?? '',
      answer: record?.answer ?? '',
      outcome: row.ending,
      openedAt: iso(row.opened_at),
      takenAt: iso(row.taken_at),
      endedAt: iso(row.ended_at),
      closedAt: iso(row.closed_at),
      minutes: Math.max(1, Math.round((row.ended_at - row.taken_at) / 60_000)),
    })
  }
  return lines
}
