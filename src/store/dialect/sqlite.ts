import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import type { Db, Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'

/** SQLite in a file, WAL, `synchronous=FULL`: what was committed survives a power cut. */

interface Job {
  work: (tx: Db) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

const begin = CompiledQuery.raw('begin immediate')
const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')
const savepoint = CompiledQuery.raw('savepoint one')
const release = CompiledQuery.raw('release one')
const undo = CompiledQuery.raw('rollback to one')

export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true })
  const raw = new Database(file)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('cache_size = -65536')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(raw) }) })
  const gather = new Gather(db)
  return {
    db,
    atomically: (work) => gather.add(work),
    notices: null,
    backup: async (target) => {
      if (existsSync(target)) throw fileError('EEXIST', target)
      if (!existsSync(dirname(target))) throw fileError('ENOENT', dirname(target))
      await raw.backup(target)
    },
    close: async () => {
      await gather.idle()
      await db.destroy()
    },
  }
}

const fileError = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${path}`), { code, path })

/** Kysely prepares each statement anew; there are few, so each is prepared once. */
function keepStatements(raw: Database.Database) {
  const kept = new Map<string, Database.Statement>()
  return {
    prepare(sql: string) {
      let statement = kept.get(sql)
      if (!statement) {
        statement = raw.prepare(sql)
        // Statements built with values inlined or lists of varying length would fill the map for ever.
        if (kept.size < 1000) kept.set(sql, statement)
      }
      return statement as never
    },
    close: () => raw.close(),
  }
}

/**
 * Work that arrives in one turn of the event loop shares a commit, and so a flush to disk (docs/decisions).
 * Each piece has a savepoint of its own: one that fails is undone alone.
 */
class Gather {
  readonly #db: Db
  #jobs: Job[] = []
  #running: Promise<void> | null = null

  constructor(db: Db) {
    this.#db = db
  }

  add<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
      this.#running ??= this.#drain()
    })
  }

  async idle(): Promise<void> {
    await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0) {
      await new Promise(setImmediate)
      const jobs = this.#jobs
      this.#jobs = []
      await this.#commit(jobs)
    }
    this.#running = null
  }

  async #commit(jobs: Job[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      await this.#db.connection().execute(async (tx) => {
        await tx.executeQuery(begin)
        try {
          for (const job of jobs) settle.push(await attempt(tx, job))
          await tx.executeQuery(commit)
        } catch (error) {
          await tx.executeQuery(rollback)
          throw error
        }
      })
    } catch (error) {
      for (const job of jobs) job.reject(error)
      return
    }
    for (const done of settle) done()
  }
}

async function attempt(tx: Db, job: Job): Promise<() => void> {
  await tx.executeQuery(savepoint)
  try {
    const value = await job.work(tx)
    await tx.executeQuery(release)
    return () => job.resolve(value)
  } catch (error) {
    await tx.executeQuery(undo)
    await tx.executeQuery(release)
    return () => job.reject(error)
  }
}
