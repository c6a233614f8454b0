import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/desk/offer/order.ts'
import type { Conversation } from '../../src/desk/state.ts'

/** Who comes first of those who wait (R3.1). */

const MINUTE = 60_000
const who = (id: string, waitingSince: number, urgent = false): Conversation =>
  ({ id, waitingSince, urgent }) as Conversation

const anybody = fc.record({
  id: fc.uuid(),
  waitingSince: fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => minutes * MINUTE),
  urgent: fc.boolean(),
})
const people = fc.uniqueArray(anybody, { selector: ({ id }) => id, minLength: 2, maxLength: 12 })

test('urgent first, then strictly first come, whatever order they are found in', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: 11 }), (crowd, turn) => {
      const rows = crowd.map(({ id, waitingSince, urgent }) => who(id, waitingSince, urgent))
      const sorted = [...rows].sort(inOrder)
      const around = [...rows.slice(turn), ...rows.slice(0, turn)].sort(inOrder)
      expect(around.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
      for (const urgent of [true, false]) {
        const alike = sorted.filter((row) => row.urgent === urgent)
        const since = alike.map(({ waitingSince }) => waitingSince)
        expect(since).toEqual([...since].sort((a, b) => (a ?? 0) - (b ?? 0)))
      }
    }),
  )
})

test('an old wait is not overtaken for ever: half an hour outweighs urgency, a minute less does not', () => {
  const urgent = who('u', 60 * MINUTE, true)
  const order = (other: Conversation) => [urgent, other].sort(inOrder).map(({ id }) => id)
  expect(order(who('old', 31 * MINUTE))).toEqual(['u', 'old'])
  expect(order(who('old', 29 * MINUTE))).toEqual(['old', 'u'])
  fc.assert(
    fc.property(people, (crowd) => {
      const [first, ...rest] = crowd.map((one) => who(one.id, one.waitingSince, one.urgent))
      const later = rest.map((one) => who(one.id, (first?.waitingSince ?? 0) + 31 * MINUTE, true))
      expect([...later, first as Conversation].sort(inOrder)[0]?.id).toBe(first?.id)
    }),
  )
})
