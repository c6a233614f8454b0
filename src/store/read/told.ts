import { sql } from 'kysely'
import type { Db } from '../engine.ts'
import { Keys } from '../keys.ts'
import type { Seal } from '../seal.ts'
import { iso } from './entry.ts'

/** What coordinators told this lawyer since then, newest first. */
export async function toldTo(
  db: Db,
  seal: Seal,
  lawyer: string,
  since: number,
): Promise<{ seq: number; at: string; text: string }[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('content', 'content.id', 'event.content')
    .select(['event.seq', 'event.at', 'event.data', 'event.content', 'content.sealed'])
    .where(sql<boolean>`event.type = 'told'`)
    .where('event.at', '>=', since)
    .orderBy('event.seq', 'desc')
    .limit(200)
    .execute()
  const keys = new Keys(db, seal)
  const found: { seq: number; at: string; text: string }[] = []
  for (const { seq, at, data, content, sealed } of rows) {
    if ((JSON.parse(data) as { lawyer: string }).lawyer !== lawyer) continue
    const text = await keys.open(null, content ?? '', sealed)
    if (text !== null) found.push({ seq, at: iso(at), text })
  }
  return found
}
