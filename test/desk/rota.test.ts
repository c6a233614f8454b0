import { describe, expect, test } from 'vitest'
import { dutyUntil, nextDuty, onDuty } from '../../src/desk/rota.ts'
import { instantOf, localTime, parseLocal } from '../../src/desk/zone.ts'
import { always, desk, lawyer } from './fixture.ts'

const shanghai = 'Asia/Shanghai'
const at = (text: string, zone = shanghai): number => parseLocal(zone, text) as number
const names = (duties: { lawyer: { id: string } }[]) => duties.map(({ lawyer: { id } }) => id)

const shift = (who: string, days: string[], from: string, to: string, more = {}) => ({
  ...always(who),
  days: days as ('mon' | 'tue')[],
  from,
  to,
  id: `${who} ${from}`,
  ...more,
})

describe('who is on duty', () => {
  test('a weekly shift across midnight belongs to the day it starts on; the end is not included', () => {
    const d = desk([lawyer('a')], [shift('a', ['mon'], '22:00', '06:00')])
    // 2026-11-23 is a Monday.
    for (const [time, on] of [
      ['2026-11-23T05:59', false],
      ['2026-11-23T21:59', false],
      ['2026-11-23T22:00', true],
      ['2026-11-24T00:00', true],
      ['2026-11-24T05:59', true],
      ['2026-11-24T06:00', false],
      ['2026-11-24T22:00', false],
    ] as const) {
      expect([time, onDuty(d, 'phone', at(time)).length > 0]).toEqual([time, on])
    }
  })

  test('round the clock has no gap at midnight, month end or year end', () => {
    const d = desk([lawyer('a')], [always('a')])
    for (const time of [
      '2026-11-30T23:59',
      '2026-12-01T00:00',
      '2026-12-31T23:59',
      '2027-01-01T00:00',
    ]) {
      expect(onDuty(d, 'online', at(time))).toHaveLength(1)
    }
    expect(dutyUntil(d, 'a', at('2026-11-23T10:00'))).toBeNull()
  })

  test('a dated shift, its edges, and the method', () => {
    const d = desk(
      [lawyer('a')],
      [
        {
          ...always('a'),
          days: undefined,
          methods: ['online'],
          from: '2026-11-23T09:00',
          to: '2026-11-23T17:00',
        },
      ],
    )
    expect(onDuty(d, 'online', at('2026-11-23T09:00'))).toHaveLength(1)
    expect(onDuty(d, 'online', at('2026-11-23T17:00'))).toHaveLength(0)
    expect(onDuty(d, 'phone', at('2026-11-23T10:00'))).toHaveLength(0)
    expect(dutyUntil(d, 'a', at('2026-11-23T10:00'))).toBe(at('2026-11-23T17:00'))
    expect(nextDuty(d, 'online', at('2026-11-22T10:00'))?.from).toBe(at('2026-11-23T09:00'))
    expect(nextDuty(d, 'online', at('2026-11-23T10:00'))).toBeNull()
  })

  test('never: suspended, exited, a candidate, untrained, trained only tomorrow, on an appointment shift', () => {
    const people = [
      lawyer('s', { status: 'suspended' }),
      lawyer('e', { status: 'exited' }),
      lawyer('c', { status: 'candidate' }),
      lawyer('u', { trained: null }),
      lawyer('t', { trained: '2026-11-24' }),
      lawyer('p'),
    ]
    const shifts = people.map(({ id }) =>
      id === 'p' ? { ...always(id), mode: 'appointment' as const } : always(id),
    )
    const d = desk(people, shifts)
    expect(names(onDuty(d, 'phone', at('2026-11-23T23:59')))).toEqual([])
    expect(names(onDuty(d, 'phone', at('2026-11-24T00:00')))).toEqual(['t'])
  })

  test('two shifts at once count once, the primary one', () => {
    const d = desk([lawyer('a')], [always('a', 'backup'), always('a')])
    expect(onDuty(d, 'phone', at('2026-11-23T10:00'))).toMatchObject([{ tier: 'primary' }])
  })

  test('shifts that touch are one stretch', () => {
    const d = desk(
      [lawyer('a')],
      [shift('a', ['mon'], '09:00', '12:00'), shift('a', ['mon'], '12:00', '18:00')],
    )
    expect(dutyUntil(d, 'a', at('2026-11-23T10:00'))).toBe(at('2026-11-23T18:00'))
  })
})

describe('zones with summer time', () => {
  const berlin = 'Europe/Berlin'
  test('wall clocks hold over both changes', () => {
    for (const [year, month, day, minute] of [
      [2026, 3, 29, 60],
      [2026, 3, 29, 240],
      [2026, 10, 25, 60],
      [2026, 10, 25, 300],
      [2026, 7, 1, 0],
    ] as const) {
      const back = localTime(berlin, instantOf(berlin, year, month, day, minute))
      expect([back.month, back.day, back.minute]).toEqual([month, day, minute])
    }
  })

  test('a night shift is an hour shorter, or longer, on the night of the change', () => {
    const d = { ...desk([lawyer('a')], [shift('a', ['sat'], '22:00', '06:00')]), timezone: berlin }
    const night = (start: string) => {
      const window = onDuty(d, 'phone', at(start, berlin))[0]?.window
      return window && (window.to - window.from) / 3_600_000
    }
    expect(night('2026-03-28T23:00')).toBe(7)
    expect(night('2026-10-24T23:00')).toBe(9)
    expect(night('2026-11-07T23:00')).toBe(8)
  })
})
