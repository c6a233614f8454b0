import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What became of transactions, for whoever lost the answer (dialect/postgres/outcome.ts). */
export const outcomes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const table = `create table outcome (token text primary key, committed integer not null, at bigint not null)`
    await sql.raw(table).execute(db)
  },
}
