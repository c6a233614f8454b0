import type { Engine } from '../store/engine.ts'
import { getMeta, setMeta } from '../store/facts.ts'
import { holdFloor } from '../store/hold.ts'
import { learnKeys } from '../store/rotation.ts'
import type { Seal } from '../store/seal.ts'

export class WrongKey extends Error {}

/** A key that is not this database's is found out at the start, not at the first sealed word. */
export async function checkKey(engine: Engine, seal: Seal): Promise<void> {
  const known = await engine.atomically(async (tx) => {
    await holdFloor(tx)
    const before = await getMeta(tx, 'key_fingerprint')
    if (before === null) await setMeta(tx, 'key_fingerprint', seal.fingerprint)
    return learnKeys(tx, seal)
  })
  if (!known) {
    throw new WrongKey('SECRET_KEY is not the key this database was sealed with')
  }
}
