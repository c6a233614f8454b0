import type { Selectable } from 'kysely'
import type { Db } from '../engine.ts'
import { Keys } from '../keys.ts'
import type { Schema } from '../schema.ts'
import type { Seal } from '../seal.ts'

/** A line of the log as people get to see it. */
export interface EntryView {
  seq: number
  type: string
  /** ISO 8601, UTC */
  at: string
  actor: string
  by?: string
  conversation?: string
  text?: string
  [detail: string]: unknown
}

export type EntryRow = Pick<
  Selectable<Schema['event']>,
  'seq' | 'type' | 'at' | 'actor' | 'by_id' | 'conversation' | 'data' | 'content'
> & { sealed: Uint8Array | null }

export const entryColumns = [
  'event.seq',
  'event.type',
  'event.at',
  'event.actor',
  'event.by_id',
  'event.conversation',
  'event.data',
  'event.content',
] as const

export const iso = (instant: number): string => new Date(instant).toISOString()
export const isoOrNull = (instant: number | null): string | null =>
  instant === null ? null : iso(instant)

/** Puts the words back where the reader may have them. */
export class Reader {
  readonly #keys: Keys

  constructor(db: Db, seal: Seal) {
    this.#keys = new Keys(db, seal)
  }

  async view(row: EntryRow, words: boolean): Promise<EntryView> {
    const text =
      words && row.type !== 'filed' && row.content !== null && row.sealed
        ? await this.#keys.open(row.conversation, row.content, row.sealed)
        : null
    return {
      ...(JSON.parse(row.data) as object),
      seq: row.seq,
      type: row.type,
      at: iso(row.at),
      actor: row.actor,
      ...(row.by_id === null ? {} : { by: row.by_id }),
      ...(row.conversation === null ? {} : { conversation: row.conversation }),
      ...(text === null ? {} : { text }),
    }
  }

  /** Before something of a conversation is opened whose key was read along with it. */
  learn(conversation: string | null, sealedKey: Uint8Array | null): void {
    if (conversation !== null) this.#keys.learn(conversation, sealedKey)
  }

  open(conversation: string | null, content: string, sealed: Uint8Array): Promise<string | null> {
    return this.#keys.open(conversation, content, sealed)
  }
}
