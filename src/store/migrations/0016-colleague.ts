import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A second lawyer in a conversation, joined or asked. */
export const colleague: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `alter table conversation add column colleague text`,
      `alter table conversation add column asked_colleague text`,
      `create index conversation_colleague on conversation (colleague)
         where colleague is not null`,
      `create index conversation_asked on conversation (asked_colleague)
         where asked_colleague is not null`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
