import type { Db } from './engine.ts'
import { getMeta } from './facts.ts'
import type { Seal } from './seal.ts'

/** The desk's own pair of keys for web push (VAPID, RFC 8292): made when first asked for, and kept sealed with the rest. */

export interface PushKeys {
  publicKey: string
  privateKey: string
}

const NAME = 'push_keys'

export async function pushKeys(db: Db, seal: Seal): Promise<PushKeys> {
  const known = await read(db, seal)
  if (known) return known
  const made = seal.sealText(null, JSON.stringify(await makeKeys()), NAME).toString('base64')
  // Of two processes that make one at once, the first is right for both.
  await db
    .insertInto('meta')
    .values({ key: NAME, value: made })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  return (await read(db, seal)) as PushKeys
}

async function read(db: Db, seal: Seal): Promise<PushKeys | null> {
  const kept = await getMeta(db, NAME)
  return kept === null
    ? null
    : (JSON.parse(seal.openText(null, Buffer.from(kept, 'base64'), NAME)) as PushKeys)
}

async function makeKeys(): Promise<PushKeys> {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const {
    x = '',
    y = '',
    d = '',
  } = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return { publicKey: Buffer.concat(point).toString('base64url'), privateKey: d }
}
