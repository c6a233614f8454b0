import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import type { ConsultationRecord } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import type { Seal } from '../seal.ts'
import { iso, Reader } from './entry.ts'

/** The work ledger (工作台账, Art. 28 ¶2): one line per service, never typed twice. */

export interface LedgerView {
  id: string
  conversation: string | null
  paper: string | null
  lawyer: string
  lawyerName: string
  licence: string
  station: string | null
  channel: string
  services: string[]
  stage: string | null
  charge: string
  question: string
  answer: string
  plea: string | null
  outcome: string
  openedAt: string
  takenAt: string
  endedAt: string
  closedAt: string
  minutes: number
  /** The line it corrects, why, and when that was written. */
  corrects: string | null
  reason: string
  writtenAt: string
  /** The line that stands in its place. */
  correctedBy: string | null
}

export interface LedgerQuery {
  from: number
  to: number
  lawyer?: string | undefined
  ids?: string[]
  /** Lines that were corrected too, beside those in their place. */
  history?: boolean
}

/** A lawyer sees their own lines alone. */
export async function ledgerLines(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  asked: LedgerQuery,
): Promise<LedgerView[]> {
  let query = db
    .selectFrom('ledger')
    .innerJoin('content', 'content.id', 'ledger.content')
    .leftJoin('ledger as after', 'after.corrects', 'ledger.id')
    .selectAll('ledger')
    .select(['content.sealed', 'after.id as correctedBy'])
    .where('ledger.closed_at', '>=', asked.from)
    .where('ledger.closed_at', '<', asked.to)
    .orderBy('ledger.closed_at')
    .orderBy('ledger.written_at')
    .orderBy('ledger.id')
  if (staff.role === 'lawyer') query = query.where('ledger.lawyer', '=', staff.id)
  if (asked.lawyer !== undefined) query = query.where('ledger.lawyer', '=', asked.lawyer)
  if (!asked.history) query = query.where('after.id', 'is', null)
  const rows = await query.execute()
  const wanted = asked.ids && new Set(asked.ids)
  const reader = new Reader(db, seal)
  const lawyers = new Map(desk.lawyers.map((one) => [one.id, one]))
  const lines: LedgerView[] = []
  for (const row of rows) {
    if (wanted && !wanted.has(row.id)) continue
    const text = await reader.open(row.conversation, row.content, row.sealed)
    const record = text === null ? null : (JSON.parse(text) as Kept)
    const lawyer = lawyers.get(row.lawyer)
    lines.push({
      id: row.id,
      conversation: row.conversation,
      paper: row.paper,
      lawyer: row.lawyer,
      lawyerName: lawyer?.name ?? row.lawyer,
      licence: lawyer?.licence ?? '',
      station: desk.stations.find(({ id }) => id === row.station)?.name ?? row.station,
      channel: row.channel,
      services: JSON.parse(row.services),
      stage: row.stage,
      charge: record?.charge ?? '',
      question: record?.question ?? '',
      answer: record?.answer ?? '',
      plea: record?.checks?.plea ?? null,
      outcome: row.ending,
      openedAt: iso(Number(row.opened_at)),
      takenAt: iso(Number(row.taken_at)),
      endedAt: iso(Number(row.ended_at)),
      closedAt: iso(Number(row.closed_at)),
      minutes: Math.max(1, Math.round((Number(row.ended_at) - Number(row.taken_at)) / 60_000)),
      corrects: row.corrects,
      reason: record?.reason ?? '',
      writtenAt: iso(Number(row.written_at)),
      correctedBy: row.correctedBy,
    })
  }
  return lines
}

type Kept = ConsultationRecord & { reason?: string }
