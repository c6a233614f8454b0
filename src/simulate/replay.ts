import type { LoggedEntry } from '../desk/audit.ts'
import type { Arrival } from './arrivals.ts'
import { fromSample, stream } from './random.ts'
import type { Habits } from './scenario.ts'

/** A log read back: who came and when, how long talks took, how each phone was answered. */

interface Past {
  method: Arrival['method']
  /** Asked for the lawyer. */
  asked: number | null
  taken: number | null
  over: number | null
  /** Hung up, waiting. */
  gaveUp: number | null
}

/** withdrawn: another answered first, or the caller hung up. */
const outcomes = ['accepted', 'missed', 'passed', 'withdrawn'] as const

interface Ring {
  lawyer: string
  at: number
  outcome: (typeof outcomes)[number] | null
  /** Seconds to the outcome. */
  after: number
}

/** Fewer rings than this say nothing about one lawyer; then all lawyers' speak for them. */
const ENOUGH = 20

const REPLAYED = 5

export class Replay {
  readonly #past = new Map<string, Past>()
  readonly #rings = new Map<string, Ring>()

  add({ type, at, conversation = '', data = {}, actor }: LoggedEntry): void {
    if (type === 'opened') {
      const method = data.channel === 'phone' ? 'phone' : 'online'
      this.#past.set(conversation, { method, asked: null, taken: null, over: null, gaveUp: null })
    }
    const past = this.#past.get(conversation)
    if (!past) return
    if (type === 'queued') past.asked ??= at
    else if (type === 'offered' && past.method === 'phone') {
      this.#rings.set(String(data.offer), {
        lawyer: String(data.lawyer),
        at,
        outcome: null,
        after: 0,
      })
    } else if (type === 'accepted') past.taken ??= at
    else if (type === 'ended' || type === 'closed') past.over ??= at
    if (type === 'closed' && actor === 'desk' && past.taken === null) past.gaveUp = at
    const ring = this.#rings.get(String(data.offer))
    const outcome = outcomes.find((one) => one === type)
    if (ring && outcome) {
      ring.outcome = outcome
      ring.after = (at - ring.at) / 1000
    }
  }

  /** Everyone who asked for a lawyer, in order. */
  get #asked(): (Past & { asked: number })[] {
    return [...this.#past.values()]
      .flatMap((past) => (past.asked === null ? [] : [{ ...past, asked: past.asked }]))
      .sort((a, b) => a.asked - b.asked)
  }

  get asked(): number[] {
    return this.#asked.map(({ asked }) => asked)
  }

  /** How many of them wrote. */
  get written(): number {
    return this.#asked.filter(({ method }) => method === 'online').length
  }

  /** Seconds, in order. */
  talks(method: Arrival['method']): number[] {
    const found = [...this.#past.values()].flatMap((past) =>
      past.method === method && past.taken !== null && past.over !== null
        ? [(past.over - past.taken) / 1000]
        : [],
    )
    return found.sort((a, b) => a - b)
  }

  /**
   * Mean seconds a caller would wait: all time waited ÷ those who gave up, the likeliest value where patience is
   * exponential and most of it is never seen to its end. Infinity where nobody gave up.
   */
  get patience(): number {
    const calls = this.#asked.filter(({ method }) => method === 'phone')
    const waited = calls.reduce(
      (sum, { asked, taken, gaveUp }) => sum + ((taken ?? gaveUp ?? asked) - asked),
      0,
    )
    return (
      waited / 1000 / calls.filter(({ gaveUp }) => gaveUp !== null).length ||
      Number.POSITIVE_INFINITY
    )
  }

  habits(fallback: Habits): { habits: Habits; lawyers: Record<string, Habits> } {
    const done = [...this.#rings.values()].filter(({ outcome }) => outcome !== null)
    const habits = habitsOf(done, fallback)
    const lawyers = [...Map.groupBy(done, ({ lawyer }) => lawyer)]
      .filter(([, rings]) => rings.length >= ENOUGH)
      .map(([lawyer, rings]) => [lawyer, habitsOf(rings, habits)] as const)
    return { habits, lawyers: Object.fromEntries(lawyers) }
  }

  /** The same people at the same times; what was never seen of them is drawn from what was seen of others. */
  arrivals(chance: number, talkMean: number): Arrival[] {
    const known = { phone: this.talks('phone'), online: this.talks('online') }
    const { patience } = this
    return this.#asked.map(({ method, asked, taken, over, gaveUp }, n) => {
      const random = stream(chance, REPLAYED, n)
      const [more, other] = [-Math.log(1 - random.uniform()) * patience, random.uniform()]
      const seen = ((taken ?? asked) - asked) / 1000
      const drawn = known[method].length > 0 ? fromSample(known[method], other) : talkMean
      return {
        at: asked,
        method,
        patience: gaveUp === null ? seen + more : (gaveUp - asked) / 1000,
        talk: taken !== null && over !== null ? (over - taken) / 1000 : drawn,
      }
    })
  }
}

function habitsOf(rings: Ring[], fallback: Habits): Habits {
  if (rings.length === 0) return fallback
  const of = (outcome: Ring['outcome']): Ring[] => rings.filter((ring) => ring.outcome === outcome)
  const [accepted, passed] = [of('accepted'), of('passed')]
  const answer = accepted.map(({ after }) => after).sort((a, b) => a - b)
  return {
    noAnswer: neverAnswered(rings),
    pass: passed.length / Math.max(1, accepted.length + passed.length),
    answer: answer.length > 0 ? answer : fallback.answer,
  }
}

/**
 * The share of phones nobody would have picked up (Kaplan and Meier 1958). A ring that was taken back says only how long
 * it was not answered; counting it as answered, or not at all, would flatter those whom others are quicker than.
 */
function neverAnswered(rings: Ring[]): number {
  const picksUp = ({ outcome }: Ring): boolean => outcome === 'accepted' || outcome === 'passed'
  const sorted = rings.toSorted(
    (a, b) => a.after - b.after || Number(picksUp(b)) - Number(picksUp(a)),
  )
  return sorted.reduce(
    (silent, ring, n) => (picksUp(ring) ? silent * (1 - 1 / (sorted.length - n)) : silent),
    1,
  )
}
