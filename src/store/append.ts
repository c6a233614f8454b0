import type { Entry } from '../desk/effect.ts'
import { GENESIS, hashOf } from './chain.ts'
import type { Db } from './engine.ts'
import { lockLog } from './hold.ts'
import { digest } from './seal.ts'
import { statement, upsert } from './statement.ts'

const head = statement((db) =>
  db.selectFrom('event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)
const addEvent = upsert(
  'event',
  [
    'seq',
    'key',
    'type',
    'at',
    'actor',
    'by_id',
    'conversation',
    'data',
    'content',
    'digest',
    'hash',
  ],
  null,
)

/** Adds lines to the event log, each chained to the one before. Words are elsewhere; the line keeps their digest. */
export class LogWriter {
  readonly #tx: Db
  #head: { seq: number; hash: string } | null = null

  constructor(tx: Db) {
    this.#tx = tx
  }

  /** Returns the line's number. */
  async append(entry: Entry, key: string | null, at: number): Promise<number> {
    const last = this.#head ?? (await this.#last())
    const { words } = entry
    const row = {
      seq: last.seq + 1,
      key,
      type: entry.type,
      at,
      actor: entry.actor,
      by_id: entry.by ?? null,
      conversation: entry.conversation ?? null,
      data: entry.data ? JSON.stringify(entry.data) : '{}',
      content: words?.id ?? null,
      digest: words ? digest(words.text) : null,
    }
    const hash = hashOf(last.hash, row)
    await addEvent(this.#tx, [
      row.seq,
      row.key,
      row.type,
      row.at,
      row.actor,
      row.by_id,
      row.conversation,
      row.data,
      row.content,
      row.digest,
      hash,
    ])
    this.#head = { seq: row.seq, hash }
    return row.seq
  }

  async #last(): Promise<{ seq: number; hash: string }> {
    await lockLog(this.#tx)
    return (await head(this.#tx))[0] ?? { seq: 0, hash: GENESIS }
  }
}
