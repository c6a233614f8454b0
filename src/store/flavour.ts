import type { Kysely } from 'kysely'

/** Where the engines' column types differ. */
export interface Flavour {
  name: 'sqlite' | 'postgres'
  blob: string
  serial: string
  /** SQLite makes a table's own row id of an `integer` key, and of no other. */
  long: string
  date: string
  boolean: string
}

const sqlite: Flavour = {
  name: 'sqlite',
  blob: 'blob',
  serial: 'integer primary key autoincrement',
  long: 'integer',
  date: 'date',
  boolean: 'integer',
}
const postgres: Flavour = {
  name: 'postgres',
  blob: 'bytea',
  serial: 'bigint generated always as identity primary key',
  long: 'bigint',
  date: 'timestamptz',
  boolean: 'boolean',
}

export const flavourOf = <T>(db: Kysely<T>): Flavour =>
  db.getExecutor().adapter.constructor.name.startsWith('Postgres') ? postgres : sqlite
