import type { Timer } from '../desk/state.ts'
import type { Handle } from '../handle.ts'
import type { Engine } from '../store/engine.ts'
import { dueTimers, nextTimer } from '../store/timer.ts'
import type { Log } from './log.ts'
import type { Sleep } from './sleep.ts'

/** Fires timers when they are due, in order; those that came due while the process was down fire first. */

/** setTimeout holds no more than 2^31 ms; looking once an hour costs nothing. */
const LONGEST_SLEEP = 3_600_000
/** Before what broke is tried again. */
const PAUSE = 1000

export interface TickerParts {
  engine: Engine
  handle: Handle
  now: () => number
  sleep: Sleep
  log: Log
}

export class Ticker {
  readonly #parts: TickerParts
  #awake: () => void = () => {}
  #wakesAt = Number.POSITIVE_INFINITY
  /** The earliest timer set while firing. */
  #poked = Number.POSITIVE_INFINITY
  #running: Promise<void> | null = null
  #stopped = false

  constructor(parts: TickerParts) {
    this.#parts = parts
  }

  /** A timer was set for this instant. */
  poke(at: number): void {
    if (this.#stopped) return
    if (this.#running) {
      this.#poked = Math.min(this.#poked, at)
      return
    }
    if (at < this.#wakesAt) this.#sleepUntil(at)
  }

  /** Fires all that is due now. */
  run(): Promise<void> {
    this.#running ??= this.#fire().then((next) => {
      this.#running = null
      if (!this.#stopped) this.#sleepUntil(Math.min(next, this.#poked))
    })
    return this.#running
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#awake()
    await this.#running
  }

  #sleepUntil(at: number): void {
    this.#awake()
    this.#poked = Number.POSITIVE_INFINITY
    this.#wakesAt = at
    const sleep = Math.min(LONGEST_SLEEP, Math.max(0, at - this.#parts.now()))
    this.#awake = this.#parts.sleep(sleep, () => void this.run())
  }

  /** Returns when to look again. */
  async #fire(): Promise<number> {
    const { engine, now, log } = this.#parts
    try {
      for (;;) {
        const due = await dueTimers(engine.db, now())
        if (due.length === 0 || this.#stopped) break
        let broken = 0
        for (const timer of due) if (!(await this.#one(timer))) broken++
        if (broken > 0) return now() + PAUSE
      }
      return (await nextTimer(engine.db)) ?? now() + LONGEST_SLEEP
    } catch (error) {
      log.error({ err: error }, 'timers could not be read')
      return now() + PAUSE
    }
  }

  /** One that breaks is tried again later, and holds up no other. */
  async #one(timer: Timer): Promise<boolean> {
    try {
      await this.#parts.handle({ type: 'timer.fired', timer })
      return true
    } catch (error) {
      this.#parts.log.error({ err: error, timer: timer.id }, 'timer broke')
      return false
    }
  }
}
