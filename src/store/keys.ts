import type { KeyObject } from 'node:crypto'
import type { Db } from './engine.ts'
import { passFor } from './pass.ts'
import type { Seal } from './seal.ts'
import { slot, statement } from './statement.ts'

/** The conversations one transaction touches: their keys, and what was read of them. */
export class Keys {
  readonly #seal: Seal
  readonly #tx: Db
  readonly #sealed = new Map<string, Uint8Array | null>()
  readonly #rows = new Map<string, unknown[]>()
  readonly #open = new Map<string, KeyObject | null>()

  constructor(tx: Db, seal: Seal) {
    this.#tx = tx
    this.#seal = seal
  }

  /** A conversation that was read, with its values as they stand in the table. */
  know(conversation: string, sealedKey: Uint8Array | null, values: unknown[] | null = null): void {
    this.#sealed.set(conversation, sealedKey)
    if (values) this.#rows.set(conversation, values)
  }

  /** The same, read along with something of it; what is known already stays. */
  learn(conversation: string, sealedKey: Uint8Array | null): void {
    if (!this.#sealed.has(conversation)) this.#sealed.set(conversation, sealedKey)
  }

  /** What was read; undefined for a conversation that is new. */
  before(conversation: string): unknown[] | undefined {
    return this.#rows.get(conversation)
  }

  /** Makes a key for a conversation that is not known yet. */
  async ensure(conversation: string): Promise<void> {
    if (this.#sealed.has(conversation)) return
    const { key, sealed } = this.#seal.newKey()
    this.#sealed.set(conversation, sealed)
    this.#open.set(conversation, key)
  }

  sealedOf(conversation: string): Uint8Array | null {
    return this.#sealed.get(conversation) ?? null
  }

  async isForgotten(conversation: string): Promise<boolean> {
    return (await this.#keyOf(conversation)) === null
  }

  async seal(conversation: string | null, content: string, text: string): Promise<Buffer> {
    const key = await this.#keyOf(conversation)
    if (conversation !== null && key === null) throw new Error('this conversation was forgotten')
    return this.#seal.sealText(key, text, content)
  }

  /** Null where the conversation was forgotten. */
  async open(
    conversation: string | null,
    content: string,
    sealed: Uint8Array,
  ): Promise<string | null> {
    if (conversation === null) return this.#seal.openText(null, sealed, content)
    const key = await this.#keyOf(conversation)
    // Of a conversation that was forgotten, what the law wants kept is under the desk's own key.
    return key ? this.#seal.openText(key, sealed, content) : this.#seal.openIfOurs(sealed, content)
  }

  /** A keyed hash something is found by. */
  mark(kind: string, text: string): string {
    return this.#seal.lookup(kind, text)
  }

  /** What a secret is found by; tells nothing of it. */
  hashOf(kind: string, secret: string): string {
    return this.#seal.lookup(kind, secret)
  }

  passFor(contact: string, now: number): string {
    return passFor(this.#seal, contact, now)
  }

  sealAddress(contact: string, address: string): Buffer {
    return this.#seal.sealText(null, address, contact)
  }

  openAddress(contact: string, sealed: Uint8Array): string {
    return this.#seal.openText(null, sealed, contact)
  }

  async #keyOf(conversation: string | null): Promise<KeyObject | null> {
    if (conversation === null) return null
    const known = this.#open.get(conversation)
    if (known !== undefined) return known
    let sealed = this.#sealed.get(conversation)
    if (sealed === undefined) {
      sealed = (await sealedKey(this.#tx, conversation))[0]?.sealed_key ?? null
      this.#sealed.set(conversation, sealed)
    }
    const key = sealed && this.#seal.openKey(sealed)
    this.#open.set(conversation, key)
    return key
  }
}

const sealedKey = statement((db) =>
  db.selectFrom('conversation').select('sealed_key').where('id', '=', slot<string>(0)),
)
