import type { Db } from '../engine.ts'
import { getMeta, setMeta } from '../facts.ts'
import { lockIndex } from '../hold.ts'
import { Keys } from '../keys.ts'
import { headOf } from '../read/head.ts'
import type { Seal } from '../seal.ts'
import { ensureOwnKey } from '../secret-meta.ts'
import { DocWriter } from './docs.ts'
import { loadInitials } from './initials.ts'
import { linesBetween, WordReader } from './words.ts'

/** The index follows the log by a cursor, beside the road on which messages are acknowledged. */

export const SEARCH_CURSOR = 'search_cursor'

export const indexedUpTo = async (db: Db): Promise<number> =>
  Number((await getMeta(db, SEARCH_CURSOR)) ?? 0)

/** Takes up the next lines of the log; answers how many there were. */
export async function followLog(tx: Db, seal: Seal, limit: number): Promise<number> {
  const cursor = await claim(tx)
  const last = Math.min(await headOf(tx), cursor + limit)
  if (last <= cursor) return 0
  const found = await linesBetween(tx, cursor, last)
  // Not before there is something: a start counts in milliseconds.
  await loadInitials()
  const keys = new Keys(tx, seal)
  const writer = new DocWriter(tx, await ensureOwnKey(tx, seal, 'search_key'))
  const known = await writer.conversations(new Set(found.flatMap((l) => l.conversation ?? [])))
  for (const [id, { sealedKey }] of known) keys.know(id, sealedKey)
  const words = new WordReader(tx, keys)
  // A record that was saved five times in a batch is indexed once.
  const records = new Set<string>()
  for (const line of found) {
    // Nothing is indexed of a conversation that was forgotten.
    const conversation = known.get(line.conversation ?? '')
    if (!conversation) continue
    await writer.add(conversation, await words.line(line, conversation.pseudonym))
    if (line.type === 'record_kept') records.add(conversation.id)
  }
  const kept = await words.records(records)
  for (const id of records) await writer.setRecord(known.get(id), kept.get(id) ?? [])
  await writer.end()
  await setMeta(tx, SEARCH_CURSOR, String(last))
  return last - cursor
}

/** From here to the end of the transaction nobody else moves the cursor. */
async function claim(tx: Db): Promise<number> {
  await lockIndex(tx)
  return indexedUpTo(tx)
}
