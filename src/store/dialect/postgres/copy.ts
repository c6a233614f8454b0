import { existsSync } from 'node:fs'
import type { Db } from '../../engine.ts'
import { migrate } from '../../migrate.ts'
import { SEARCH_CURSOR } from '../../search/follow.ts'
import { openSqlite } from '../sqlite.ts'
import type { Connections } from './pool.ts'

/** A backup is an SQLite file of the same tables: `verify` reads it, and a desk on one machine could run on it. */

const BATCH = 500

export async function copyTo(file: string, connections: Connections): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already`)
  const copy = openSqlite(file)
  const { session, release } = await connections.take()
  try {
    await migrate(copy.db)
    // One snapshot of everything, whatever is written meanwhile.
    await session.query('begin isolation level repeatable read read only')
    const tables = await tablesOf(copy.db)
    await copy.atomically(async (tx) => {
      for (const table of tables) {
        await session.query(`declare line no scroll cursor for select * from "${table}"`)
        for (;;) {
          const { rows } = await session.query(`fetch ${BATCH} from line`)
          for (const row of rows) await insert(tx, table, row as Record<string, unknown>)
          if (rows.length < BATCH) break
        }
        await session.query('close line')
      }
      await tx.deleteFrom('meta').where('key', '=', SEARCH_CURSOR).execute()
    })
    await session.query('commit')
    release(false)
  } catch (error) {
    release(true)
    throw error
  } finally {
    await copy.close()
  }
}

/** Processes and their transactions are nobody's memory, and the search index is made anew from the log. */
const left = (name: string): boolean =>
  ['process', 'outcome'].includes(name) || name.startsWith('search_')

export const tablesOf = async (db: Db): Promise<string[]> => {
  const tables = await db.introspection.getTables()
  return inOrder(tables.map(({ name }) => name).filter((name) => !left(name)))
}

/** Others point to `user`. */
const inOrder = (names: string[]): string[] =>
  names.toSorted((a, b) => Number(b === 'user') - Number(a === 'user'))

async function insert(tx: Db, table: string, row: Record<string, unknown>): Promise<void> {
  const values = Object.fromEntries(Object.entries(row).map(([name, v]) => [name, plain(v)]))
  await tx
    .insertInto(table as 'meta')
    .values(values as never)
    .execute()
}

/** SQLite knows neither booleans nor dates. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  return value instanceof Date ? value.toISOString() : value
}
