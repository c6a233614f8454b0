import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Several processes on one desk: who is there, and who claimed what is to be sent. */
export const processes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table process (id text primary key, beat bigint not null, clock bigint not null)`,
      `alter table outbox add column claimant text`,
      `create index outbox_claimed on outbox (claimant) where state = 'due' and claimant is not null`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
