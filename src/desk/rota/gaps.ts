import type { Desk, Method } from '../desk.ts'
import { serves } from './duty.ts'
import type { Span } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { clipped, overlap, without } from './spans.ts'
import type { Absence, Stint } from './stint.ts'
import { recurring } from './windows.ts'

/** A time in published hours at which nobody would be there (R17.2: no gap is silent). */
export interface Gap extends Span {
  station: string
  method: Method
  /** Places that stand empty in that time, and why. None: nobody was ever put down for it. */
  because: { lawyer: string | null; absence: Absence }[]
}

/**
 * Every uncovered minute of published hours in [from, to), and nothing else. A station that has published none
 * is held to what its own rules promise: a place left empty by leave, removal or suspension is a gap there.
 */
export function gapsBetween(desk: Desk, from: number, to: number): Gap[] {
  const stints = stintsBetween(desk, from, to).filter(({ place }) => isDuty(place.rule.mode))
  return desk.stations
    .flatMap(({ id: station }) => {
      const here = stints.filter(({ place }) => place.rule.station === station)
      return promised(desk, station, here).flatMap((method) =>
        gapsOf(desk, station, method, here, { from, to }),
      )
    })
    .sort((a, b) => a.from - b.from)
}

const isDuty = (mode: string): boolean => mode !== 'appointment'

export const hasPublishedHours = (desk: Desk, station: string): boolean =>
  desk.hours.some((hours) => hours.station === station)

function promised(desk: Desk, station: string, stints: Stint[]): Method[] {
  const rules = hasPublishedHours(desk, station)
    ? desk.hours.filter((hours) => hours.station === station)
    : stints.map(({ place }) => place.rule)
  return [...new Set(rules.flatMap(({ methods }) => methods))]
}

function gapsOf(desk: Desk, station: string, method: Method, stints: Stint[], span: Span): Gap[] {
  const here = stints.filter(({ place }) => place.rule.methods.includes(method))
  const covered = here.filter(serves).map(({ window }) => window)
  const wanted = clipped(hoursOf(desk, station, method, span) ?? here.map((s) => s.window), span)
  return without(wanted, covered).map((gap) => ({
    ...gap,
    station,
    method,
    because: here.flatMap(({ window, lawyer, absence }) =>
      absence && overlap(window, gap) ? [{ lawyer, absence }] : [],
    ),
  }))
}

/** Published hours as instants; null where the station has published none. */
export function hoursOf(
  { hours, timezone, calendar }: Desk,
  station: string,
  method: Method,
  { from, to }: Span,
): Span[] | null {
  const own = hours.filter((one) => one.station === station)
  if (own.length === 0) return null
  return own
    .filter(({ methods }) => methods.includes(method))
    .flatMap((rule) => recurring(rule, timezone, from, to, calendar))
}

const keyOf = ({ station, method, from, to }: Gap): string => `${station} ${method} ${from} ${to}`

/** What a change opened: gaps that were not there before, in the time looked at. */
export function gapsOpened(before: Desk, after: Desk, from: number, to: number): Gap[] {
  const known = gapsBetween(before, from, to)
  const old = new Set(known.map(keyOf))
  return gapsBetween(after, from, to).flatMap((gap) => {
    if (old.has(keyOf(gap))) return []
    const same = known.filter((k) => k.station === gap.station && k.method === gap.method)
    return without([gap], same).map((span) => ({ ...gap, ...span }))
  })
}
