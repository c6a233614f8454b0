import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { Db, Engine } from './engine.ts'
import type { Seal } from './seal.ts'
import { ensureOwnKey, ownKey } from './secret-meta.ts'

/**
 * An anchor says how the log stood on a day: its last line's number and hash, signed by the desk (Ed25519). Kept where
 * the database is not, it shows a log that was cut short or written anew, which the chain alone cannot.
 */
const shape = z.strictObject({
  seq: z.int().min(0),
  hash: z.string(),
  at: z.iso.datetime(),
  /** The desk's public key and its signature over the rest, base64url. */
  key: z.string(),
  signature: z.string(),
})

export type Anchor = z.infer<typeof shape>

const signed = ({ seq, hash, at }: Pick<Anchor, 'seq' | 'hash' | 'at'>): Buffer =>
  Buffer.from(`zhiban anchor\n${seq}\n${hash}\n${at}`)

export async function makeAnchor(engine: Engine, seal: Seal, now: number): Promise<Anchor> {
  const key = await engine.atomically((tx) => ensureOwnKey(tx, seal, 'anchor_key'))
  const head = await lineOf(engine.db, null)
  const told = { seq: head?.seq ?? 0, hash: head?.hash ?? '', at: new Date(now).toISOString() }
  const secret = privateKey(key)
  return {
    ...told,
    key: publicText(secret),
    signature: sign(null, signed(told), secret).toString('base64url'),
  }
}

/** Null for a line that is no anchor. */
export function readAnchor(line: string): Anchor | null {
  try {
    return shape.parse(JSON.parse(line))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

export type AnchorFault = 'not signed by this desk' | 'cut' | 'rewritten'

/** What is wrong with the log, or with the anchor; null where both agree. */
export async function checkAnchor(
  db: Db,
  seal: Seal | null,
  anchor: Anchor,
): Promise<AnchorFault | null> {
  const own = seal && (await ownKey(db, seal, 'anchor_key'))
  const known = own ? publicText(privateKey(own)) : anchor.key
  if (known !== anchor.key || !isSigned(anchor)) return 'not signed by this desk'
  if (anchor.seq === 0) return null
  const line = await lineOf(db, anchor.seq)
  if (!line) return 'cut'
  return line.hash === anchor.hash ? null : 'rewritten'
}

function isSigned(anchor: Anchor): boolean {
  const der = Buffer.concat([PUBLIC, Buffer.from(anchor.key, 'base64url')])
  if (der.length !== PUBLIC.length + 32) return false
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, signed(anchor), key, Buffer.from(anchor.signature, 'base64url'))
}

/** What DER puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })

const publicText = (secret: KeyObject): string =>
  createPublicKey(secret)
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC.length)
    .toString('base64url')

/** One line of the log, or its last. */
async function lineOf(db: Db, seq: number | null) {
  const query = db.selectFrom('event').select(['seq', 'hash'])
  return seq === null
    ? query.orderBy('seq', 'desc').limit(1).executeTakeFirst()
    : query.where('seq', '=', seq).executeTakeFirst()
}
