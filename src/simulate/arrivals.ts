import { localTime } from '../desk/zone.ts'
import { draw, type Random, stream } from './random.ts'
import type { Scenario } from './scenario.ts'

/** Who comes when, with how much patience and how much to say: drawn before the desk decides anything. */

export interface Arrival {
  at: number
  method: 'phone' | 'online'
  /** Seconds; a client who writes does not wait on a line and has no use for it. */
  patience: number
  /** Seconds. */
  talk: number
}

const HOUR = 3_600_000

/** 0 is Monday from 00:00 to 01:00, local time. */
export function hourOfWeek(zone: string, instant: number): number {
  const { weekday, minute } = localTime(zone, instant)
  return weekday * 24 + Math.floor(minute / 60)
}

const streams = { coming: 1, person: 2 } as const

/** Poisson at the rate of each hour: the draw is begun anew at every full hour, which an exponential does not mind. */
export function arrivalsOf(scenario: Scenario, zone: string, seed: number): Arrival[] {
  const coming = stream(seed, streams.coming)
  const end = scenario.from + scenario.hours * HOUR
  const found: Arrival[] = []
  let now = scenario.from
  while (now < end) {
    const perHour = scenario.rate * (scenario.profile[hourOfWeek(zone, now)] ?? 0)
    const boundary = Math.min(end, (Math.floor(now / HOUR) + 1) * HOUR)
    const gap =
      perHour > 0 ? (-Math.log(1 - coming.uniform()) / perHour) * HOUR : Number.POSITIVE_INFINITY
    if (now + gap >= boundary) {
      now = boundary
      continue
    }
    now += gap
    found.push(personOf(scenario, stream(seed, streams.person, found.length), now))
  }
  return found
}

/** Each person has a stream of their own, so that policies compared meet the same people. */
function personOf(scenario: Scenario, random: Random, at: number): Arrival {
  const written = random.uniform() < scenario.written.share
  return {
    at: Math.round(at),
    method: written ? 'online' : 'phone',
    patience: draw(random, scenario.patience),
    talk: draw(random, written ? scenario.written.talk : scenario.talk),
  }
}
