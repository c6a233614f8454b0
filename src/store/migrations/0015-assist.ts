import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Requests to a language model: what was asked, when, and what became of it. The words are sealed contents. */
export const assist: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table model_request (
         id text primary key, purpose text not null, conversation text not null, state text not null,
         asked_at bigint not null, deadline bigint not null, done_at bigint, rest text not null)`,
      `create index model_request_due on model_request (asked_at) where state = 'due'`,
      `create index model_request_at on model_request (asked_at)`,
      `create index model_request_conversation on model_request (conversation)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
