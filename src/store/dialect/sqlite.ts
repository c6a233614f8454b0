import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import type { Db, Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { Gather, type Transactions } from './gather.ts'

/** SQLite in a file, WAL, `synchronous=FULL`: what was committed survives a power cut. */

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
  // What is deleted is overwritten: a key that was thrown away is not left lying in a free page.
  raw.pragma('secure_delete = on')
  raw.pragma('cache_size = -65536')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(raw) }) })
  const gather = new Gather(onConnection(db))
  return {
    db,
    atomically: (work) => gather.add(work),
    durable: async () => {},
    notices: null,
    backup: async (target) => {
      if (existsSync(target)) throw fileError('EEXIST', target)
      if (!existsSync(dirname(target))) throw fileError('ENOENT', dirname(target))
      await raw.backup(target)
    },
    erase: () => db.connection().execute(async () => emptyLog(raw)),
    close: async () => {
      await gather.idle()
      await db.destroy()
    },
  }
}

/**
 * Frames written before a deletion stay in the log beside the file until they are overwritten; emptied, they are gone.
 * Somebody who reads just then (a backup) is not waited for: the next deletion, or the next day's, does it.
 */
function emptyLog(raw: Database.Database): void {
  raw.pragma('busy_timeout = 0')
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    raw.pragma('busy_timeout = 5000')
  }
}

/** A file as it is, what stands in its log beside it included, into another. */
export async function copySqlite(file: string, target: string): Promise<void> {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    await raw.backup(target)
  } finally {
    raw.close()
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

const onConnection = (db: Db): Transactions => ({
  whole: (work) =>
    db.connection().execute(async (tx) => {
      await tx.executeQuery(begin)
      try {
        await work(tx)
        await tx.executeQuery(commit)
      } catch (error) {
        await tx.executeQuery(rollback)
        throw error
      }
    }),
  piece: async (tx, work) => {
    await tx.executeQuery(savepoint)
    try {
      const value = await work(tx)
      await tx.executeQuery(release)
      return value
    } catch (error) {
      await tx.executeQuery(undo)
      await tx.executeQuery(release)
      throw error
    }
  },
})
