import type { Db } from '../engine.ts'
import type { Seal } from '../seal.ts'
import { slot, statement } from '../statement.ts'
import { type EntryRow, type EntryView, Reader } from './entry.ts'

/** What a client may see of their own conversations: what was said, and where they stand. */

const told = ['message', 'not_text', 'card', 'queued', 'returned', 'pledged', 'closed'] as const

const ofContact = statement((db) =>
  db
    .selectFrom('event')
    .innerJoin('conversation', 'conversation.id', 'event.conversation')
    .leftJoin('content', 'content.id', 'event.content')
    .select([
      'event.seq',
      'event.type',
      'event.at',
      'event.actor',
      'event.by_id',
      'event.conversation',
      'event.data',
      'event.content',
      'content.sealed',
    ])
    .where('conversation.contact', '=', slot<string>(0))
    .where('event.seq', '>', slot<number>(1))
    .where('event.type', 'in', told)
    .orderBy('event.seq')
    .limit(200),
)

/** Fields of the log that are the staff's business. */
const inside = new Set(['by', 'lawyer', 'reason', 'via', 'client'])

export async function clientEvents(
  db: Db,
  seal: Seal,
  contact: string,
  after: number,
): Promise<{ lines: EntryView[]; next: number }> {
  const reader = new Reader(db, seal)
  const views: EntryView[] = []
  for (const row of (await ofContact(db, contact, after)) as EntryRow[]) {
    const view = await reader.view(row, true)
    views.push(
      Object.fromEntries(Object.entries(view).filter(([name]) => !inside.has(name))) as EntryView,
    )
  }
  return { lines: views, next: views.at(-1)?.seq ?? after }
}

const contactById = statement((db) =>
  db.selectFrom('contact').select('id').where('id', '=', slot<string>(0)),
)
export const isKnownContact = async (db: Db, contact: string): Promise<boolean> =>
  (await contactById(db, contact)).length > 0

const current = statement((db) =>
  db
    .selectFrom('conversation')
    .select(['id', 'state', 'language'])
    .where('contact', '=', slot<string>(0))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
export const currentConversation = async (db: Db, contact: string) =>
  (await current(db, contact))[0] ?? null
