import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A conversation's stage without its whole record: the list is narrowed by it. */
export const recordStage: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('create index record_stage on record (conversation, stage)').execute(db)
  },
}
