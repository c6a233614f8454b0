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

interface Ring {
  /** Of the 32 bytes all of it derives from. */
  fingerprint: string
  secret: Buffer
  wrap: KeyObject
  desk: KeyObject
}

export class Seal {
  /** The newest first; what it seals with. More than one only while SECRET_KEY is being changed. */
  readonly #rings: [Ring, ...Ring[]]
  /** What addresses and links are found by: of the desk's first SECRET_KEY, whichever it has now. */
  #root: Buffer
  #lookup: KeyObject

  /** `secret`: the 32 bytes of SECRET_KEY. */
  constructor(secret: Uint8Array) {
    this.#rings = [ringOf(secret)]
    this.#root = this.#rings[0].secret
    this.#lookup = createSecretKey(derive(this.#root, 'address lookup'))
  }

  /** An independent 32-byte key for one purpose, of the desk's first SECRET_KEY: what it protects is not sealed again. */
  derive(purpose: string): Buffer {
    return derive(this.#root, purpose)
  }

  newKey(): { key: KeyObject; sealed: Buffer } {
    const key = randomBytes(32)
    return { key: createSecretKey(key), sealed: seal(this.#rings[0].wrap, key, 'key') }
  }

  openKey(sealed: Uint8Array): KeyObject {
    return createSecretKey(this.#open('wrap', sealed, 'key'))
  }

  /** Null key: under the desk's own, for what belongs to no conversation. */
  sealText(key: KeyObject | null, text: string, context: string): Buffer {
    return seal(key ?? this.#rings[0].desk, Buffer.from(text, 'utf8'), context)
  }

  openText(key: KeyObject | null, sealed: Uint8Array, context: string): string {
    const plain = key ? open(key, sealed, context) : this.#open('desk', sealed, context)
    return plain.toString('utf8')
  }

  /** What stands under the desk's own key; null for anything else. */
  openIfOurs(sealed: Uint8Array, context: string): string | null {
    for (const { desk } of this.#rings) {
      const plain = tryOpen(desk, sealed, context)
      if (plain) return plain.toString('utf8')
    }
    return null
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
    return this.#rings[0].fingerprint
  }

  /** SECRET_KEY itself, base64: to be sealed under another, and nothing else. */
  get derivedFrom(): string {
    return this.#rings[0].secret.toString('base64')
  }

  get root(): string {
    return this.#root.toString('base64')
  }

  /** Whether this was sealed under a key that is going out of use. */
  isOld(what: 'wrap' | 'desk', sealed: Uint8Array, context: string): boolean {
    return tryOpen(this.#rings[0][what], sealed, context) === null
  }

  /** The same, under the newest key. */
  again(what: 'wrap' | 'desk', sealed: Uint8Array, context: string): Buffer {
    return seal(this.#rings[0][what], this.#open(what, sealed, context), context)
  }

  /** Another SECRET_KEY of this desk: a newer one is sealed with from now on, an older one opens what it sealed. */
  learn(secret: Uint8Array, age: 'newer' | 'older'): void {
    const ring = ringOf(secret)
    if (this.#rings.some(({ fingerprint }) => fingerprint === ring.fingerprint)) return
    if (age === 'newer') this.#rings.unshift(ring)
    else this.#rings.push(ring)
  }

  keepRoot(root: string): void {
    if (root === this.root) return
    this.#root = Buffer.from(root, 'base64')
    this.#lookup = createSecretKey(derive(this.#root, 'address lookup'))
  }

  #open(what: 'wrap' | 'desk', sealed: Uint8Array, context: string): Buffer {
    const [newest, ...older] = this.#rings
    for (const ring of older.length > 0 ? this.#rings : []) {
      const plain = tryOpen(ring[what], sealed, context)
      if (plain) return plain
    }
    return open(newest[what], sealed, context)
  }
}

function ringOf(secret: Uint8Array): Ring {
  if (secret.length !== 32) throw new Error('SECRET_KEY must be 32 bytes')
  const own = Buffer.from(secret)
  return {
    secret: own,
    fingerprint: createHash('sha256').update(derive(own, 'fingerprint')).digest('base64url'),
    wrap: createSecretKey(derive(own, 'conversation keys')),
    desk: createSecretKey(derive(own, 'desk contents')),
  }
}

const derive = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `zhiban ${purpose}`, 32))

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
  const bytes = Buffer.isBuffer(sealed)
    ? sealed
    : Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  // GCM gives all of it at once; what final() does is to prove it.
  const plain = decipher.update(bytes.subarray(NONCE, bytes.length - TAG))
  decipher.final()
  return plain
}

/** Null where this key did not seal it. */
function tryOpen(key: KeyObject, sealed: Uint8Array, context: string): Buffer | null {
  try {
    return open(key, sealed, context)
  } catch (error) {
    // Node's code where it has one; elsewhere the words say it.
    if (/auth|unsupported state|decrypt/i.test((error as Error).message)) return null
    throw error
  }
}

export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url')
