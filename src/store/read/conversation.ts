import type { Staff, Subject } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import { type ConsultationRecord, emptyRecord } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import { Keys } from '../keys.ts'
import { conversationOf } from '../row.ts'
import type { Seal } from '../seal.ts'
import { recordOf } from '../snapshot.ts'
import { appointedTo } from './appointment.ts'
import { type Beside, beside } from './beside.ts'
import { type EntryRow, type EntryView, entryColumns, iso, isoOrNull, Reader } from './entry.ts'
import { isRareStage, type Narrowing, narrow } from './narrow.ts'

/** Conversations as staff see them: lawyers their own, coordinators all, words only where asked for. */

export interface ConversationView {
  id: string
  state: string
  channel: string
  language: string
  client: string
  lawyer: string | null
  lawyerName: string | null
  station: string | null
  stage: string | null
  /** Null where there is none on record, or it is not the reader's to see. */
  charge: string | null
  outcome: string | null
  wantsAppointment: boolean
  openedAt: string
  waitingSince: string | null
  unansweredSince: string | null
  takenAt: string | null
  endedAt: string | null
  closedAt: string | null
  promise: { kind: string; at: string } | null
  /** Items that could not be delivered. */
  undelivered: number
  flooded: boolean
}

export interface Filter extends Narrowing {
  q?: string | undefined
  state?: string | undefined
  lawyer?: string | undefined
  channel?: string | undefined
  from?: number | undefined
  to?: number | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const PAGE = 50

export async function listConversations(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  filter: Filter,
): Promise<{ items: ConversationView[]; next: string | null }> {
  const limit = pageOf(filter)
  const rareStage = filter.stage ? await isRareStage(db, filter.stage) : false
  let query = narrowed(conversationsOf(db), staff, { ...filter, rareStage })
    .orderBy('conversation.opened_at', 'desc')
    .orderBy('conversation.id', 'desc')
    .limit(limit + 1)
  const after = filter.cursor ? readCursor(filter.cursor) : null
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('conversation.opened_at', '<', after.at),
        eb.and([eb('conversation.opened_at', '=', after.at), eb('conversation.id', '<', after.id)]),
      ]),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? writeCursor(last.opened_at, last.id) : null
  return { items: await viewsOf(db, seal, desk, staff, page), next }
}

export const pageOf = (filter: Filter): number => Math.min(filter.limit ?? PAGE, 200)

export const conversationsOf = (db: Db) =>
  db
    .selectFrom('conversation')
    .leftJoin('record', 'record.conversation', 'conversation.id')
    .selectAll('conversation')
    .select(['record.stage'])

/** What this person may see of what was asked for. */
export function narrowed<Query extends ReturnType<typeof conversationsOf>>(
  all: Query,
  staff: Staff,
  filter: Filter,
): Query {
  let query = all as ReturnType<typeof conversationsOf>
  if (staff.role === 'lawyer') query = query.where('conversation.lawyer', '=', staff.id)
  if (filter.lawyer) query = query.where('conversation.lawyer', '=', filter.lawyer)
  if (filter.state) query = query.where('conversation.state', '=', filter.state)
  if (filter.channel) query = query.where('conversation.channel', '=', filter.channel)
  if (filter.from !== undefined) query = query.where('conversation.opened_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('conversation.opened_at', '<', filter.to)
  return narrow(query, filter) as Query
}

export async function viewsOf(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  rows: Row[],
): Promise<ConversationView[]> {
  const keys = new Keys(db, seal)
  const failed = await undelivered(
    db,
    rows.map(({ id }) => id),
  )
  const items: ConversationView[] = []
  for (const row of rows) {
    keys.know(row.id, row.sealed_key)
    const own = row.lawyer === staff.id
    const charge = own ? ((await recordOf(db, keys, row.id))?.charge ?? null) : null
    items.push(toView(row, desk, charge, failed.get(row.id) ?? 0))
  }
  return items
}

export type Row = Parameters<typeof conversationOf>[0] & { stage: string | null }

function toView(row: Row, desk: Desk, charge: string | null, failed: number): ConversationView {
  const c = conversationOf(row)
  return {
    id: c.id,
    state: c.state,
    channel: c.channel,
    language: c.language,
    client: c.pseudonym,
    lawyer: c.lawyer,
    lawyerName: desk.lawyers.find(({ id }) => id === c.lawyer)?.name ?? null,
    station: c.station,
    stage: row.stage,
    charge: charge === '' ? null : charge,
    outcome: c.ending,
    wantsAppointment: c.wantsAppointment,
    openedAt: iso(c.openedAt),
    waitingSince: isoOrNull(c.waitingSince),
    unansweredSince: isoOrNull(c.unansweredSince),
    takenAt: isoOrNull(c.takenAt),
    endedAt: isoOrNull(c.endedAt),
    closedAt: isoOrNull(c.closedAt),
    promise: c.pledge && { kind: c.pledge.kind, at: iso(c.pledge.at) },
    undelivered: failed,
    flooded: c.pace.flooded,
  }
}

/** A Durable Object takes no more values in one query than a hundred. */
const AT_ONCE = 90

async function undelivered(db: Db, ids: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (let begin = 0; begin < ids.length; begin += AT_ONCE) {
    const rows = await db
      .selectFrom('outbox')
      .select((eb) => ['conversation', eb.fn.countAll<number>().as('count')])
      .where('state', '=', 'failed')
      .where('conversation', 'in', ids.slice(begin, begin + AT_ONCE))
      .groupBy('conversation')
      .execute()
    for (const row of rows) counts.set(row.conversation ?? '', Number(row.count))
  }
  return counts
}

export interface ConversationDetail extends ConversationView, Beside {
  /** Null where the words are not shown. */
  record: ConsultationRecord | null
  words: boolean
  events: EntryView[]
}

export async function conversationDetail(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  id: string,
  words: boolean,
): Promise<ConversationDetail | null> {
  const row = await db
    .selectFrom('conversation')
    .leftJoin('record', 'record.conversation', 'conversation.id')
    .selectAll('conversation')
    .select(['record.stage'])
    .where('conversation.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const record = words ? await recordOf(db, new Keys(db, seal), id) : null
  const failed = (await undelivered(db, [id])).get(id) ?? 0
  const entries = await db
    .selectFrom('event')
    .leftJoin('content', 'content.id', 'event.content')
    .select([...entryColumns, 'content.sealed'])
    .where('event.conversation', '=', id)
    .orderBy('event.seq')
    .execute()
  const reader = new Reader(db, seal)
  const events: EntryView[] = []
  for (const entry of entries as EntryRow[]) events.push(await reader.view(entry, words))
  const around = await beside(db, desk, staff, id)
  if (!around) return null
  return {
    ...around,
    ...toView(row, desk, record?.charge ?? null, failed),
    record: words ? (record ?? emptyRecord) : null,
    words,
    events,
  }
}

/** Who holds it, or null where there is no such conversation: all that access is decided from. */
export async function holderOf(
  db: Db,
  id: string,
): Promise<NonNullable<Subject['conversation']> | null> {
  const row = await db
    .selectFrom('conversation')
    .select(['lawyer', 'colleague', 'asked_colleague as asked'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, appointed: await appointedTo(db, id) } : null
}

const writeCursor = (at: number, id: string): string =>
  Buffer.from(`${at}:${id}`).toString('base64url')

function readCursor(cursor: string): { at: number; id: string } | null {
  const match = /^(\d+):(.+)$/.exec(Buffer.from(cursor, 'base64url').toString())
  return match ? { at: Number(match[1]), id: String(match[2]) } : null
}
