import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The ledger holds help beside any talk too, what kind of help it was, and corrections as lines of their own. */
export const records: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const before = `id, conversation, lawyer, station, channel, opened_at, taken_at, ended_at, closed_at, ending,
      stage, content`
    const statements = [
      `alter table ledger rename to ledger_before`,
      `drop index ledger_closed`,
      `create table ledger (id text primary key, conversation text, lawyer text not null, station text,
         channel text not null, opened_at bigint not null, taken_at bigint not null,
         ended_at bigint not null, closed_at bigint not null, ending text not null, stage text,
         content text not null, paper text, services text not null, corrects text,
         written_at bigint not null)`,
      `insert into ledger (${before}, services, written_at)
         select ${before}, '["legal_advice"]', closed_at from ledger_before`,
      `drop table ledger_before`,
      `create index ledger_closed on ledger (closed_at)`,
      `create index ledger_lawyer on ledger (lawyer, closed_at)`,
      `create index ledger_corrects on ledger (corrects) where corrects is not null`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
