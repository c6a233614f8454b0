import { CompiledQuery } from 'kysely'
import type { Db } from '../engine.ts'
import { flavourOf } from '../flavour.ts'
import { asNumbers, asText } from './pairs.ts'

/** Where the engines keep what the index says: which docs hold a pair. The same questions, the same answers. */
export interface Postings {
  add(tx: Db, doc: Doc): Promise<void>
  remove(tx: Db, id: number): Promise<void>
  /** Docs below `below` that hold all of the tokens, the newest conversation's first. */
  find(db: Db, tokens: Buffer, below: number, limit: number): Promise<number[]>
}

export interface Doc {
  id: number
  /** What was said, client and lawyers by name; or the record as it stands. */
  kind: 'talk' | 'record'
  tokens: Buffer
}

const run = async <Row>(db: Db, sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await db.executeQuery<Row>(CompiledQuery.raw(sql, values) as CompiledQuery<Row>)).rows

const ids = (rows: { id: number }[]): number[] => rows.map(({ id }) => id)

const insertDoc = 'insert into search_doc (id, kind, tokens) values'

const sqlite: Postings = {
  async add(tx, { id, kind, tokens }) {
    await run(tx, `${insertDoc} (?, ?, ?)`, id, kind, tokens)
    const insert = 'insert into search_postings (rowid, tokens) values (?, ?)'
    await run(tx, insert, id, asText(tokens, ' '))
  },
  async remove(tx, id) {
    const known = 'select tokens from search_doc where id = ?'
    const [row] = await run<{ tokens: Uint8Array }>(tx, known, id)
    if (!row) return
    // FTS5 keeps no copy of what it indexed: it must be told what to take out.
    const out = `insert into search_postings (search_postings, rowid, tokens) values ('delete', ?, ?)`
    await run(tx, out, id, asText(Buffer.from(row.tokens), ' '))
    await run(tx, 'delete from search_doc where id = ?', id)
  },
  async find(db, tokens, below, limit) {
    const ask = `select rowid as id from search_postings where search_postings match ? and rowid < ?
      order by rowid desc limit ?`
    return ids(await run(db, ask, asText(tokens, ' AND '), below, limit))
  },
}

const postgres: Postings = {
  async add(tx, { id, kind, tokens }) {
    await run(tx, `${insertDoc} ($1, $2, $3)`, id, kind, asNumbers(tokens))
  },
  async remove(tx, id) {
    await run(tx, 'delete from search_doc where id = $1', id)
  },
  async find(db, tokens, below, limit) {
    const ask = `select id from search_doc where tokens @> $1::bigint[] and id < $2
      order by id desc limit $3`
    return ids(await run(db, ask, asNumbers(tokens), below, limit))
  },
}

export const postingsOf = (db: Db): Postings =>
  flavourOf(db).name === 'postgres' ? postgres : sqlite
