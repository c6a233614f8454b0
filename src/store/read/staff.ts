import { type Expression, sql } from 'kysely'
import type { Staff } from '../../desk/access.ts'
import type { Db } from '../engine.ts'
import type { Seal } from '../seal.ts'
import { slot, statement } from '../statement.ts'
import { type EntryRow, type EntryView, entryColumns, iso, Reader } from './entry.ts'
import { headOf } from './head.ts'

/** What staff follow live, and the lists beside conversations. */

export interface OfferView {
  id: string
  conversation: string
  kind: string
  channel: string
  language: string
  tier: string
  offeredAt: string
  expiresAt: string
  waitingSince: string | null
  station: string | null
  urgent: boolean
}

const open = statement((db) =>
  db
    .selectFrom('offer')
    .innerJoin('conversation', 'conversation.id', 'offer.conversation')
    .select([
      'offer.id',
      'offer.conversation',
      'offer.method',
      'offer.tier',
      'offer.offered_at',
      'offer.expires_at',
      'conversation.channel',
      'conversation.language',
      'conversation.waiting_since',
      'conversation.station',
      'conversation.rest',
    ])
    .where('offer.lawyer', '=', slot<string>(0))
    .where('offer.state', '=', 'open')
    .where('offer.expires_at', '>', slot<number>(1))
    .orderBy('offer.offered_at'),
)

/** No case facts before it is taken. */
export async function openOffers(db: Db, lawyer: string, now: number): Promise<OfferView[]> {
  return (await open(db, lawyer, now)).map((row) => ({
    id: row.id,
    conversation: row.conversation,
    kind: row.method,
    channel: row.channel,
    language: row.language,
    tier: row.tier,
    offeredAt: iso(row.offered_at),
    expiresAt: iso(row.expires_at),
    waitingSince: row.waiting_since === null ? null : iso(row.waiting_since),
    station: row.station,
    urgent: (JSON.parse(row.rest) as { urgent?: boolean }).urgent === true,
  }))
}

/** Lines of the log looked at in one go. */
const BATCH = 500

/** Not LIKE, whose patterns a Durable Object cuts off at 50 bytes. */
const mentions = (text: Expression<string>, part: string) =>
  sql<boolean>`replace(${text}, ${part}, '') <> ${text}`

/** A coordinator follows everything, a lawyer their own conversations, offers and presence; words only the lawyer's own. */
export async function staffEvents(
  db: Db,
  seal: Seal,
  staff: Staff,
  after: number,
): Promise<{ lines: EntryView[]; next: number }> {
  const next = Math.min(await headOf(db), after + BATCH)
  if (next <= after) return { lines: [], next: after }
  let query = db
    .selectFrom('event')
    .leftJoin('content', 'content.id', 'event.content')
    .leftJoin('conversation', 'conversation.id', 'event.conversation')
    .select([...entryColumns, 'content.sealed', 'conversation.lawyer', 'conversation.colleague'])
    .where('event.seq', '>', after)
    .where('event.seq', '<=', next)
    .orderBy('event.seq')
  if (staff.role === 'lawyer') {
    query = query.where((eb) =>
      eb.or([
        eb('conversation.lawyer', '=', staff.id),
        eb('conversation.colleague', '=', staff.id),
        eb('event.by_id', '=', staff.id),
        mentions(eb.ref('event.data'), `"lawyer":"${staff.id}"`),
      ]),
    )
  }
  const reader = new Reader(db, seal)
  const views: EntryView[] = []
  for (const row of await query.execute()) {
    const own = staff.role === 'lawyer' && (row.lawyer === staff.id || row.colleague === staff.id)
    views.push(await reader.view(row as EntryRow, own))
  }
  return { lines: views, next }
}

export interface AccessView {
  conversation: string
  reader: string
  role: string
  reason: string | null
  at: string
}

/** R29.5: who read a conversation, when and why. */
export async function accessLog(db: Db, conversation: string): Promise<AccessView[]> {
  const rows = await db
    .selectFrom('event')
    .select(['at', 'actor', 'by_id', 'data'])
    .where('type', '=', 'read')
    .where('conversation', '=', conversation)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    conversation,
    reader: row.by_id ?? '',
    role: row.actor,
    reason: (JSON.parse(row.data) as { reason: string | null }).reason,
    at: iso(row.at),
  }))
}

/** The last readings of all conversations, newest first, before a line of the log where one is given. */
export async function readings(db: Db, before: number | null, limit: number) {
  let query = db
    .selectFrom('event')
    .select(['seq', 'at', 'actor', 'by_id', 'data', 'conversation'])
    .where(sql<boolean>`type = 'read'`)
    .orderBy('seq', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('seq', '<', before)
  const rows = await query.execute()
  const last = rows.at(-1)
  return {
    items: rows.map((row) => ({
      conversation: row.conversation ?? '',
      reader: row.by_id ?? '',
      role: row.actor,
      reason: (JSON.parse(row.data) as { reason: string | null }).reason,
      at: iso(row.at),
    })),
    next: rows.length === limit && last ? String(last.seq) : null,
  }
}

const lastRead = statement((db) =>
  db
    .selectFrom('event')
    .select('at')
    .where('conversation', '=', slot<string>(0))
    .where('type', '=', 'read')
    .where('by_id', '=', slot<string>(1))
    .orderBy('seq', 'desc')
    .limit(1),
)
export const lastReadAt = async (db: Db, conversation: string, by: string): Promise<number> =>
  (await lastRead(db, conversation, by))[0]?.at ?? 0

export interface Undelivered {
  item: string
  conversation: string | null
  channel: string
  act: string
  code: string | null
  at: string
}

/** Invariant 5: what failed for good is shown to a coordinator. */
export async function undeliveredItems(db: Db, since: number): Promise<Undelivered[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'conversation', 'channel', 'act', 'code', 'done_at'])
    .where('state', '=', 'failed')
    .where('done_at', '>=', since)
    .orderBy('done_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    item: row.key,
    conversation: row.conversation,
    channel: row.channel,
    act: (JSON.parse(row.act) as { do: string }).do,
    code: row.code,
    at: iso(row.done_at ?? 0),
  }))
}
