import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Papers beside the talks: notices of legal help, their tasks, letters, refusals. */
export const notices: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table paper (id text primary key, kind text not null, parent text, conversation text,
         lawyer text, state text not null, at bigint not null, due_at bigint, content text not null)`,
      `create index paper_parent on paper (parent)`,
      `create index paper_kind on paper (kind, at)`,
      `create index paper_lawyer on paper (lawyer, at)`,
      `create index paper_conversation on paper (conversation)`,
      `create index paper_due on paper (due_at) where due_at is not null`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
