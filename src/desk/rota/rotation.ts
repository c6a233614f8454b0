import { weekdays } from '../desk.ts'
import { instantOf, localTime, parseClock } from '../zone.ts'
import { type Calendar, dayNumber, dayOfDate, daysBetween } from './calendar.ts'
import type { Rotation } from './facts.ts'
import { recurring, type Window } from './windows.ts'

/** 轮流值班: whose turn it is at any time is counted from the first day, never stored. */

export interface TurnWindow {
  lawyer: string
  window: Window
}

/** The rotation's windows that overlap [from, to), cut where one lawyer hands over to the next. */
export function turnsOf(
  rotation: Rotation,
  zone: string,
  from: number,
  to: number,
  calendar: Calendar,
): TurnWindow[] {
  const windows = recurring({ ...rotation, days: weekdays }, zone, from, to, calendar)
  return windows.flatMap((window) => cut(rotation, zone, window, calendar))
}

/** A window of duty is a day long at most, so it holds at most two handovers. */
function cut(rotation: Rotation, zone: string, window: Window, calendar: Calendar): TurnWindow[] {
  const edges = [window.from]
  const start = localTime(zone, window.from)
  const handover = parseClock(rotation.handover) ?? 0
  for (const days of [0, 1]) {
    const at = instantOf(zone, start.year, start.month, start.day + days, handover)
    if (at > window.from && at < window.to) edges.push(at)
  }
  const turns: TurnWindow[] = []
  edges.forEach((edge, index) => {
    const lawyer = turnAt(rotation, zone, edge, calendar)
    if (lawyer === null) return
    const last = turns.at(-1)
    const until = edges[index + 1] ?? window.to
    if (last?.lawyer === lawyer && last.window.to === edge) last.window.to = until
    else turns.push({ lawyer, window: { from: edge, to: until } })
  })
  return turns
}

/** Whose turn it is; null before the rotation's first day. */
function turnAt(
  rotation: Rotation,
  zone: string,
  instant: number,
  calendar: Calendar,
): string | null {
  const starts = dayOfDate(rotation.starts)
  if (starts === null || rotation.order.length === 0) return null
  const { year, month, day, minute } = localTime(zone, instant)
  const today = dayNumber(year, month, day)
  const dutyDay = minute < (parseClock(rotation.handover) ?? 0) ? today - 1 : today
  const done = daysBetween(calendar, rotation.on, starts, dutyDay + 1) - 1
  // On the first day, before the handover, the first lawyer is there already.
  const turn = Math.floor(Math.max(0, done) / rotation.days)
  if (today < starts) return null
  return rotation.order[turn % rotation.order.length] ?? null
}
