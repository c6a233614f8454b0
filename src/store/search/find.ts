import type { Db } from '../engine.ts'
import type { Keys } from '../keys.ts'
import { loadInitials } from './initials.ts'
import { pairHash } from './pairs.ts'
import { inAll, TermStream } from './stream.ts'
import { holds, lengthOf, termsOf } from './text.ts'
import { WordReader } from './words.ts'

/**
 * Looks words up. The index knows pairs: where a term is longer, what it answers is opened and looked at before it is
 * believed, so the answers are those of reading everything.
 */

/** Whether there is anything here to look for. */
export const searchable = (query: string): boolean =>
  termsOf(query).some((term) => lengthOf(term) > 1)

/** Numbers of conversations that may hold all that is looked for, the newest first. */
export function candidates(
  db: Db,
  key: Uint8Array,
  query: string,
  top: number,
): AsyncGenerator<number> {
  const hash = pairHash(key)
  const pairs = termsOf(query).filter((term) => lengthOf(term) > 1)
  const streams = pairs.map((term) => new TermStream(db, hash, term))
  return inAll(streams, top)
}

/** Says of a candidate whether every term really stands there. */
export async function believer(
  db: Db,
  keys: Keys,
  query: string,
): Promise<(conversation: { id: string; pseudonym: string }) => Promise<boolean>> {
  // A pair is what the index knows; of a single character it knows nothing.
  const unsure = termsOf(query).filter((term) => lengthOf(term) !== 2)
  if (unsure.length === 0) return async () => true
  await loadInitials()
  const words = new WordReader(db, keys)
  return async ({ id, pseudonym }) => {
    let left = unsure
    for await (const runs of words.conversation(id, pseudonym)) {
      left = left.filter((term) => !holds(runs, term))
      if (left.length === 0) return true
    }
    return false
  }
}
