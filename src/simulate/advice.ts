import type { Desk } from '../desk/desk.ts'
import type { Content } from '../desk/flow.ts'
import { instantOf, localTime } from '../desk/zone.ts'
import type { Db } from '../store/engine.ts'
import { trafficOf } from '../store/read/traffic.ts'
import { Replay } from './replay.ts'
import { replayed } from './replayed.ts'
import { defaultScenario, flat, HOURS_A_WEEK } from './scenario.ts'
import { type Cell, staffingSteps, type Target } from './staffing.ts'

/** The staffing advice from the desk's own log, worked out beside the desk's other work and kept for a while. */

export interface Span {
  from: number
  to: number
}

export interface Basis {
  /** Callers who asked for a lawyer. */
  calls: number
  /** Seconds. */
  talk: number
  /** Mean seconds a caller waits before hanging up; null: nobody hung up. */
  patience: number | null
  /** Share of rings nobody answers. */
  noAnswer: number
}

export type Advice =
  /** Too few callers to say anything from. */
  | { state: 'too_few'; calls: number }
  /** `done`: 0 to 1. */
  | { state: 'working'; done: number }
  | { state: 'failed' }
  | { state: 'ready'; target: Target; basis: Basis; cells: Cell[] }

export interface AdvisorParts {
  db: () => Db
  desk: () => Promise<Desk>
  content: Content
  now: () => number
}

const TARGET: Target = { share: 0.95, seconds: 60 }
const ENOUGH = 10
const HOUR = 3_600_000
/** An answer stays good for so long. */
const KEPT = 6 * HOUR
/** How many spans' answers are kept. */
const MOST = 8
/** Milliseconds of work in one go: no caller's webhook waits longer for it. */
const SLICE = 25

/** Loads are rehearsed in steps of a third, each rounded up: an hour is given too many rather than too few. */
const level = (calls: number): number =>
  calls === 0 ? 0 : 0.1 * 1.33 ** Math.ceil(Math.log(calls / 0.1) / Math.log(1.33) - 1e-9)

export class Advisor {
  readonly #parts: AdvisorParts
  readonly #known = new Map<string, { asked: number; advice: Advice }>()
  #work: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(parts: AdvisorParts) {
    this.#parts = parts
  }

  /** At once: what is known by now. The first question about a span sets the work going. */
  ask(span: Span): Advice {
    const key = `${span.from} ${span.to}`
    const now = this.#parts.now()
    const known = this.#known.get(key)
    if (known && now - known.asked < KEPT && known.advice.state !== 'failed') return known.advice
    const entry = { asked: now, advice: { state: 'working', done: 0 } as Advice }
    this.#known.delete(key)
    this.#known.set(key, entry)
    for (const old of [...this.#known.keys()].slice(0, -MOST)) this.#known.delete(old)
    this.#work = this.#work
      .then(() => this.#advise(span, (advice) => Object.assign(entry, { advice })))
      .catch(() => void Object.assign(entry, { advice: { state: 'failed' } }))
    return entry.advice
  }

  stop(): Promise<void> {
    this.#stopped = true
    return this.#work
  }

  async #advise(span: Span, say: (advice: Advice) => void): Promise<void> {
    if (this.#stopped) return
    const desk = await this.#parts.desk()
    const replay = new Replay()
    for await (const line of trafficOf(this.#parts.db(), span)) replay.add(line)
    const calls = replay.asked.length - replay.written
    if (calls < ENOUGH) return say({ state: 'too_few', calls })
    const { content } = this.#parts
    const fresh = { ...defaultScenario, profile: flat, from: span.from }
    const hours = Math.max(1, Math.round((span.to - span.from) / HOUR))
    const seen = replayed({ desk, content, scenario: fresh, seed: 7, runs: 1 }, replay, {
      from: span.from,
      hours,
    })
    if (!seen) return say({ state: 'too_few', calls })
    // What is on the rota now is that of the coming week.
    const scenario = {
      ...seen.scenario,
      from: monday(desk, this.#parts.now()),
      hours: HOURS_A_WEEK,
    }
    const cells = await this.#rehearsed(
      staffingSteps({ desk, content, scenario, seed: 7, target: TARGET, levelOf: level }),
      (done) => say({ state: 'working', done }),
    )
    if (!cells) return
    const { patience } = replay
    const basis = {
      calls,
      talk: scenario.talk.mean,
      patience: Number.isFinite(patience) ? patience : null,
      noAnswer: scenario.habits.noAnswer,
    }
    say({ state: 'ready', target: TARGET, basis, cells })
  }

  /** As much rest as work: the desk answers meanwhile. Null: the desk has been stopped. */
  async #rehearsed(
    steps: Generator<number, Cell[]>,
    say: (done: number) => void,
  ): Promise<Cell[] | null> {
    for (let begun = performance.now(); ; ) {
      if (this.#stopped) return null
      const step = steps.next()
      if (step.done) return step.value
      const spent = performance.now() - begun
      if (spent < SLICE) continue
      say(step.value)
      await new Promise((resolve) => setTimeout(resolve, spent))
      begun = performance.now()
    }
  }
}

/** The coming Monday, 00:00 local. */
function monday({ timezone }: Desk, now: number): number {
  const { year, month, day, weekday } = localTime(timezone, now)
  return instantOf(timezone, year, month, day + 7 - weekday, 0)
}
