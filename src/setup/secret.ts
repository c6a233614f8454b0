import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Engine } from '../store/engine.ts'
import { getMeta } from '../store/facts.ts'
import { learnKeys } from '../store/rotation.ts'
import { Seal } from '../store/seal.ts'

/** Where the key is kept that SECRET_KEY would otherwise give: beside the database, for its owner's eyes alone. */
export const keyFileOf = (folder: string): string => join(folder, 'secret.key')

export function loadSecret(given: Uint8Array | null, file: string): Uint8Array {
  if (given) return given
  if (existsSync(file)) return readKey(file)
  mkdirSync(dirname(file), { recursive: true })
  // Made whole and then put in place, so that of two processes that start at once both read the same key.
  const made = `${file}.${process.pid}`
  writeFileSync(made, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  try {
    linkSync(made, file)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    rmSync(made)
  }
  return readKey(file)
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
  return (await getMeta(engine.db, 'key_fingerprint')) !== null &&
    (await learnKeys(engine.db, seal))
    ? seal
    : null
}

const readKey = (file: string): Uint8Array =>
  Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
