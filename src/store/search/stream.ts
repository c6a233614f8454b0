import type { Db } from '../engine.ts'
import { conversationOfDoc, ROOM } from './docs.ts'
import type { Hash } from './pairs.ts'
import { postingsOf } from './postings.ts'

/** The conversations that may hold one term, the newest first: those with a doc that holds all of its pairs. */

const FIRST = 64
const MOST = 4096

export class TermStream {
  readonly #db: Db
  readonly #tokens: Buffer
  #chunk: number[] = []
  #at = 0
  #size = FIRST
  #below = Number.MAX_SAFE_INTEGER
  #dry = false

  constructor(db: Db, hash: Hash, term: string) {
    this.#db = db
    this.#tokens = hash([term])
  }

  /** The first at or below this number, which may not grow from one asking to the next; null where there is none. */
  async upTo(n: number): Promise<number | null> {
    const below = (n + 1) * ROOM
    for (;;) {
      while ((this.#chunk[this.#at] ?? -1) >= below) this.#at++
      const id = this.#chunk[this.#at]
      if (id !== undefined) return conversationOfDoc(id)
      if (this.#dry) return null
      const from = Math.min(this.#below, below)
      this.#chunk = await postingsOf(this.#db).find(this.#db, this.#tokens, from, this.#size)
      this.#at = 0
      this.#dry = this.#chunk.length < this.#size
      this.#below = this.#chunk.at(-1) ?? 0
      this.#size = Math.min(MOST, this.#size * 2)
    }
  }
}

/** Conversations at or below `top` that may hold every one of the terms, the newest first. */
export async function* inAll(streams: TermStream[], top: number): AsyncGenerator<number> {
  for (let at = top; ; ) {
    const found: number[] = []
    for (const stream of streams) {
      const next = await stream.upTo(at)
      if (next === null) return
      found.push(next)
      at = next
    }
    if (found.some((n) => n !== at)) continue
    yield at
    at--
  }
}
