import { type Compilable, CompiledQuery } from 'kysely'
import type { Db } from './engine.ts'
import type { Schema } from './schema.ts'

/**
 * Queries of the acknowledging path are built and compiled once; after that only their values change.
 * (Building one costs Kysely several times what SQLite needs to run it.)
 *
 * SQLite as better-sqlite3 builds it (STAT4) plans a statement anew at every run where its plan could hang on a parameter: a
 * limit that is one, or an order beside `column = ?` on a table with an index of `… is not null`. That takes ten times as
 * long as running it: what runs for every message writes its limit out, and orders what was found apart.
 */

class Slot {
  readonly index: number
  constructor(index: number) {
    this.index = index
  }
}

/** Stands for the n-th argument while a statement is built. */
export const slot = <T>(index: number): T => new Slot(index) as T

export function statement<Row>(build: (db: Db) => Compilable<Row>) {
  const compiled = perDialect((db) => build(db).compile())
  return async (db: Db, ...args: unknown[]): Promise<Row[]> => {
    const query = compiled(db)
    const parameters = query.parameters.map((p) => (p instanceof Slot ? args[p.index] : p))
    const { rows } = await db.executeQuery<Row>({ ...query, parameters } as CompiledQuery<Row>)
    return rows
  }
}

/** Inserts a row, or replaces all of it where its key is known. All columns must be given, always in the same order. */
export function upsert<T extends keyof Schema & string>(
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  key: (keyof Schema[T] & string) | null,
) {
  const compiled = perDialect((db) => {
    const row = Object.fromEntries(columns.map((column, index) => [column, slot(index)]))
    const insert = db.insertInto(table).values(row as never)
    if (key === null) return insert.compile()
    return insert
      .onConflict((conflict) =>
        conflict
          .column(key as never)
          .doUpdateSet(
            (eb) =>
              Object.fromEntries(
                columns
                  .filter((column) => column !== key)
                  .map((column) => [column, eb.ref(`excluded.${column}` as never)]),
              ) as never,
          ),
      )
      .compile()
  })
  return async (db: Db, values: readonly unknown[]): Promise<void> => {
    const { sql } = compiled(db)
    await db.executeQuery(CompiledQuery.raw(sql, [...values]))
  }
}

/**
 * Changes those columns of a known row that differ from what was read. Columns that stay as they are cost nothing,
 * their indexes included. The first column is the key.
 */
export function update<T extends keyof Schema & string>(
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
) {
  const [key = '', ...rest] = columns
  const byChange = new Map<string, ReturnType<typeof build>>()
  const build = (changed: string[]) =>
    perDialect((db) =>
      db
        .updateTable(table as never)
        .set(Object.fromEntries(changed.map((column, index) => [column, slot(index)])) as never)
        .where(key as never, '=', slot(changed.length) as never)
        .compile(),
    )
  return async (db: Db, before: readonly unknown[], after: readonly unknown[]): Promise<void> => {
    const changed = rest.filter((_, index) => before[index + 1] !== after[index + 1])
    if (changed.length === 0) return
    const name = changed.join()
    let compiled = byChange.get(name)
    if (!compiled) {
      compiled = build(changed)
      byChange.set(name, compiled)
    }
    const values = rest.flatMap((_, i) => (before[i + 1] !== after[i + 1] ? [after[i + 1]] : []))
    await db.executeQuery(CompiledQuery.raw(compiled(db).sql, [...values, after[0]]))
  }
}

function perDialect<T>(make: (db: Db) => T): (db: Db) => T {
  const made = new Map<unknown, T>()
  return (db) => {
    const dialect = db.getExecutor().adapter.constructor
    let value = made.get(dialect)
    if (value === undefined) {
      value = make(db)
      made.set(dialect, value)
    }
    return value
  }
}
