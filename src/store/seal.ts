import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/**
 * Words and addresses at rest (DESIGN §3): AES-256-GCM under a conversation's own key, that key sealed under
 * SECRET_KEY. Throwing a conversation's key away forgets its words; the log stays whole.
 */

const NONCE = 12
const TAG = 16

export class Seal {
  readonly #wrap: KeyObject
  readonly #desk: KeyObject
  readonly #lookup: KeyObject
  readonly #secret: Buffer

  /** `secret`: the 32 bytes of SECRET_KEY. */
  constructor(secret: Uint8Array) {
    if (secret.length !== 32) throw new Error('SECRET_KEY must be 32 bytes')
    this.#secret = Buffer.from(secret)
    this.#wrap = createSecretKey(this.derive('conversation keys'))
    this.#desk = createSecretKey(this.derive('desk contents'))
    this.#lookup = createSecretKey(this.derive('address lookup'))
  }

  /** An independent 32-byte key for one purpose. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret, '', `zhiban ${purpose}`, 32))
  }

  newKey(): { key: KeyObject; sealed: Buffer } {
    const key = randomBytes(32)
    return { key: createSecretKey(key), sealed: seal(this.#wrap, key, 'key') }
  }

  openKey(sealed: Uint8Array): KeyObject {
    return createSecretKey(open(this.#wrap, sealed, 'key'))
  }

  /** Null key: under the desk's own, for what belongs to no conversation. */
  sealText(key: KeyObject | null, text: string, context: string): Buffer {
    return seal(key ?? this.#desk, Buffer.from(text, 'utf8'), context)
  }

  openText(key: KeyObject | null, sealed: Uint8Array, context: string): string {
    return open(key ?? this.#desk, sealed, context).toString('utf8')
  }

  /** The keyed hash an address is found by; it tells nothing without the key. */
  lookup(kind: string, address: string): string {
    return createHmac('sha256', this.#lookup)
      .update(`${kind}:${address}`)
      .digest('base64url')
      .slice(0, 32)
  }

  /** Shows whether this key belongs to a database without saying anything about it. */
  get fingerprint(): string {
    return createHash('sha256').update(this.derive('fingerprint')).digest('base64url')
  }
}

/** The context (which row this is) is bound in, so that sealed bytes cannot be moved to another row. */
function seal(key: KeyObject, plain: Buffer, context: string): Buffer {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Asking the system for twelve bytes costs as much as for four thousand. */
let pool = Buffer.alloc(0)
let drawn = 0
function nextNonce(): Buffer {
  if (drawn + NONCE > pool.length) {
    pool = randomBytes(NONCE * 341)
    drawn = 0
  }
  drawn += NONCE
  return pool.subarray(drawn - NONCE, drawn)
}

function open(key: KeyObject, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([
    decipher.update(bytes.subarray(NONCE, bytes.length - TAG)),
    decipher.final(),
  ])
}

export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url')
