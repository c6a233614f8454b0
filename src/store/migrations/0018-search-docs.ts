import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

/**
 * What was said in a conversation between two commits of the index is one doc, not one for each line. The index is made
 * anew from the log, under the same key.
 */
export const searchDocs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { name, blob } = flavourOf(db)
    const postgres = name === 'postgres'
    const statements = [
      `delete from meta where key = 'search_cursor'`,
      `delete from search_conversation`,
      `drop table search_doc`,
      `create table search_doc (id ${postgres ? 'bigint' : 'integer'} primary key, kind text not null,
         tokens ${postgres ? 'bigint[]' : blob} not null)`,
      postgres
        ? `create index search_tokens on search_doc using gin (tokens)`
        : `insert into search_postings (search_postings) values ('delete-all')`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
