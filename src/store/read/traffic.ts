import type { LoggedEntry } from '../../desk/audit.ts'
import type { EntryType } from '../../desk/effect.ts'
import type { Db } from '../engine.ts'
import { headOf } from './head.ts'

/** The lines of the log that say who came, whom the desk asked, and how long it took; no words and no addresses. */

const types: EntryType[] = [
  'opened',
  'queued',
  'offered',
  'accepted',
  'missed',
  'passed',
  'pledged',
  'ended',
  'closed',
]

const BATCH = 5000

export async function* trafficOf(
  db: Db,
  span?: { from: number; to: number },
): AsyncGenerator<LoggedEntry> {
  for (let seen = span ? await lastBefore(db, span.from) : 0; ; ) {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'type', 'at', 'actor', 'by_id', 'conversation', 'data'])
      .where('seq', '>', seen)
      .where('type', 'in', types)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    for (const { by_id, conversation, data, ...row } of rows) {
      if (span && row.at >= span.to) return
      yield {
        ...row,
        type: row.type as EntryType,
        actor: row.actor as LoggedEntry['actor'],
        data: JSON.parse(data),
        ...(by_id === null ? {} : { by: by_id }),
        ...(conversation === null ? {} : { conversation }),
      }
    }
    if (rows.length < BATCH) return
    seen = rows.at(-1)?.seq ?? seen
  }
}

/** The number of the last line before an instant, near enough: lines stand in the order of time, which has no index. */
async function lastBefore(db: Db, instant: number): Promise<number> {
  let [low, high] = [0, await headOf(db)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const row = await db
      .selectFrom('event')
      .select('at')
      .where('seq', '>=', middle)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    if (row && row.at < instant) low = middle
    else high = middle - 1
  }
  return low
}
