import { expect, test } from 'vitest'
import { loadContent } from '../../src/setup/files.ts'
import { erlangA } from '../../src/simulate/erlang.ts'
import { defaultScenario, normalised, type Scenario } from '../../src/simulate/scenario.ts'
import { staffing } from '../../src/simulate/staffing.ts'
import { always, desk, lawyer } from '../desk/fixture.ts'

const content = loadContent()
const target = { share: 0.95, seconds: 60 }

/** a by day and night, b from eight to eight on weekdays. */
const house = desk(
  ['a', 'b'].map((id) => lawyer(id)),
  [
    always('a'),
    { ...always('b'), days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' },
  ],
  { wrapUpSeconds: 0 },
)

/** Nobody at night, four an hour in the morning, eight after noon. From a Wednesday, 05:00 in Shanghai. */
const scenario: Scenario = {
  ...defaultScenario,
  from: Date.UTC(2026, 10, 24, 21),
  rate: 4,
  profile: normalised(
    Array.from({ length: 168 }, (_, i) => (i % 24 < 8 ? 0 : i % 24 < 16 ? 1 : 2)),
  ),
}

test('with no ring lost, as many as Erlang-A says; nobody where nobody rings', () => {
  const perfect = { ...scenario, habits: { noAnswer: 0, pass: 0, answer: [0, 0] } }
  const cells = staffing(house, content, perfect, 7, target)
  expect(cells.map(({ hourOfWeek }) => hourOfWeek)).toEqual([...Array(168).keys()])
  expect(cells[0]).toMatchObject({ calls: 0, now: 1, least: 0, needed: 0 })
  expect(cells[8]).toMatchObject({ calls: 4, now: 2 })
  expect(cells[5 * 24 + 8]).toMatchObject({ calls: 4, now: 1 })
  for (const hour of [8, 16]) {
    const { calls = 0, least = 0, needed } = cells[hour] ?? {}
    const within = (lawyers: number): number =>
      erlangA({ arrivals: calls / 3600, handling: 720, patience: 300, lawyers })?.answeredWithin(
        60,
      ) ?? 0
    expect(within(least)).toBeGreaterThanOrEqual(0.95)
    expect(within(least - 1)).toBeLessThan(0.95)
    expect(needed).toBe(least)
  }
})

test('lost rings take more; and where callers will not wait for a ring, no number does it', () => {
  const lossy = { ...scenario, habits: { noAnswer: 0.3, pass: 0, answer: [5, 15] } }
  const [cell] = staffing(house, content, lossy, 7, { share: 0.93, seconds: 60 }).slice(16)
  expect(cell?.needed).toBeGreaterThan(cell?.least ?? 0)
  const hasty = { ...lossy, patience: { law: 'exponential' as const, mean: 30 } }
  const [hopeless] = staffing(house, content, hasty, 7, target).slice(16)
  expect(hopeless?.needed).toBeNull()
})
