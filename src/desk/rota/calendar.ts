import type { DayKind } from '../desk.ts'

/**
 * Holidays and make-up workdays as the State Council publishes them year by year. Days are counted from
 * 1970-01-01; the data come in with the desk's facts, for `desk` reads nothing by itself.
 */
export interface Calendar {
  /** Of the data; a newer one replaces an older. */
  version: string
  /** Days off that fall on Monday to Friday, ascending. */
  holidays: number[]
  /** Saturdays and Sundays that are worked, ascending. */
  workdays: number[]
  /** The last year the data know; after it, weekends alone are days off. */
  through: number
}

export const noCalendar: Calendar = { version: '', holidays: [], workdays: [], through: 0 }

const DAY = 86_400_000

export const dayNumber = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY)

/** The day of YYYY-MM-DD; null if there is no such day. */
export function dayOfDate(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const found = dayNumber(year, month, day)
  return dateOfDay(found) === date ? found : null
}

export const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** 0 Monday … 6 Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** How many of a sorted list are smaller. */
function before(sorted: number[], day: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < day) low = middle + 1
    else high = middle
  }
  return low
}

const has = (sorted: number[], day: number): boolean => sorted[before(sorted, day)] === day

/** 休息日: a weekend that is not worked, or a public holiday. */
export function isRestDay(calendar: Calendar, day: number): boolean {
  return weekdayOf(day) >= 5 ? !has(calendar.workdays, day) : has(calendar.holidays, day)
}

export function isDayOf(calendar: Calendar, kind: DayKind, day: number): boolean {
  return kind === 'every' || isRestDay(calendar, day) === (kind === 'restdays')
}

/** Days of this kind in [from, to); negative where `to` comes first. */
export function daysBetween(calendar: Calendar, kind: DayKind, from: number, to: number): number {
  if (kind === 'every') return to - from
  const restDays =
    weekendDays(to) -
    weekendDays(from) +
    (before(calendar.holidays, to) - before(calendar.holidays, from)) -
    (before(calendar.workdays, to) - before(calendar.workdays, from))
  return kind === 'restdays' ? restDays : to - from - restDays
}

/** Saturdays and Sundays before this day, counted from the Monday before 1970. */
function weekendDays(day: number): number {
  const sinceMonday = day + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 2 + Math.max(0, sinceMonday - weeks * 7 - 5)
}

/** The n-th working day after this one. */
export function workdayAfter(calendar: Calendar, day: number, n: number): number {
  let found = day
  for (let left = n; left > 0; ) {
    found++
    if (!isRestDay(calendar, found)) left--
  }
  return found
}
