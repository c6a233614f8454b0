import { expect, test } from 'vitest'
import { Pulse } from '../../src/job/pulse.ts'

const peer = (id: string, beat: number) => ({ id, beat, clock: 0 })

test('a process is dead when its beat stands still for as many of our looks as we have patience', () => {
  const pulse = new Pulse(3)
  for (let beat = 1; beat < 10; beat++) expect(pulse.look([peer('a', beat)], [], 'me')).toEqual([])
  expect(pulse.look([peer('a', 9)], [], 'me')).toEqual([])
  expect(pulse.look([peer('a', 9)], [], 'me')).toEqual([])
  expect(pulse.look([peer('a', 9)], [], 'me')).toEqual(['a'])
})

test('one sign of life, and it is looked at afresh', () => {
  const pulse = new Pulse(2)
  pulse.look([peer('a', 1)], [], 'me')
  pulse.look([peer('a', 1)], [], 'me')
  expect(pulse.look([peer('a', 2)], [], 'me')).toEqual([])
  expect(pulse.look([peer('a', 2)], [], 'me')).toEqual([])
})

test('claims of a process nobody knows are taken up too, and never one’s own', () => {
  const pulse = new Pulse(1)
  expect(pulse.look([], ['gone', 'me'], 'me')).toEqual([])
  expect(pulse.look([], ['gone', 'me'], 'me')).toEqual(['gone'])
})
