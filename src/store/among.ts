import { type RawBuilder, sql } from 'kysely'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'

/**
 * Whether a column holds one of many values, `listed`: one value for all of them, for a Durable Object takes no more than
 * a hundred.
 */
export const among = (db: Db, column: string, values: string): RawBuilder<boolean> =>
  flavourOf(db).name === 'postgres'
    ? sql`${sql.ref(column)} in (select jsonb_array_elements_text(${values}::jsonb))`
    : sql`${sql.ref(column)} in (select value from json_each(${values}))`

export const listed = (values: Iterable<string>): string => JSON.stringify([...values])
