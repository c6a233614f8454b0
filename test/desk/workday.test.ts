import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { lastDay, type PeriodName, periods } from '../../src/desk/period.ts'
import { dateOfDay, dayOfDate, noCalendar, weekdayOf } from '../../src/desk/rota/calendar.ts'
import { helpDates, workingDay } from '../../src/desk/workday.ts'
import { chineseCalendar, notices } from '../../src/setup/calendar.ts'

/** legal.md Part 5: working days as the State Council's notices make them, and periods by CPL art. 105. */

const calendar = chineseCalendar()
const day = (date: string): number => dayOfDate(date) as number
const said = (found: unknown): unknown => (typeof found === 'number' ? dateOfDay(found) : found)
const missing = { code: 'calendar_year_missing' }

test.each([
  ['2026-02-24', '2026-02-12'],
  ['2026-02-25', '2026-02-13'],
  ['2026-10-08', '2026-09-28'],
  ['2026-05-06', '2026-04-28'],
  ['2026-01-05', '2025-12-30'],
  ['2025-02-05', '2025-01-24'],
])('help on %s: the notice is there by %s', (help, latest) => {
  expect(said(workingDay(calendar, day(help), -3))).toBe(latest)
})

test.each([
  ['2026-02-13', '2026-02-24'],
  ['2026-02-12', '2026-02-14'],
  ['2026-02-14', '2026-02-25'],
  ['2026-09-30', '2026-10-09'],
  ['2026-09-18', '2026-09-21'],
  ['2025-01-27', '2025-02-06'],
  ['2026-01-01', '2026-01-05'],
])('received on %s: a lawyer is named by %s', (received, due) => {
  expect(said(workingDay(calendar, day(received), 2))).toBe(due)
})

describe('a year without a notice is never guessed at', () => {
  test('where the count runs into it, or begins in it', () => {
    expect(workingDay(calendar, day('2026-12-30'), 2)).toEqual(missing)
    expect(workingDay(calendar, day('2027-01-08'), -3)).toEqual(missing)
    expect(workingDay(calendar, day('2027-01-01'), -3)).toEqual(missing)
    expect(said(workingDay(calendar, day('2026-12-30'), 1))).toBe('2026-12-31')
    expect(helpDates(calendar, day('2026-12-30'), null)).toEqual(missing)
    expect(helpDates(calendar, day('2026-12-01'), day('2027-01-08'))).toEqual(missing)
  })

  test('nor where there is no calendar at all', () => {
    expect(workingDay(noCalendar, day('2026-02-13'), 2)).toEqual(missing)
    expect(workingDay(calendar, day('2003-02-13'), 2)).toEqual(missing)
  })
})

test('late is served after the last day for it, not on it', () => {
  const at = (received: string) => helpDates(calendar, day(received), day('2026-10-08'))
  expect(at('2026-09-28')).toMatchObject({ late: false })
  expect(at('2026-09-29')).toMatchObject({ late: true })
})

test('chinese-days says of each day of 2025 and 2026 what the notices themselves say', () => {
  for (const { year, off, makeup } of notices) {
    const free = new Set(off.flatMap(([from, to]) => between(from, to)))
    for (let at = day(`${year}-01-01`); at <= day(`${year}-12-31`); at++) {
      const date = dateOfDay(at)
      const works = makeup.includes(date) || (weekdayOf(at) < 5 && !free.has(date))
      expect([date, said(workingDay(calendar, at - 1, 1))]).toEqual(
        works ? [date, date] : [date, expect.not.stringMatching(date)],
      )
    }
  }
  expect(notices.map(({ year }) => year)).toEqual([2025, 2026])
  expect(Object.keys(days.holidays).filter((date) => date.startsWith('2027'))).toEqual([])
})

const between = (from: string, to: string): string[] =>
  Array.from({ length: day(to) - day(from) + 1 }, (_, i) => dateOfDay(day(from) + i))

describe('periods in calendar days and months (CPL art. 105)', () => {
  const ends = (name: PeriodName, from: string) => said(lastDay(calendar, day(from), periods[name]))

  test('the day it starts on is not counted; a last day off moves to the first that is none', () => {
    expect(ends('appeal_judgment', '2026-11-02')).toBe('2026-11-12')
    expect(ends('appeal_judgment', '2026-09-25')).toBe('2026-10-08')
    // Saturday 2026-10-10 is worked: it ends on it.
    expect(ends('appeal_judgment', '2026-09-30')).toBe('2026-10-10')
    expect(ends('appeal_ruling', '2026-11-03')).toBe('2026-11-09')
  })

  test('months run to the same date, or to the last of a shorter month', () => {
    expect(ends('bail', '2025-03-10')).toBe('2026-03-10')
    expect(ends('residential_surveillance', '2025-08-31')).toBe('2026-02-28')
    expect(ends('prosecution_review', '2026-02-28')).toBe('2026-03-31')
    expect(ends('prosecution_review', '2026-01-30')).toBe('2026-02-28')
  })

  test('of somebody held, no day off prolongs it', () => {
    expect(ends('custody_arrest', '2026-08-03')).toBe('2026-10-03')
  })

  test('and a last day in an unpublished year asks a person', () => {
    expect(lastDay(calendar, day('2026-11-20'), periods.bail)).toEqual(missing)
    expect(lastDay(calendar, day('2026-12-28'), periods.appeal_judgment)).toEqual(missing)
  })
})
