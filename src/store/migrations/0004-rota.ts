import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The register's further particulars, rules in force for a time, and what stands beside the shifts. */
export const rota: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `alter table lawyer add column details text`,
      `alter table shift add column on_days text`,
      `alter table shift add column since bigint`,
      `alter table shift add column until bigint`,
      `create table rota_fact (key text primary key, kind text not null, id text not null,
         data text not null)`,
      `create table publication (version integer primary key, id text not null, data text not null)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
