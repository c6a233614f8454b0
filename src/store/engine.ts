import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** One database, whatever it is underneath. */
export interface Engine {
  /** For reading, and for libraries that keep tables of their own (better-auth). */
  readonly db: Db
  /**
   * Runs the work as one transaction: all of it is durable when the promise resolves, or none of it happened.
   * A rejected work leaves others that share its commit untouched. Work that clashed with another's, or lost its
   * connection, is run again from the start: it must do nothing but read and write by `tx`.
   * Raises Unavailable where the database cannot be reached, or it cannot be known what became of the work.
   */
  atomically<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** Resolves when all that can be read now would survive a crash; what is told to the outside waits for it. */
  durable(): Promise<void>
  /** Word from and to other processes on the same database; null where there is one process alone. */
  readonly notices: Notices | null
  /** A consistent copy of the whole database into a file, while in use. */
  backup(file: string): Promise<void>
  /** After a deletion: what of it still stands in the engine's own log goes, as far as the engine can. Never rejects. */
  erase(): Promise<void>
  close(): Promise<void>
}

/** Short messages between the processes of one desk. Any may be lost: the tables are the truth. */
export interface Notices {
  /** `heard` gets what others tell; `missed` is called when some may have been lost. Resolves once listening. */
  listen(heard: (text: string) => void, missed: () => void): Promise<void>
  /** At most 7,900 bytes. Never rejects. */
  tell(text: string): void
}

/** The database cannot be reached just now; worth trying again in a few seconds. */
export class Unavailable extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the database cannot be reached (${code})`)
    this.code = code
  }
}
