import type { Desk } from '../desk/desk.ts'
import type { Content } from '../desk/flow.ts'
import { type Arrival, arrivalsOf } from './arrivals.ts'
import { ModelStore } from './model-store.ts'
import type { Scenario } from './scenario.ts'
import type { Tally } from './tally.ts'
import { World } from './world.ts'

/** Rehearsals that differ in their chance alone; the same seed gives the same ones. */

export interface Rehearsal {
  desk: Desk
  content: Content
  scenario: Scenario
  seed: number
  runs: number
  /** Who comes, where that is not left to chance. */
  arrivals?: (chance: number) => Arrival[]
}

/** Run `n` of one seed meets the same people under every policy. */
const seedOf = (seed: number, n: number): number => (seed * 1_000_003 + n) | 0

export const rehearse = (rehearsal: Rehearsal): Tally[] =>
  Array.from({ length: rehearsal.runs }, (_, n) => rehearseOnce(rehearsal, n))

export function rehearseOnce(
  { desk, content, scenario, seed, arrivals }: Omit<Rehearsal, 'runs'>,
  n: number,
): Tally {
  const chance = seedOf(seed, n)
  const world = new World(new ModelStore(desk, content, scenario.from), scenario, chance)
  return world.run(arrivals?.(chance) ?? arrivalsOf(scenario, desk.timezone, chance))
}
