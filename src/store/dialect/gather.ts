import type { Db } from '../engine.ts'

/** How an engine makes one transaction of several pieces of work. */
export interface Transactions {
  /** One transaction around the work: durable when it resolves, undone when it rejects. */
  whole(work: (tx: Db) => Promise<void>): Promise<void>
  /** A piece of it, which is undone alone when it rejects. */
  piece<T>(tx: Db, work: (tx: Db) => Promise<T>): Promise<T>
}

interface Job {
  work: (tx: Db) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/**
 * Work that arrives in one turn of the event loop shares a commit, and so a flush to disk (docs/decisions).
 * Each piece has a savepoint of its own: one that fails is undone alone.
 */
export class Gather {
  readonly #transactions: Transactions
  #jobs: Job[] = []
  #running: Promise<void> | null = null

  constructor(transactions: Transactions) {
    this.#transactions = transactions
  }

  add<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
      this.#running ??= this.#drain()
    })
  }

  async idle(): Promise<void> {
    await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      const jobs = this.#jobs
      this.#jobs = []
      await this.#commit(jobs)
    }
    this.#running = null
  }

  async #commit(jobs: Job[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      await this.#transactions.whole(async (tx) => {
        for (const job of jobs) settle.push(await this.#attempt(tx, job))
      })
    } catch (error) {
      for (const job of jobs) job.reject(error)
      return
    }
    for (const done of settle) done()
  }

  async #attempt(tx: Db, job: Job): Promise<() => void> {
    try {
      const value = await this.#transactions.piece(tx, job.work)
      return () => job.resolve(value)
    } catch (error) {
      return () => job.reject(error)
    }
  }
}
