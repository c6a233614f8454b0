import { Kysely, PostgresDialect } from 'kysely'
import type { PoolClient, QueryResult } from 'pg'
import { type Db, Unavailable } from '../../engine.ts'
import type { Schema } from '../../schema.ts'
import { asFault } from './fault.ts'

/**
 * One connection, in or out of a transaction. Each statement is prepared once; within a transaction those that
 * answer with nothing are sent without waiting, so that a decision's writes and its commit are one journey.
 */

interface Statement {
  name: string
  /** All there is to know of it is whether it failed. */
  silent: boolean
}

const statements = new Map<string, Statement>()

function statementOf(sql: string): Statement | undefined {
  let known = statements.get(sql)
  // Texts built with lists of varying length would fill the map for ever.
  if (!known && statements.size < 1000) {
    const writes = /^(insert|update|delete)\b/.test(sql) && !/\breturning\b/.test(sql)
    const locks = sql.startsWith('select pg_advisory_xact_lock')
    known = { name: `s${statements.size}`, silent: writes || locks }
    statements.set(sql, known)
  }
  return known
}

const nothing = { command: 'SELECT', rowCount: 0, rows: [] as unknown[] }

export class Session {
  /** Runs on this connection alone. */
  readonly db: Db
  readonly #client: PoolClient
  /** What was sent in this transaction and not looked at yet; null outside of one. */
  #sent: Promise<unknown>[] | null = null

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
    const known = statementOf(sql)
    const named = known && values.length > 0 ? { name: known.name } : {}
    const answer = this.#ask({ text: sql, values: [...values], ...named })
    if (this.#sent && known?.silent) {
      this.#sent.push(answer)
      return nothing
    }
    try {
      return await answer
    } catch (error) {
      // Where something sent before had failed, that is the reason.
      await this.#looked()
      throw error
    }
  }

  /** Resolves with the transaction's number, by which its outcome can be asked for. */
  async begin(): Promise<string> {
    const begun = this.#ask({ text: 'begin' })
    this.#sent = [begun]
    const { rows } = await this.#ask({ text: 'select pg_current_xact_id()::text as xid' })
    return rows[0].xid
  }

  /** False where the connection was lost before the answer came. */
  async commit(): Promise<boolean> {
    const done = this.#ask({ text: 'commit' })
    try {
      await this.#looked()
      const { command } = await done
      if (command !== 'COMMIT') throw new Error('the transaction had failed')
      return true
    } catch (error) {
      if (error instanceof Unavailable) return false
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
