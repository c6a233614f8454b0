import { sql } from 'kysely'
import type { Entry } from '../desk/effect.ts'
import { type EventRow, GENESIS, hashOf, tailOf } from './chain.ts'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'
import { lockLog } from './hold.ts'
import { digest } from './seal.ts'
import { slot, statement, upsert } from './statement.ts'

const head = statement((db) =>
  db.selectFrom('event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(sql.lit(1)),
)
const columns = [
  'key',
  'type',
  'at',
  'actor',
  'by_id',
  'conversation',
  'data',
  'content',
  'digest',
] as const
const addEvent = upsert('event', ['seq', ...columns, 'hash'], null)

/**
 * PostgreSQL chains the line itself: between reading the head and the commit nobody else can add one, so neither may
 * wait for a journey to us and back. The text that is hashed is hashOf's, which `verify` checks every line by.
 */
const chained = statement<{ seq: number }>((db) => {
  const seq = sql`coalesce(head.seq, 0) + 1`
  const line = sql`'["' || coalesce(head.hash, ${sql.lit(GENESIS)}) || '",' || ${seq} || ',' || ${slot(columns.length)}::text`
  const hash = sql`rtrim(translate(encode(sha256(convert_to(${line}, 'UTF8')), 'base64'), '+/', '-_'), '=')`
  const values = columns.map((c, i) => (c === 'at' ? sql`${slot(i)}::bigint` : slot(i)))
  const insert = sql<{ seq: number }>`
    insert into event (seq, ${sql.join(columns.map((c) => sql.ref(c)))}, hash)
    select ${seq}, ${sql.join(values)}, ${hash}
    from (select 1) one left join (select seq, hash from event order by seq desc limit 1) head on true
    returning seq /* later */`
  return { compile: () => insert.compile(db) }
})

type Line = Omit<EventRow, 'seq' | 'hash'>

/** Adds lines to the event log, each chained to the one before. Words are elsewhere; the line keeps their digest. */
export class LogWriter {
  readonly #tx: Db
  readonly #there: boolean
  #head: { seq: number; hash: string } | null = null
  #first: { seq: number }[] = []
  #lines = 0

  constructor(tx: Db) {
    this.#tx = tx
    this.#there = flavourOf(tx).name === 'postgres'
  }

  /** Lines added so far. */
  get lines(): number {
    return this.#lines
  }

  /** The first line's number, known once the transaction has ended; 0 where none was added. */
  get first(): number {
    return this.#first[0]?.seq ?? 0
  }

  async append(entry: Entry, key: string | null, at: number): Promise<void> {
    const { words } = entry
    const line: Line = {
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
    const added = this.#there ? await this.#addThere(line) : await this.#addHere(line)
    if (this.#lines++ === 0) this.#first = added
  }

  async #addThere(line: Line): Promise<{ seq: number }[]> {
    if (this.#lines === 0) await lockLog(this.#tx)
    return chained(this.#tx, ...valuesOf(line), tailOf(line))
  }

  async #addHere(line: Line): Promise<{ seq: number }[]> {
    const last = this.#head ?? (await head(this.#tx))[0] ?? { seq: 0, hash: GENESIS }
    const seq = last.seq + 1
    const hash = hashOf(last.hash, { seq, ...line })
    await addEvent(this.#tx, [seq, ...valuesOf(line), hash])
    this.#head = { seq, hash }
    return [{ seq }]
  }
}

const valuesOf = (line: Line): unknown[] => columns.map((column) => line[column])
