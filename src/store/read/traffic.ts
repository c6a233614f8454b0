import type { LoggedEntry } from '../../desk/audit.ts'
import type { EntryType } from '../../desk/effect.ts'
import type { Db } from '../engine.ts'

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

export async function* trafficOf(db: Db): AsyncGenerator<LoggedEntry> {
  for (let seen = 0; ; ) {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'type', 'at', 'actor', 'by_id', 'conversation', 'data'])
      .where('seq', '>', seen)
      .where('type', 'in', types)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    for (const { by_id, conversation, data, ...row } of rows) {
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
