import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type { PoolClient, QueryResult } from 'pg'
import { type Db, Unavailable } from '../../engine.ts'
import type { Schema } from '../../schema.ts'
import { asFault } from './fault.ts'

/**
 * One connection, in or out of a transaction. Each statement is prepared once; within a transaction those whose answer
 * nobody waits for are sent without waiting, so that a decision's writes and its commit are one journey.
 */

interface Statement {
  name: string
  reads: boolean
  /** All there is to know of it is whether it failed; or, marked `later`, its rows are there when the transaction ends. */
  silent: boolean
}

const statements = new Map<string, Statement>()

function statementOf(sql: string): Statement {
  const known = statements.get(sql)
  if (known) return known
  const writes = /^(insert|update|delete)\b/.test(sql) && !/\breturning\b/.test(sql)
  const locks = sql.startsWith('select pg_advisory_xact_lock')
  const made = {
    // Texts built with lists of varying length would fill the map, and the server, for ever.
    name: statements.size < 1000 ? `s${statements.size}` : '',
    reads: /^\s*select\b/i.test(sql),
    silent: writes || locks || sql.endsWith('/* later */'),
  }
  if (made.name) statements.set(sql, made)
  return made
}

const FORGET_AFTER = 3_600_000

export class Session {
  /** Runs on this connection alone. */
  readonly db: Db
  readonly #client: PoolClient
  /** What was sent in this transaction and not looked at yet; null outside of one. */
  #sent: Promise<unknown>[] | null = null
  #wrote = false
  /** Of the last transaction that is known to have been committed. */
  #token: string | null = null

  constructor(client: PoolClient) {
    this.#client = client
    const connection = {
      query: (sql: string, values: readonly unknown[]) => this.query(sql, values),
      release: () => {},
    }
    const pool = { connect: async () => connection, end: async () => {}, options: {} }
    this.db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as never }) })
  }

  async query(sql: string, values: readonly unknown[] = []) {
    const { name, reads, silent } = statementOf(sql)
    const named = name && values.length > 0 ? { name } : {}
    const answer = this.#ask({ text: sql, values: [...values], ...named })
    if (!reads) this.#wrote = true
    if (this.#sent && silent) {
      const later = { command: 'SELECT', rowCount: 0, rows: [] as unknown[] }
      this.#send(answer.then(({ rows }) => later.rows.push(...rows)))
      return later
    }
    try {
      return await answer
    } catch (error) {
      // Where something sent before had failed, that is the reason.
      await this.#looked()
      throw error
    }
  }

  /** Its commit is not flushed: that is asked for by itself (flush.ts). */
  begin(): void {
    this.#wrote = false
    this.#sent = []
    this.#send(this.#ask({ text: 'begin; set local synchronous_commit = off' }))
  }

  /**
   * `token` is what the outcome can be asked for by (outcome.ts); null where the transaction only read. `lost` is why the
   * answer never came, where it did not.
   */
  async commit(): Promise<{ token: string | null; lost: Unavailable | null }> {
    const token = this.#wrote ? this.#leaveToken() : null
    const done = this.#ask({ text: 'commit' })
    try {
      await this.#looked()
      const { command } = await done
      if (command !== 'COMMIT') throw new Error('the transaction had failed')
      this.#token = token ?? this.#token
      return { token, lost: null }
    } catch (error) {
      if (error instanceof Unavailable) return { token, lost: error }
      throw error
    } finally {
      this.#sent = null
    }
  }

  async rollback(): Promise<void> {
    await Promise.allSettled(this.#sent ?? [])
    this.#sent = null
    await this.#ask({ text: 'rollback' })
  }

  #leaveToken(): string {
    const [token, at, known] = [randomUUID(), Date.now(), this.#token]
    const forget = known
      ? { name: 'forget', text: 'delete from outcome where token = $1', values: [known] }
      : { text: 'delete from outcome where at < $1', values: [at - FORGET_AFTER] }
    const leave = {
      name: 'leave',
      text: 'insert into outcome (token, committed, at) values ($1, 1, $2)',
      values: [token, at],
    }
    this.#send(this.#ask(forget))
    this.#send(this.#ask(leave))
    return token
  }

  #send(answer: Promise<unknown>): void {
    // Looked at when the transaction ends; one that fails before then must not end the process.
    answer.catch(() => {})
    this.#sent?.push(answer)
  }

  async #looked(): Promise<void> {
    await Promise.all(this.#sent ?? [])
  }

  #ask(query: { text: string; name?: string; values?: unknown[] }): Promise<QueryResult> {
    const answer = this.#client.query(query).catch((error: unknown) => {
      throw asFault(error)
    })
    // Each is awaited in its turn; one that fails before it is must not end the process.
    answer.catch(() => {})
    return answer
  }
}
