import { sql } from 'kysely'
import type { Db } from '../../engine.ts'
import { migrate } from '../../migrate.ts'
import { SEARCH_CURSOR } from '../../search/follow.ts'
import { openSqlite } from '../sqlite.ts'
import { tablesOf } from './copy.ts'
import { openPostgres } from './open.ts'

/** The other way round: what a backup holds, into an empty PostgreSQL. Answers false, and writes nothing, where there is a desk. */
export async function fillFrom(
  file: string,
  url: string,
  upTo: (db: Db) => Promise<void> = migrate,
): Promise<boolean> {
  const from = openSqlite(file)
  const to = openPostgres(url)
  try {
    await upTo(to.db)
    const tables = (await tablesOf(from.db)).filter((name) => !name.startsWith('kysely_'))
    return await to.db.transaction().execute(async (tx) => {
      if (await tx.selectFrom('event').select('seq').limit(1).executeTakeFirst()) return false
      for (const table of tables) await fill(from.db, tx, table)
      // The index is made anew.
      await tx.deleteFrom('meta').where('key', '=', SEARCH_CURSOR).execute()
      return true
    })
  } finally {
    await from.close()
    await to.close()
  }
}

const BATCH = 500

async function fill(from: Db, tx: Db, table: string): Promise<void> {
  const name = sql.id(table)
  const columns = await columnsOf(tx, table)
  await sql`delete from ${name}`.execute(tx)
  for (let after = 0; ; ) {
    const { rows } = await sql<Record<string, unknown> & { rowid: number }>`
      select rowid as rowid, * from ${name} where rowid > ${after} order by rowid limit ${BATCH}`.execute(
      from,
    )
    for (const row of rows) {
      const values = Object.entries(row).filter(([column]) => columns.has(column))
      const names = sql.join(values.map(([column]) => sql.id(column)))
      const given = sql.join(values.map(([column, value]) => as(value, columns.get(column))))
      await sql`insert into ${name} (${names}) overriding system value values (${given})`.execute(
        tx,
      )
    }
    if (rows.length < BATCH) break
    after = rows.at(-1)?.rowid ?? 0
  }
  for (const [column, type] of columns) {
    if (type !== 'identity') continue
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      greatest(1, (select coalesce(max(${sql.id(column)}), 0) from ${name})))`.execute(tx)
  }
}

/** What SQLite keeps as numbers and text, PostgreSQL has types for. */
function as(value: unknown, type: string | undefined): unknown {
  if (value === null) return null
  if (type === 'boolean') return Boolean(value)
  if (type?.startsWith('timestamp')) return new Date(value as string | number)
  return value
}

async function columnsOf(tx: Db, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; type: string; identity: string }>`
    select column_name as name, data_type as type, is_identity as identity
    from information_schema.columns where table_schema = 'public' and table_name = ${table}`.execute(
    tx,
  )
  return new Map(
    rows.map(({ name, type, identity }) => [name, identity === 'YES' ? 'identity' : type]),
  )
}
