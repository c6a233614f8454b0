import type { DurableObjectStorage } from '@cloudflare/workers-types'
import { nextDue } from '../store/due.ts'
import type { Db } from '../store/engine.ts'

/** What is due already is being done by whoever made it so; the alarm is there in case they are gone by then. */
const GRACE = 1000

/**
 * The object's one alarm, kept no later than what is due first. It is only ever moved forward: one that rings too
 * early finds nothing to do and sets itself anew, which costs less than a write for every message.
 */
export class Alarm {
  readonly #storage: DurableObjectStorage
  readonly #now: () => number

  constructor(storage: DurableObjectStorage, now: () => number) {
    this.#storage = storage
    this.#now = now
  }

  /** Inside a transaction it is part of it. */
  async arm(db: Db): Promise<void> {
    const due = await nextDue(db)
    if (due === null) return
    const wait = due - this.#now()
    await this.ringIn(wait > 0 ? wait : GRACE)
  }

  /** In so many milliseconds at the latest. */
  async ringIn(milliseconds: number): Promise<void> {
    const at = Date.now() + milliseconds
    const armed = await this.#storage.getAlarm()
    if (armed === null || armed > at) await this.#storage.setAlarm(at)
  }
}
