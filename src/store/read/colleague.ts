import type { Desk } from '../../desk/desk.ts'
import { isAsked } from '../../desk/staff/colleague.ts'
import type { Db } from '../engine.ts'
import { conversationOf } from '../row.ts'
import { iso, isoOrNull } from './entry.ts'

/** Conversations of colleagues that this lawyer is in, or is asked into; no fact of the case before they come. */
export async function besideOthers(db: Db, desk: Desk, lawyer: string, now: number) {
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where((eb) => eb.or([eb('colleague', '=', lawyer), eb('asked_colleague', '=', lawyer)]))
    .execute()
  return rows
    .map(conversationOf)
    .filter((row) => row.colleague?.joinedAt || isAsked(row, now))
    .map((row) => ({
      conversation: row.id,
      client: row.pseudonym,
      channel: row.channel,
      language: row.language,
      byName: desk.lawyers.find(({ id }) => id === row.lawyer)?.name ?? '',
      askedAt: iso(row.colleague?.askedAt ?? 0),
      joinedAt: isoOrNull(row.colleague?.joinedAt ?? null),
    }))
}
