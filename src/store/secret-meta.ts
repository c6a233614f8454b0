import { randomBytes } from 'node:crypto'
import type { Db } from './engine.ts'
import { getMeta, setMeta } from './facts.ts'
import type { Seal } from './seal.ts'

/** Keys of the desk's own that stay when SECRET_KEY changes: made once, kept sealed under it. */

export const ownKeys = ['search_key', 'anchor_key', 'root_secret'] as const

export type OwnKey = (typeof ownKeys)[number]

export async function ownKey(db: Db, seal: Seal, name: OwnKey): Promise<Uint8Array | null> {
  const kept = await getMeta(db, name)
  if (kept === null) return null
  return Buffer.from(seal.openText(null, Buffer.from(kept, 'base64'), name), 'base64')
}

export async function ensureOwnKey(tx: Db, seal: Seal, name: OwnKey): Promise<Uint8Array> {
  const known = await ownKey(tx, seal, name)
  if (known) return known
  const made = randomBytes(32)
  const sealed = seal.sealText(null, made.toString('base64'), name)
  await setMeta(tx, name, sealed.toString('base64'))
  return made
}
