import type { Routing } from '../desk/desk.ts'
import { type Figures, figuresOf, shareWithin, visitsBy } from './figures.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'
import { type Estimate, estimate } from './statistics.ts'
import type { Tally } from './tally.ts'

/** One phone after another, staggered, or all at once: the same people and the same missed rings under each. */

export type PolicyName = 'oneByOne' | 'staggered' | 'ringAll'

export interface Compared {
  policy: PolicyName
  staggerSeconds: number
  figures: Figures
  /** Share answered within 60 s, less that of one by one; its interval is that of the paired differences. */
  gain: Estimate
}

/** All phones ring within a few milliseconds. */
const AT_ONCE = 0.001

const USUAL = 8

const staggers = ({ staggerSeconds }: Routing): Record<PolicyName, number> => ({
  oneByOne: 0,
  staggered: staggerSeconds || USUAL,
  ringAll: AT_ONCE,
})

export function comparePolicies(rehearsal: Rehearsal): Compared[] {
  const { desk } = rehearsal
  const within = (tally: Tally): number => shareWithin(visitsBy(tally, 'phone'), 60)
  let first: number[] | null = null
  return Object.entries(staggers(desk.routing)).map(([policy, staggerSeconds]) => {
    const routing = { ...desk.routing, staggerSeconds }
    const tallies = rehearse({ ...rehearsal, desk: { ...desk, routing } })
    const shares = tallies.map(within)
    first ??= shares
    const base = first
    return {
      policy: policy as PolicyName,
      staggerSeconds,
      figures: figuresOf(tallies, 'phone'),
      gain: estimate(shares.map((share, run) => share - (base[run] ?? 0))),
    }
  })
}
