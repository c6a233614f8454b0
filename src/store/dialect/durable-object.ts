import type { DurableObjectStorage, SqlStorage, SqlStorageValue } from '@cloudflare/workers-types'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
  sql,
  type TableMetadata,
} from 'kysely'
import type { Db, Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { Gather } from './gather.ts'

/**
 * The SQLite inside a Durable Object (docs/decisions/durable-object.md). SQL's own BEGIN and SAVEPOINT are refused
 * there; a transaction is `storage.transaction()`, and one inside another is a savepoint. What was committed is held
 * back from the outside world until it is durable, so an acknowledgement never runs ahead of it.
 */
export interface DurableObjectParts {
  storage: DurableObjectStorage
  /** Called at the end of every transaction that wrote, and inside it: what it arms is committed with the rest. */
  beforeCommit: (tx: Db) => Promise<void>
}

export function openDurableObject({ storage, beforeCommit }: DurableObjectParts): Engine {
  const connection = new Connection(storage.sql)
  const db = new Kysely<Schema>({ dialect: new DurableObjectDialect(storage, connection) })
  const gather = new Gather({
    whole: (work) =>
      db.transaction().execute(async (tx) => {
        const before = connection.written
        await work(tx)
        if (connection.written > before) await beforeCommit(tx)
      }),
    piece: (tx, work) => storage.transaction(() => work(tx)),
  })
  return {
    db,
    notices: null,
    atomically: (work) => gather.add(work),
    // The platform holds every answer back for it.
    durable: async () => {},
    // The platform keeps its own log, and lets nobody at it.
    erase: async () => {},
    backup: () => Promise.reject(new Error('a Durable Object has no files to copy itself into')),
    close: () => gather.idle(),
  }
}

class DurableObjectDialect implements Dialect {
  readonly #storage: DurableObjectStorage
  readonly #connection: Connection

  constructor(storage: DurableObjectStorage, connection: Connection) {
    this.#storage = storage
    this.#connection = connection
  }

  createAdapter = () => new SqliteAdapter()
  createDriver = () => new DurableObjectDriver(this.#storage, this.#connection)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createIntrospector = (db: Kysely<unknown>) => new Introspector(db)
}

/** Kysely's own looks at every table at once, and the platform's refuse to be looked at. */
class Introspector implements DatabaseIntrospector {
  readonly #db: Kysely<unknown>

  constructor(db: Kysely<unknown>) {
    this.#db = db
  }

  getSchemas = async () => []

  async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<{ name: string }>`select name from sqlite_master
      where type = 'table' and substr(name, 1, 4) <> '_cf_' order by name`.execute(this.#db)
    const tables: TableMetadata[] = []
    for (const { name } of rows) {
      tables.push({ name, isView: false, isForeign: false, columns: await this.#columns(name) })
    }
    return tables
  }

  async #columns(table: string): Promise<TableMetadata['columns']> {
    const { rows } = await sql<Column>`select * from pragma_table_info(${table})`.execute(this.#db)
    return rows.map(({ name, type, notnull, pk, dflt_value }) => ({
      name,
      dataType: type,
      isNullable: notnull === 0,
      isAutoIncrementing: pk > 0 && type.toLowerCase() === 'integer',
      hasDefaultValue: dflt_value !== null,
    }))
  }
}

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
  dflt_value: unknown
}

const undone = Symbol('undone')

/** One object, one connection: Kysely hands it to one user at a time (the adapter says there is but one). */
class DurableObjectDriver implements Driver {
  readonly #storage: DurableObjectStorage
  readonly #connection: Connection
  #open: { end: (how: 'commit' | typeof undone) => void; over: Promise<void> } | null = null

  constructor(storage: DurableObjectStorage, connection: Connection) {
    this.#storage = storage
    this.#connection = connection
  }

  async init(): Promise<void> {}
  acquireConnection = async () => this.#connection
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  /** The storage wants the whole transaction as one function: it is given one that waits for its end. */
  beginTransaction(): Promise<void> {
    return new Promise((begun, failed) => {
      const { promise, resolve: end } = Promise.withResolvers<'commit' | typeof undone>()
      const over = this.#storage.transaction(async () => {
        begun()
        if ((await promise) === undone) throw undone
      })
      over.catch(failed)
      this.#open = { end, over }
    })
  }

  commitTransaction(): Promise<void> {
    return this.#end('commit')
  }

  rollbackTransaction(): Promise<void> {
    return this.#end(undone).catch((error: unknown) => {
      if (error !== undone) throw error
    })
  }

  async #end(how: 'commit' | typeof undone): Promise<void> {
    const open = this.#open
    this.#open = null
    open?.end(how)
    await open?.over
  }
}

const changes = /^\s*(update|delete)\b/i

class Connection implements DatabaseConnection {
  readonly #sql: SqlStorage
  /** Rows written so far, index entries among them. */
  written = 0

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const cursor = this.#sql.exec(sql, ...(parameters as SqlStorageValue[]))
    const rows = cursor.toArray()
    this.written += cursor.rowsWritten
    for (const row of rows) asBytes(row)
    if (!changes.test(sql)) return { rows: rows as R[] }
    const { n } = this.#sql.exec<{ n: number }>('select changes() as n').one()
    return { rows: rows as R[], numAffectedRows: BigInt(n) }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('a Durable Object gives all rows at once')
  }
}

/** Blobs come as ArrayBuffer; the rest of the house knows Uint8Array. */
function asBytes(row: Record<string, unknown>): void {
  for (const name in row) {
    const value = row[name]
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value)
  }
}
