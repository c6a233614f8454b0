import type { Desk } from '../../desk/desk.ts'
import type { Db } from '../engine.ts'
import { conversationOf } from '../row.ts'
import type { Seal } from '../seal.ts'
import { slot, statement } from '../statement.ts'
import { clientEvents } from './client.ts'
import { type EntryView, iso, isoOrNull } from './entry.ts'
import { accessLog } from './staff.ts'

/** All that is kept about a client, for themselves (PIPL 44–45): what was said, where it stands, and who read it. */
export interface MyData {
  conversations: MyConversation[]
  events: EntryView[]
  readings: MyReading[]
}

interface MyConversation {
  id: string
  channel: string
  state: string
  language: string
  /** What the desk calls the client before staff. */
  pseudonym: string
  openedAt: string
  closedAt: string | null
  lawyer: string | null
  /** What was understood from the first words; all of it can be corrected. */
  understood: Record<string, string>
}

export interface MyReading {
  conversation: string
  at: string
  role: string
  /** The lawyer's name; a coordinator is named by the desk on asking. */
  name: string | null
  reason: string | null
}

const mine = statement((db) =>
  db
    .selectFrom('conversation')
    .selectAll()
    .where('contact', '=', slot<string>(0))
    .orderBy('opened_at')
    .orderBy('id'),
)

export async function myData(db: Db, seal: Seal, desk: Desk, contact: string): Promise<MyData> {
  const nameOf = (id: string | null): string | null =>
    desk.lawyers.find((lawyer) => lawyer.id === id)?.name ?? null
  const conversations: MyConversation[] = []
  const readings: MyReading[] = []
  for (const row of await mine(db, contact)) {
    const known = conversationOf(row)
    conversations.push({
      id: known.id,
      channel: known.channel,
      state: known.state,
      language: known.language,
      pseudonym: known.pseudonym,
      openedAt: iso(known.openedAt),
      closedAt: isoOrNull(known.closedAt),
      lawyer: nameOf(known.lawyer),
      understood: known.intake,
    })
    for (const { reader, role, reason, at } of await accessLog(db, known.id)) {
      readings.push({ conversation: known.id, at, role, name: nameOf(reader), reason })
    }
  }
  const events: EntryView[] = []
  for (let after = 0; ; ) {
    const { lines, next } = await clientEvents(db, seal, contact, after)
    if (next === after) break
    events.push(...lines)
    after = next
  }
  return { conversations, events, readings }
}

const idsOf = statement((db) =>
  db
    .selectFrom('conversation')
    .select('id')
    .where('contact', '=', slot<string>(0))
    .orderBy('opened_at')
    .orderBy('id'),
)
export const conversationsOfContact = async (db: Db, contact: string): Promise<string[]> =>
  (await idsOf(db, contact)).map(({ id }) => id)
