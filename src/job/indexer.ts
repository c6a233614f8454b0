import type { Engine } from '../store/engine.ts'
import { headOf } from '../store/read/head.ts'
import type { Seal } from '../store/seal.ts'
import { followLog, indexedUpTo } from '../store/search/follow.ts'
import type { Log } from './log.ts'
import type { Sleep } from './sleep.ts'

/** Keeps the search index up with the log, a moment after what happened, in short batches that hold nobody up. */

const BATCH = 32
/** Far behind, larger bites cost less in all. */
export const BACKLOG = 1024
const MOMENT = 1_000
/** As much as somebody who searches waits for; an index far behind answers from what it has. */
const AT_ONCE = 2_048

export interface IndexerParts {
  engine: Engine
  seal: Seal
  sleep: Sleep
  log: Log
}

export class Indexer {
  readonly #parts: IndexerParts
  #calling: (() => void) | null = null
  #running: Promise<void> | null = null
  #stopped = false

  constructor(parts: IndexerParts) {
    this.#parts = parts
  }

  /** There are new lines. */
  wake(): void {
    if (this.#stopped || this.#calling) return
    this.#calling = this.#parts.sleep(MOMENT, () => {
      this.#calling = null
      void this.run()
    })
  }

  /** All there is; what breaks is told, and taken up again with the next lines. */
  async run(): Promise<void> {
    try {
      await this.#follow(Number.POSITIVE_INFINITY)
    } catch (error) {
      this.#parts.log.error({ err: error }, 'search index could not follow')
    }
  }

  /** For somebody who searches: a word just written is found. */
  async catchUp(): Promise<void> {
    const { db } = this.#parts.engine
    if ((await indexedUpTo(db)) < (await headOf(db))) await this.#follow(AT_ONCE)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#calling?.()
    await this.#running?.catch(() => {})
  }

  /** One after another: what waited for one that was under way looks again, and mostly finds nothing left. */
  async #follow(most: number): Promise<void> {
    const before = this.#running
    const mine = (async () => {
      await before?.catch(() => {})
      await this.#batches(most)
    })()
    this.#running = mine
    await mine
  }

  async #batches(most: number): Promise<void> {
    const { engine, seal } = this.#parts
    for (let done = 0; done < most && !this.#stopped; ) {
      const bite = done > BATCH ? BACKLOG : BATCH
      const lines = await engine.atomically((tx) => followLog(tx, seal, bite))
      if (lines < bite) return
      done += lines
    }
  }
}
