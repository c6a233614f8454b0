import type { Desk, Lawyer, Method, Shift, Tier } from './desk.ts'
import { instantOf, localDate, localTime, parseClock, parseLocal } from './zone.ts'

/** Who is on duty is computed from the desk's shifts and the instant; nothing of it is stored (Art. 17). */

/** Half open: `to` is not included. Instants. */
export interface Window {
  from: number
  to: number
}

export interface Duty {
  lawyer: Lawyer
  shift: Shift
  tier: Tier
  window: Window
}

const DAY = 86_400_000

const weekdayIndex = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 } as const

/** The shift's windows that overlap [from, to), in order. */
export function windowsOf(shift: Shift, zone: string, from: number, to: number): Window[] {
  if (!shift.days) {
    const start = parseLocal(zone, shift.from)
    const end = parseLocal(zone, shift.to)
    if (start === null || end === null || start >= to || end <= from) return []
    return [{ from: start, to: end }]
  }
  const opens = parseClock(shift.from)
  const closes = parseClock(shift.to)
  if (opens === null || closes === null) return []
  const days = new Set(shift.days.map((day) => weekdayIndex[day]))
  const ends = closes > opens ? closes : closes + 1440
  const first = localTime(zone, from - DAY)
  const found: Window[] = []
  const count = Math.ceil((to - from) / DAY) + 2
  for (let i = 0; i <= count; i++) {
    const weekday = (first.weekday + i) % 7
    if (!days.has(weekday as 0)) continue
    const start = instantOf(zone, first.year, first.month, first.day + i, opens)
    const end = instantOf(zone, first.year, first.month, first.day + i, ends)
    if (start < to && end > from) found.push({ from: start, to: end })
  }
  return found
}

/** Art. 18, 31: not active, or not trained by the day, is never put on duty. */
export function mayServe(lawyer: Lawyer, zone: string, instant: number): boolean {
  if (lawyer.status !== 'active' || lawyer.trained === null) return false
  return lawyer.trained <= localDate(zone, instant)
}

/** Everyone on duty by this method at this instant, each once: their primary shift where they have two. */
export function onDuty(desk: Desk, method: Method, instant: number): Duty[] {
  const byLawyer = new Map<string, Duty>()
  const lawyers = lawyersOf(desk)
  for (const shift of desk.shifts) {
    if (shift.mode === 'appointment' || !shift.methods.includes(method)) continue
    const lawyer = lawyers.get(shift.lawyer)
    if (!lawyer || !mayServe(lawyer, desk.timezone, instant)) continue
    const window = windowsOf(shift, desk.timezone, instant, instant + 1)[0]
    if (!window) continue
    const known = byLawyer.get(lawyer.id)
    if (known && (known.tier === 'primary' || shift.tier === 'backup')) continue
    byLawyer.set(lawyer.id, { lawyer, shift, tier: shift.tier, window })
  }
  return [...byLawyer.values()]
}

const HORIZON = 14 * DAY

/** When somebody who may serve next comes on duty by this method; null within the next fortnight. */
export function nextDuty(desk: Desk, method: Method, after: number): Window | null {
  let next: Window | null = null
  const lawyers = lawyersOf(desk)
  for (const shift of desk.shifts) {
    if (shift.mode === 'appointment' || !shift.methods.includes(method)) continue
    const lawyer = lawyers.get(shift.lawyer)
    if (!lawyer) continue
    for (const window of windowsOf(shift, desk.timezone, after, after + HORIZON)) {
      if (window.from <= after || !mayServe(lawyer, desk.timezone, window.from)) continue
      if (!next || window.from < next.from) next = window
      break
    }
  }
  return next
}

/**
 * Until when this lawyer's present stretch of duty lasts, shifts that touch counted as one.
 * Null: not on duty now, or no end in the next fortnight (round the clock).
 */
export function dutyUntil(desk: Desk, lawyer: string, instant: number): number | null {
  const windows = desk.shifts
    .filter((shift) => shift.lawyer === lawyer && shift.mode !== 'appointment')
    .flatMap((shift) => windowsOf(shift, desk.timezone, instant, instant + HORIZON))
    .sort((a, b) => a.from - b.from)
  let end = instant
  for (const window of windows) {
    if (window.from > end) break
    if (window.to > end) end = window.to
  }
  return end === instant || end >= instant + HORIZON ? null : end
}

const lawyerIndex = new WeakMap<Desk, Map<string, Lawyer>>()

export function lawyersOf(desk: Desk): Map<string, Lawyer> {
  let index = lawyerIndex.get(desk)
  if (!index) {
    index = new Map(desk.lawyers.map((lawyer) => [lawyer.id, lawyer]))
    lawyerIndex.set(desk, index)
  }
  return index
}
