import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** One database, whatever it is underneath. */
export interface Engine {
  /** For reading, and for libraries that keep tables of their own (better-auth). */
  readonly db: Db
  /**
   * Runs the work as one transaction: all of it is durable when the promise resolves, or none of it happened.
   * A rejected work leaves others that share its commit untouched.
   */
  atomically<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** A consistent copy of the whole database into a file, while in use. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}
