import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Engine } from '../store/engine.ts'
import { getMeta } from '../store/facts.ts'
import { Seal } from '../store/seal.ts'

/** Where the key is kept that SECRET_KEY would otherwise give: beside the database, for its owner's eyes alone. */
export const keyFileOf = (databaseFile: string): string => join(dirname(databaseFile), 'secret.key')

export function loadSecret(given: Uint8Array | null, file: string): Uint8Array {
  if (given) return given
  if (existsSync(file)) return readKey(file)
  mkdirSync(dirname(file), { recursive: true })
  const key = randomBytes(32)
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return key
}

/** The key that opens this database, or null where it is not at hand: a backup is kept apart from its key. */
export async function keyAtHand(
  engine: Engine,
  given: Uint8Array | null,
  file: string,
): Promise<Seal | null> {
  const bytes = given ?? (existsSync(file) ? readKey(file) : null)
  if (!bytes) return null
  const seal = new Seal(bytes)
  return (await getMeta(engine.db, 'key_fingerprint')) === seal.fingerprint ? seal : null
}

const readKey = (file: string): Uint8Array =>
  Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
