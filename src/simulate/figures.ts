import { type Estimate, estimate, quantile } from './statistics.ts'
import type { Tally, Visit } from './tally.ts'

/** What people who came met with, in figures. Shares are of everyone who came. */

export interface Figures {
  callers: number
  within20: Estimate
  within60: Estimate
  gaveUp: Estimate
  /** Told when the desk rings back, or answers. */
  promised: Estimate
  /** Rings of lawyers' phones for each caller answered. */
  rings: Estimate
  /** Milliseconds waited by those who were answered; null where nobody was. */
  p50: number | null
  p95: number | null
}

const answered = ({ ending, wait }: Visit): boolean => ending === 'answered' && wait !== null

/** Rounded to the millisecond the desk counts in. */
export const answeredIn = (visit: Visit, seconds: number): boolean =>
  answered(visit) && (visit.wait ?? 0) <= seconds * 1000

const share = (visits: Visit[], such: (visit: Visit) => boolean): number =>
  visits.length === 0 ? 0 : visits.filter(such).length / visits.length

export const shareWithin = (visits: Visit[], seconds: number): number =>
  share(visits, (visit) => answeredIn(visit, seconds))

const ringsEach = (visits: Visit[]): number =>
  visits.reduce((sum, { rings }) => sum + rings, 0) / Math.max(1, visits.filter(answered).length)

export const visitsBy = (tally: Tally, method: Visit['method']): Visit[] =>
  tally.visits.filter((visit) => visit.method === method)

export function figuresOf(tallies: Tally[], method: Visit['method'], z?: number): Figures {
  const runs = tallies.map((tally) => visitsBy(tally, method)).filter(({ length }) => length > 0)
  const over = (figure: (visits: Visit[]) => number): Estimate =>
    runs.length === 0 ? { mean: 0, half: 0 } : estimate(runs.map(figure), z)
  const waits = runs.flatMap((visits) => visits.filter(answered).map(({ wait }) => wait ?? 0))
  return {
    callers: runs.reduce((sum, { length }) => sum + length, 0),
    within20: over((visits) => shareWithin(visits, 20)),
    within60: over((visits) => shareWithin(visits, 60)),
    gaveUp: over((visits) => share(visits, ({ ending }) => ending === 'gaveUp')),
    promised: over((visits) => share(visits, ({ ending }) => ending === 'promised')),
    rings: over(ringsEach),
    p50: quantile(waits, 0.5),
    p95: quantile(waits, 0.95),
  }
}
