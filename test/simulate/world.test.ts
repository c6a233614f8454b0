import { expect, test } from 'vitest'
import type { Happening } from '../../src/desk/event.ts'
import { loadContent } from '../../src/setup/files.ts'
import { arrivalsOf } from '../../src/simulate/arrivals.ts'
import { visitsBy } from '../../src/simulate/figures.ts'
import { ModelStore } from '../../src/simulate/model-store.ts'
import { defaultScenario, office, type Scenario } from '../../src/simulate/scenario.ts'
import { World } from '../../src/simulate/world.ts'
import { always, desk, lawyer } from '../desk/fixture.ts'
import { broken, brokenNow } from '../desk/invariants.ts'
import { Model } from '../desk/model.ts'

const content = loadContent()
const from = Date.UTC(2026, 10, 22, 16)

const house = (routing = {}) =>
  desk(
    ['a', 'b', 'c'].map((id) => lawyer(id)),
    [always('a'), always('b'), always('c', 'backup')],
    routing,
  )

/** Everything that can go otherwise does: phones unheard, passed on, people who write, an uneven day. */
const rough: Scenario = {
  ...defaultScenario,
  from,
  hours: 24,
  warmUpHours: 0,
  rate: 10,
  profile: office,
  habits: { noAnswer: 0.3, pass: 0.1, answer: [3, 18] },
  lawyers: { b: { noAnswer: 0.6 } },
  written: { ...defaultScenario.written, share: 0.3 },
}

const run = (store: ModelStore, scenario: Scenario, seed: number, watch?: () => void) =>
  new World(store, scenario, seed, watch && { watch }).run(
    arrivalsOf(scenario, store.desk.timezone, seed),
  )

test.each([{}, { staggerSeconds: 0, rounds: 1 }, { ringSeconds: 5, staggerSeconds: 2 }])(
  'the invariants hold over days of callers and missed rings: %j',
  (routing) => {
    for (const seed of [1, 2]) {
      const model = new Model(house(routing), content, from)
      const tally = run(model, rough, seed, () => expect(brokenNow(model)).toEqual([]))
      expect(broken(model, [])).toEqual([])
      expect(model.faults).toEqual([])
      expect(tally.visits.length).toBeGreaterThan(100)
      const endings = new Set(tally.visits.map(({ ending }) => ending))
      expect(endings).toContain('answered')
      expect(endings).toContain('gaveUp')
      expect(visitsBy(tally, 'online').length).toBeGreaterThan(20)
      // Nobody is left between two states once the day is over.
      const states = new Set([...model.conversations.values()].map(({ state }) => state))
      expect([...states].filter((state) => state !== 'closed' && state !== 'promised')).toEqual([])
    }
  },
  60_000,
)

test('the same seed gives the same day, another gives another', () => {
  const day = (seed: number) =>
    JSON.stringify(run(new ModelStore(house(), content, from), rough, seed).visits)
  expect(day(7)).toBe(day(7))
  expect(day(8)).not.toBe(day(7))
})

test('what is forgotten, and what is looked at first, changes no decision', () => {
  const quick = run(new ModelStore(house(), content, from), rough, 7)
  const whole = run(new Model(house(), content, from), rough, 7)
  expect(quick).toEqual(whole)
})

test('a store that forgets keeps nothing of people long gone', () => {
  const store = new ModelStore(house(), content, from)
  const { visits } = run(store, rough, 7)
  expect(visits.length).toBeGreaterThan(100)
  expect(store.conversations.size).toBeLessThan(20)
  expect(store.offers.size + store.legs.size + store.outbox.size).toBeLessThan(100)
})

test('nobody on duty: callers are promised a call, rung when the lawyer is back, and reached', () => {
  const nine: Scenario = {
    ...rough,
    rate: 4,
    hours: 8,
    written: { ...rough.written, share: 0 },
    reached: 1,
    habits: { noAnswer: 0, pass: 0, answer: [3, 3] },
    lawyers: {},
  }
  const one = house()
  const shifts = one.shifts.map((shift) => ({ ...shift, from: '08:00', to: '20:00' }))
  const { visits } = run(new ModelStore({ ...one, shifts }, content, from), nine, 7)
  expect(visits.length).toBeGreaterThan(0)
  for (const visit of visits)
    expect(visit).toMatchObject({ ending: 'promised', reached: true, wait: null })
})

test('a lawyer whom the desk paused comes back', () => {
  const model = new Model(house(), content, from)
  const world = new World(model, { ...rough, backAfter: 600 }, 7)
  const pause: Happening = {
    type: 'presence.set',
    lawyer: 'a',
    presence: 'pause',
    until: null,
    via: 'browser',
  }
  world.at(from + 1000, () => world.happen(pause))
  world.run([{ at: from + 2000, method: 'phone', patience: 60, talk: 60 }])
  const said = model.log.filter(({ type }) => type === 'presence')
  expect(said.map(({ at, data }) => [at - from, data?.presence])).toEqual([
    [1000, 'pause'],
    [601_000, 'on'],
  ])
})
