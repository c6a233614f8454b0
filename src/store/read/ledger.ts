import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import type { ConsultationRecord } from '../../desk/state.ts'
import { among, listed } from '../among.ts'
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

/** So many are read at once; between them whatever else waits has its turn. */
const AT_ONCE = 500

/** A lawyer sees their own lines alone. */
export async function ledgerLines(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  asked: LedgerQuery,
): Promise<LedgerView[]> {
  const lawyers = new Map(desk.lawyers.map((one) => [one.id, one]))
  const lines: LedgerView[] = []
  for (let after: Row | null = null; ; ) {
    const rows: Row[] = await page(db, staff, asked, after)
    const reader = new Reader(db, seal)
    for (const row of rows) {
      reader.learn(row.conversation, row.sealed_key)
      const text = await reader.open(row.conversation, row.content, row.sealed)
      const record = text === null ? null : (JSON.parse(text) as Kept)
      lines.push(viewOf(row, record, desk, lawyers.get(row.lawyer)))
    }
    if (rows.length < AT_ONCE) return lines
    after = rows.at(-1) ?? null
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

type Row = Awaited<ReturnType<typeof page>>[number]

function page(
  db: Db,
  staff: Staff,
  asked: LedgerQuery,
  after: { closed_at: number; written_at: number; id: string } | null,
) {
  const order = ['ledger.closed_at', 'ledger.written_at', 'ledger.id'] as const
  let query = db
    .selectFrom('ledger')
    .innerJoin('content', 'content.id', 'ledger.content')
    .leftJoin('ledger as after', 'after.corrects', 'ledger.id')
    .leftJoin('conversation', 'conversation.id', 'ledger.conversation')
    .selectAll('ledger')
    .select(['content.sealed', 'after.id as correctedBy', 'conversation.sealed_key'])
    .where('ledger.closed_at', '>=', Math.max(asked.from, after?.closed_at ?? asked.from))
    .where('ledger.closed_at', '<', asked.to)
    .orderBy(order[0])
    .orderBy(order[1])
    .orderBy(order[2])
    .limit(AT_ONCE)
  if (after) {
    const { closed_at, written_at, id } = after
    query = query.where((eb) => eb(eb.refTuple(...order), '>', eb.tuple(closed_at, written_at, id)))
  }
  if (staff.role === 'lawyer') query = query.where('ledger.lawyer', '=', staff.id)
  if (asked.lawyer !== undefined) query = query.where('ledger.lawyer', '=', asked.lawyer)
  if (asked.ids) query = query.where(among(db, 'ledger.id', listed(asked.ids)))
  if (!asked.history) query = query.where('after.id', 'is', null)
  return query.execute()
}

function viewOf(
  row: Row,
  record: Kept | null,
  desk: Desk,
  lawyer: { name: string; licence: string } | undefined,
): LedgerView {
  return {
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
  }
}

type Kept = ConsultationRecord & { reason?: string }
