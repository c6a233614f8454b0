import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

/**
 * Words are found by keyed hashes of their two-character pairs (store/search). SQLite keeps the postings in FTS5, which
 * holds nothing but hashes and numbers; PostgreSQL in a GIN index over the same hashes.
 */
export const search: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { name, blob } = flavourOf(db)
    const postgres = name === 'postgres'
    const statements = [
      `create table search_conversation (n bigint primary key, conversation text not null unique,
         opened_at bigint not null, docs integer not null)`,
      `create index search_opened on search_conversation (opened_at)`,
      `create table search_doc (id ${postgres ? 'bigint' : 'integer'} primary key, kind text not null,
         ref text not null, tokens ${postgres ? 'bigint[]' : blob} not null)`,
      ...(postgres
        ? [`create index search_tokens on search_doc using gin (tokens)`]
        : [
            `create virtual table search_postings using fts5 (tokens, content = '', detail = none,
               columnsize = 0, tokenize = 'ascii')`,
            // What is taken out is overwritten at once, not when segments happen to be merged.
            `insert into search_postings (search_postings, rank) values ('secure-delete', 1)`,
          ]),
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
