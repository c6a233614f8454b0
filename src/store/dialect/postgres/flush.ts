import type { Pool } from 'pg'
import { asFault } from './fault.ts'

/**
 * Brings to disk all that was committed so far: a record of one's own, flushed, and with it every one before it. One
 * flush at a time serves all who asked before it began.
 */

const flush = {
  name: 'flush',
  text: 'select pg_logical_emit_message(true, $1, $1)',
  values: ['zhiban'],
}

export class Flushes {
  readonly #pool: Pool
  #running: Promise<void> = Promise.resolve()
  /** The next, not begun yet. */
  #next: Promise<void> | null = null

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Raises Unavailable where it cannot be known. */
  done(): Promise<void> {
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = null
        this.#running = this.#flush()
        return this.#running
      })
    return this.#next
  }

  async #flush(): Promise<void> {
    try {
      await this.#pool.query(flush)
    } catch (error) {
      throw asFault(error)
    }
  }
}
