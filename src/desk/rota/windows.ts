import type { DayKind, Shift, Weekday } from '../desk.ts'
import { instantOf, localTime, parseClock, parseLocal } from '../zone.ts'
import { type Calendar, dayNumber, isDayOf, noCalendar } from './calendar.ts'
import type { InForce, Span } from './facts.ts'

/** When a rule puts duty: its windows as instants, in the desk's zone. */

/** Half open: `to` is not included. Instants. */
export type Window = Span

/** Duty that comes round with the days; `from` > `to` crosses midnight and belongs to the day it starts on. */
export interface Recurring extends InForce {
  days: readonly Weekday[]
  on?: DayKind
  from: string
  to: string
}

const DAY = 86_400_000

const weekdayIndex = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 } as const

/** The shift's windows that overlap [from, to), in order. */
export function windowsOf(
  shift: Shift,
  zone: string,
  from: number,
  to: number,
  calendar: Calendar = noCalendar,
): Window[] {
  if (shift.days) return recurring(shift, zone, from, to, calendar)
  const start = parseLocal(zone, shift.from)
  const end = parseLocal(zone, shift.to)
  if (start === null || end === null) return []
  return inForce([{ from: start, to: end }], shift).filter((one) => one.from < to && one.to > from)
}

export function recurring(
  rule: Recurring,
  zone: string,
  from: number,
  to: number,
  calendar: Calendar,
): Window[] {
  const opens = parseClock(rule.from)
  const closes = parseClock(rule.to)
  if (opens === null || closes === null) return []
  const days = new Set(rule.days.map((day) => weekdayIndex[day]))
  const ends = closes > opens ? closes : closes + 1440
  const first = localTime(zone, from - DAY)
  const number = dayNumber(first.year, first.month, first.day)
  const found: Window[] = []
  const count = Math.ceil((to - from) / DAY) + 2
  for (let i = 0; i <= count; i++) {
    const weekday = (first.weekday + i) % 7
    if (!days.has(weekday as 0)) continue
    if (rule.on && !isDayOf(calendar, rule.on, number + i)) continue
    const start = instantOf(zone, first.year, first.month, first.day + i, opens)
    const end = instantOf(zone, first.year, first.month, first.day + i, ends)
    if (start < to && end > from) found.push({ from: start, to: end })
  }
  return inForce(found, rule).filter((one) => one.from < to && one.to > from)
}

/** Clipped to the time the rule is in force. */
export function inForce(windows: Window[], { since, until }: InForce): Window[] {
  if (since === undefined && until === undefined) return windows
  return windows
    .map(({ from, to }) => ({
      from: Math.max(from, since ?? from),
      to: Math.min(to, until ?? to),
    }))
    .filter(({ from, to }) => from < to)
}
