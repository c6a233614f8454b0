import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What still has words, by age: found each day without looking at what was forgotten long ago. */
export const retention: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create index conversation_kept on conversation (opened_at) where sealed_key is not null`,
      )
      .execute(db)
  },
}
