import { randomBytes } from 'node:crypto'
import type { Db } from '../engine.ts'
import { getMeta, setMeta } from '../facts.ts'
import type { Seal } from '../seal.ts'

/** The index's own key: made with the first words, sealed like an address, and kept when SECRET_KEY changes. */

export const SEARCH_KEY = 'search_key'

export async function searchKey(db: Db, seal: Seal): Promise<Uint8Array | null> {
  const kept = await getMeta(db, SEARCH_KEY)
  if (kept === null) return null
  return Buffer.from(seal.openText(null, Buffer.from(kept, 'base64'), SEARCH_KEY), 'base64')
}

export async function ensureSearchKey(tx: Db, seal: Seal): Promise<Uint8Array> {
  const known = await searchKey(tx, seal)
  if (known) return known
  const made = randomBytes(32)
  const sealed = seal.sealText(null, made.toString('base64'), SEARCH_KEY)
  await setMeta(tx, SEARCH_KEY, sealed.toString('base64'))
  return made
}
