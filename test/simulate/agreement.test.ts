import { expect, test } from 'vitest'
import { loadContent } from '../../src/setup/files.ts'
import { type ErlangA, erlangA } from '../../src/simulate/erlang.ts'
import { figuresOf, visitsBy } from '../../src/simulate/figures.ts'
import { rehearse } from '../../src/simulate/rehearse.ts'
import { defaultScenario, type Scenario } from '../../src/simulate/scenario.ts'
import { type Estimate, estimate, meanOf } from '../../src/simulate/statistics.ts'
import { always, desk, lawyer } from '../desk/fixture.ts'

const content = loadContent()
const from = Date.UTC(2026, 10, 22, 16)

const house = (count: number) => {
  const ids = Array.from({ length: count }, (_, i) => `l${i}`)
  return desk(
    ids.map((id) => lawyer(id)),
    ids.map((id) => always(id)),
    { wrapUpSeconds: 0 },
  )
}

/** Lawyers who always answer at once: nothing is left between the desk and the theory. */
const perfect: Scenario = {
  ...defaultScenario,
  from,
  warmUpHours: 4,
  habits: { noAnswer: 0, pass: 0, answer: [0, 0] },
}

/** 99.9 % for each of the twelve figures below, so that all of them hold together with 98.8 %. */
const Z = 3.2905

const RUNS = 25

const holds = ({ mean, half }: Estimate, theory: number): string =>
  Math.abs(mean - theory) <= half ? 'holds' : `${mean} ± ${half} is not ${theory}`

test.each([
  { what: 'a quiet desk', lawyers: 3, rate: 6, hours: 120 },
  { what: 'the example of the routing note', lawyers: 7, rate: 20, hours: 80 },
  { what: 'more than it can take', lawyers: 4, rate: 30, hours: 60 },
])(
  'with no ring lost the desk is Erlang-A: $what',
  ({ lawyers, rate, hours }) => {
    const scenario = { ...perfect, rate, hours }
    const tallies = rehearse({ desk: house(lawyers), content, scenario, seed: 7, runs: RUNS })
    const load = { arrivals: rate / 3600, handling: 720, patience: 300, lawyers }
    const theory = erlangA(load) as ErlangA
    const figures = figuresOf(tallies, 'phone', Z)
    // Not so wide that anything would do.
    expect(figures.within60.half).toBeLessThan(0.03)
    expect(holds(figures.within20, theory.answeredWithin(20))).toBe('holds')
    expect(holds(figures.within60, theory.answeredWithin(60))).toBe('holds')
    expect(holds(figures.gaveUp, theory.abandoned)).toBe('holds')
    const busy = tallies.map(({ work, visits }) => {
      const last = visits.at(-1)?.at ?? from
      return (
        [...work.values()].reduce((sum, { talked }) => sum + talked, 0) / lawyers / (last - from)
      )
    })
    expect(holds(estimate(busy, Z), theory.occupancy)).toBe('holds')
    // None is lost; whoever is still on the line after a talk is asked without one.
    expect(figures.rings.mean).toBeLessThanOrEqual(1)
  },
  120_000,
)

test('lost rings cost what they must: Erlang-A is the bound, and staggering comes nearer to it than one by one', () => {
  const scenario = { ...defaultScenario, from, hours: 60 }
  const within = (staggerSeconds: number): Estimate[] => {
    const one = house(7)
    const routing = { ...one.routing, staggerSeconds }
    const tallies = rehearse({ desk: { ...one, routing }, content, scenario, seed: 7, runs: 12 })
    const { within20, within60 } = figuresOf(tallies, 'phone')
    return [within20, within60]
  }
  const theory = erlangA({
    arrivals: 20 / 3600,
    handling: 720,
    patience: 300,
    lawyers: 7,
  }) as ErlangA
  const [oneByOne, staggered] = [within(0), within(8)]
  expect(oneByOne[0]?.mean).toBeLessThan((staggered[0]?.mean ?? 0) - (staggered[0]?.half ?? 0))
  for (const [i, seconds] of [20, 60].entries()) {
    expect(staggered[i]?.mean).toBeLessThan(theory.answeredWithin(seconds))
  }
}, 120_000)

test('patience, arrivals and talks are drawn as the scenario says', () => {
  const tallies = rehearse({
    desk: house(3),
    content,
    scenario: { ...perfect, hours: 200 },
    seed: 3,
    runs: 10,
  })
  const arrivals = tallies.map((tally) => visitsBy(tally, 'phone').length / 196)
  expect(holds(estimate(arrivals, Z), 20)).toBe('holds')
  expect(meanOf(arrivals)).not.toBe(20)
}, 60_000)
