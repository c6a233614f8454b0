import { clock, clockEnd, fromInput, toInput, weekDay } from '../time.ts'
import type { DutyAsk, Gap, Window } from './queries.ts'

/** Which day of a picture each thing stands on. Times are ISO instants; days are midnights of the desk's own clock. */

export interface Times {
  from: string
  to: string
}

const at = Date.parse

/** Midnights of a week, or of a calendar month, `step` of them from now; the last is the end. */
export function daysOf(show: 'week' | 'month', step: number): string[] {
  if (show === 'week') return Array.from({ length: 8 }, (_, n) => weekDay(step * 7 + n))
  const [year = 0, month = 0] = toInput(new Date().toISOString()).split('-').map(Number)
  const first = (more: number): Date => new Date(Date.UTC(year, month - 1 + step + more, 1))
  const count = (first(1).getTime() - first(0).getTime()) / 86_400_000
  return Array.from({ length: count + 1 }, (_, n) => {
    const day = new Date(first(0).getTime() + n * 86_400_000).toISOString().slice(0, 10)
    return fromInput(`${day}T00:00`)
  })
}

/** What crosses midnight stands on the day it begins; what began before the picture, on its first day. */
export function standsOn(one: Times, days: string[], n: number): boolean {
  const [from, to] = [at(days[n] ?? ''), at(days[n + 1] ?? '')]
  return at(one.from) < to && at(one.to) > from && (n === 0 || at(one.from) >= from)
}

export interface Hole extends Times {
  station: string
  stationName: string
  methods: Gap['method'][]
}

/** The part of each gap that falls on this day, all its methods together. */
export function holesOn(gaps: Gap[], days: string[], n: number): Hole[] {
  const [start, end] = [days[n] ?? '', days[n + 1] ?? '']
  const found = new Map<string, Hole>()
  for (const { station, stationName, method, from, to } of gaps) {
    if (at(from) >= at(end) || at(to) <= at(start)) continue
    const part = {
      from: at(from) < at(start) ? start : from,
      to: at(to) > at(end) ? end : to,
    }
    const key = `${station} ${part.from} ${part.to}`
    const known = found.get(key)
    if (known) known.methods.push(method)
    else found.set(key, { ...part, station, stationName, methods: [method] })
  }
  return [...found.values()]
}

/** The same hours on another day of the picture. */
export function movedTo(item: Times, days: string[], from: number, to: number): Times {
  const by = at(days[to] ?? '') - at(days[from] ?? '')
  const moved = (iso: string): string => new Date(at(iso) + by).toISOString()
  return { from: moved(item.from), to: moved(item.to) }
}

/** What has been asked about this time at this station, newest first, each lawyer once. */
export function asksFor(asks: DutyAsk[], { station, from, to }: Hole): DutyAsk[] {
  const seen = new Set<string>()
  return asks
    .toSorted((a, b) => at(b.askedAt) - at(a.askedAt))
    .filter((one) => one.station === station && at(one.from) < at(to) && at(one.to) > at(from))
    .filter(({ lawyer, state }) => {
      if (state === 'withdrawn' || seen.has(lawyer)) return false
      seen.add(lawyer)
      return true
    })
}

/** For a cell too small for hours. */
export function kindOf({ from, to }: Times): 'day' | 'night' | 'all' | 'part' {
  const hours = (at(to) - at(from)) / 3_600_000
  if (hours >= 20) return 'all'
  const starts = Number(toInput(from).slice(11, 13))
  if (starts >= 18 || starts < 5) return 'night'
  return hours >= 4 ? 'day' : 'part'
}

export const sameDuty = (a: Window, b: Window): boolean => a.shift === b.shift && a.from === b.from

/** What began before the picture shows its end alone. */
export function hoursOf({ from, to }: Times, since?: string): string {
  const end = clockEnd(to)
  return since !== undefined && at(from) < at(since) ? `…–${end}` : `${clock(from)}–${end}`
}
