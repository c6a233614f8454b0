import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Intake } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import { conversationOf } from '../row.ts'
import { iso, isoOrNull } from './entry.ts'

/** What stands beside a conversation: what is known of the client, earlier help, marks, and what became of each message. */

export interface Beside {
  stationName: string | null
  urgent: boolean
  intake: Partial<Intake>
  flags: string[]
  /** A second lawyer in it; `joinedAt` null: asked, and no answer yet. */
  colleague: { lawyer: string; name: string; askedAt: string; joinedAt: string | null } | null
  earlier: Earlier[]
  /** By the line's content: due, sent or failed. Absent: the client's own page fetches it. */
  deliveries: Record<number, string>
}

export interface Earlier {
  id: string
  at: string
  channel: string
  lawyerName: string | null
  outcome: string | null
  stage: string | null
  /** The reader's own, and so theirs to open. */
  own: boolean
}

const EARLIER = 20

export async function beside(db: Db, desk: Desk, staff: Staff, id: string): Promise<Beside | null> {
  const row = await db
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { client, station, urgent, intake, colleague } = conversationOf(row)
  const flags = await db.selectFrom('flag').select('kind').where('conversation', '=', id).execute()
  return {
    stationName: desk.stations.find((one) => one.id === station)?.name ?? null,
    urgent,
    intake,
    flags: flags.map(({ kind }) => kind),
    colleague: colleague
      ? {
          lawyer: colleague.lawyer,
          name: desk.lawyers.find((one) => one.id === colleague.lawyer)?.name ?? colleague.lawyer,
          askedAt: iso(colleague.askedAt),
          joinedAt: isoOrNull(colleague.joinedAt),
        }
      : null,
    earlier: await earlierOf(db, desk, staff, client, id),
    deliveries: await deliveriesOf(db, id),
  }
}

/** That there was help before, when and by whom; what was said stays with whoever heard it (R29.5). */
async function earlierOf(
  db: Db,
  desk: Desk,
  staff: Staff,
  client: string,
  id: string,
): Promise<Earlier[]> {
  const rows = await db
    .selectFrom('conversation')
    .leftJoin('record', 'record.conversation', 'conversation.id')
    .select([
      'conversation.id',
      'conversation.opened_at',
      'conversation.channel',
      'conversation.lawyer',
      'conversation.ending',
      'record.stage',
    ])
    .where('conversation.client', '=', client)
    .where('conversation.id', '<>', id)
    .where('conversation.lawyer', 'is not', null)
    .orderBy('conversation.opened_at', 'desc')
    .limit(EARLIER)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: iso(row.opened_at),
    channel: row.channel,
    lawyerName: desk.lawyers.find((one) => one.id === row.lawyer)?.name ?? null,
    outcome: row.ending,
    stage: row.stage,
    own: row.lawyer === staff.id,
  }))
}

/** A message in several pieces is as far as its slowest. */
const order = ['failed', 'due', 'sent']

async function deliveriesOf(db: Db, id: string): Promise<Record<number, string>> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('event', 'event.content', 'outbox.content')
    .select(['event.seq', 'outbox.state', 'outbox.recipient'])
    .where('outbox.conversation', '=', id)
    .where('event.conversation', '=', id)
    .where('outbox.content', 'is not', null)
    .execute()
  const found: Record<number, string> = {}
  for (const { seq, state, recipient } of rows) {
    if (!recipient?.includes('"contact"')) continue
    const known = found[seq]
    if (known === undefined || order.indexOf(state) < order.indexOf(known)) found[seq] = state
  }
  return found
}
