import type { LedgerLine } from '../desk/effect.ts'
import type { Event } from '../desk/event.ts'
import type { Snapshot } from '../desk/snapshot.ts'
import type { Db } from './engine.ts'
import type { Keys } from './keys.ts'
import type { Schema } from './schema.ts'
import { upsert } from './statement.ts'

const addLedger = upsert(
  'ledger',
  [
    'id',
    'conversation',
    'lawyer',
    'station',
    'channel',
    'opened_at',
    'taken_at',
    'ended_at',
    'closed_at',
    'ending',
    'stage',
    'content',
    'paper',
    'services',
    'corrects',
    'written_at',
  ],
  null,
)

/** One line more, at this instant; its words stand in `content`. */
export const addLine = (tx: Db, line: LedgerLine, content: string, now: number): Promise<void> =>
  addLedger(tx, [
    line.id,
    line.conversation,
    line.lawyer,
    line.station,
    line.channel,
    line.openedAt,
    line.takenAt,
    line.endedAt,
    line.closedAt,
    line.ending,
    line.record.stage,
    content,
    line.paper,
    JSON.stringify(line.services),
    line.corrects,
    now,
  ])

/** A line of the work ledger, for a decision that is about it. */
export async function lineFor(tx: Db, keys: Keys, event: Event): Promise<Snapshot['line']> {
  if (event.type !== 'dossier.asked' || event.act.do !== 'line.correct') return null
  const row = await tx
    .selectFrom('ledger')
    .innerJoin('content', 'content.id', 'ledger.content')
    .selectAll('ledger')
    .select('content.sealed')
    .where('ledger.id', '=', event.act.line)
    .executeTakeFirst()
  const text = row && (await keys.open(row.conversation, row.content, row.sealed))
  if (!row || !text) return null
  const after = await tx
    .selectFrom('ledger')
    .select('id')
    .where('corrects', '=', row.id)
    .executeTakeFirst()
  return { line: lineOf(row, text), corrected: after !== undefined }
}

function lineOf(row: Schema['ledger'], text: string): LedgerLine {
  const { reason = '', ...record } = JSON.parse(text) as LedgerLine['record'] & { reason?: string }
  return {
    id: row.id,
    conversation: row.conversation,
    paper: row.paper,
    services: JSON.parse(row.services),
    corrects: row.corrects,
    reason,
    lawyer: row.lawyer,
    station: row.station,
    channel: row.channel as LedgerLine['channel'],
    openedAt: Number(row.opened_at),
    takenAt: Number(row.taken_at),
    endedAt: Number(row.ended_at),
    closedAt: Number(row.closed_at),
    ending: row.ending as LedgerLine['ending'],
    record,
  }
}
