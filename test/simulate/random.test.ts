import { expect, test } from 'vitest'
import { draw, fromSample, type Law, stream } from '../../src/simulate/random.ts'
import { estimate, quantile, studentQuantile, Z95 } from '../../src/simulate/statistics.ts'

test.each<Law>([
  { law: 'exponential', mean: 720 },
  { law: 'fixed', mean: 720 },
  { law: 'lognormal', mean: 720, cv: 0.9 },
])('a law has the mean it says: %j', (law) => {
  const random = stream(7, 1)
  const drawn = Array.from({ length: 20_000 }, () => draw(random, law))
  const { mean, half } = estimate(drawn, 3.2905)
  expect(Math.abs(mean - 720)).toBeLessThanOrEqual(half)
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
})

test('streams of other names, and the first numbers of neighbours, have nothing in common', () => {
  const first = Array.from({ length: 5000 }, (_, n) => stream(7, 2, n).uniform())
  const { mean, half } = estimate(first, 3.2905)
  expect(Math.abs(mean - 0.5)).toBeLessThanOrEqual(half)
  const pairs = first.slice(1).map((value, n) => (value - 0.5) * ((first[n] ?? 0) - 0.5))
  const { mean: together, half: slack } = estimate(pairs, 3.2905)
  expect(Math.abs(together)).toBeLessThanOrEqual(slack)
  expect(stream(7, 2, 3).uniform()).toBe(stream(7, 2, 3).uniform())
})

test('a sample of two points is everything between them', () => {
  expect([0, 0.5, 1].map((u) => fromSample([3, 12], u))).toEqual([3, 7.5, 12])
  expect(fromSample([4], 0.7)).toBe(4)
})

test('Student’s quantiles as tables have them', () => {
  expect(studentQuantile(Z95, 9)).toBeCloseTo(2.262, 3)
  expect(studentQuantile(Z95, 30)).toBeCloseTo(2.042, 3)
  expect(estimate([3]).half).toBe(0)
  expect(quantile([], 0.5)).toBeNull()
  expect(quantile([5, 1, 3], 0.5)).toBe(3)
})
