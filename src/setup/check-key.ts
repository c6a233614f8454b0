import type { Engine } from '../store/engine.ts'
import { getMeta, setMeta } from '../store/facts.ts'
import type { Seal } from '../store/seal.ts'

export class WrongKey extends Error {}

/** A key that is not this database's is found out at the start, not at the first sealed word. */
export async function checkKey(engine: Engine, seal: Seal): Promise<void> {
  const known = await getMeta(engine.db, 'key_fingerprint')
  if (known === null) {
    await engine.atomically((tx) => setMeta(tx, 'key_fingerprint', seal.fingerprint))
  } else if (known !== seal.fingerprint) {
    throw new WrongKey('SECRET_KEY is not the key this database was sealed with')
  }
}
