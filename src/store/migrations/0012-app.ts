import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

/** What the staff app needs besides: flags, saved views, browsers to wake, and indexes for its lists and figures. */
export const app: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { blob } = flavourOf(db)
    const statements = [
      `create table flag (id text primary key, conversation text not null, kind text not null,
         at bigint not null)`,
      `create index flag_conversation on flag (conversation)`,
      `create table saved_view (id text primary key, staff text not null, name text not null,
         query text not null, at bigint not null)`,
      `create index saved_view_staff on saved_view (staff)`,
      `create table push_subscription (id text primary key, lawyer text not null,
         sealed ${blob} not null, at bigint not null)`,
      `create index push_subscription_lawyer on push_subscription (lawyer)`,
      `alter table record add column charge_mark text`,
      `create index record_charge on record (charge_mark)`,
      `create index event_message_at on event (at) where type = 'message'`,
      `create index event_read on event (seq) where type = 'read'`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
