import type { Script } from '../desk/state.ts'
import type { Db } from './engine.ts'
import { slot, statement } from './statement.ts'

/** What tells a repeat from a first time, and what a repeat is answered with. */

const byKey = statement((db) =>
  db.selectFrom('event').select(['seq', 'conversation']).where('key', '=', slot<string>(0)),
)
/** The line of the log an event with this key left; null for one that is new. */
export const seenBefore = async (
  tx: Db,
  key: string,
): Promise<{ seq: number; conversation: string | null } | null> => (await byKey(tx, key))[0] ?? null

const scriptOf = statement((db) =>
  db.selectFrom('leg').select(['step', 'script']).where('id', '=', slot<string>(0)),
)
/** What a leg was last given to say and do. */
export async function lastScript(
  tx: Db,
  leg: string,
): Promise<{ step: number; script: Script } | null> {
  const row = (await scriptOf(tx, leg))[0]
  return row?.script ? { step: row.step, script: JSON.parse(row.script) as Script } : null
}
