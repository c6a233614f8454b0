import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Records of a stage that few have: the list is narrowed by it. */
export const recordStage: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('create index record_stage on record (stage)').execute(db)
  },
}
