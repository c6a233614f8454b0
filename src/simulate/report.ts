import { localDate, localTime } from '../desk/zone.ts'
import { hourOfWeek } from './arrivals.ts'
import { type Hour, hoursOf, weighed } from './bound.ts'
import { type Figures, figuresOf, shareWithin, visitsBy } from './figures.ts'
import { type Load, loadsOf } from './loads.ts'
import { type Compared, comparePolicies } from './policies.ts'
import type { Rehearsal } from './rehearse.ts'
import { type Cell, staffing, type Target } from './staffing.ts'
import type { Tally } from './tally.ts'

/** Everything a rehearsal found, as numbers; print.ts and page/ say it. */

/** Null where no calls are expected. */
export interface Bound {
  within20: number | null
  within60: number | null
  gaveUp: number | null
}

export interface CurvePoint {
  seconds: number
  simulated: number
  bound: number | null
}

export interface HourOfDay {
  hour: number
  callers: number
  /** Null where nobody came. */
  simulated: number | null
  bound: number | null
}

export interface Report {
  desk: string
  from: string
  hours: number
  runs: number
  seed: number
  /** Callers an hour, on the mean. */
  rate: number
  replayed: boolean
  staggerSeconds: number
  phone: Figures
  written: Figures | null
  bound: Bound
  curve: CurvePoint[]
  day: HourOfDay[]
  lawyers: Load[]
  policies: Compared[] | null
  target: Target
  staffing: Cell[]
}

export interface Wanted {
  target: Target
  compare: boolean
}

export function reportOf(
  rehearsal: Rehearsal,
  tallies: Tally[],
  { target, compare }: Wanted,
): Report {
  const { desk, content, scenario, seed, runs, arrivals } = rehearsal
  const hours = hoursOf(desk, scenario)
  const phone = figuresOf(tallies, 'phone')
  const written = figuresOf(tallies, 'online')
  return {
    desk: desk.name,
    from: localStart(desk.timezone, scenario.from),
    hours: scenario.hours,
    runs,
    seed,
    rate: scenario.rate,
    replayed: arrivals !== undefined,
    staggerSeconds: desk.routing.staggerSeconds,
    phone,
    written: written.callers > 0 ? written : null,
    bound: {
      within20: weighed(hours, (steady) => steady.answeredWithin(20), 0),
      within60: weighed(hours, (steady) => steady.answeredWithin(60), 0),
      gaveUp: weighed(hours, (steady) => steady.abandoned, 1),
    },
    curve: curveOf(tallies, hours),
    day: dayOf(tallies, hours, desk.timezone),
    lawyers: loadsOf(tallies, desk, scenario),
    policies: compare ? comparePolicies(rehearsal) : null,
    target,
    staffing: staffing(desk, content, scenario, seed, target),
  }
}

function localStart(zone: string, instant: number): string {
  const { minute } = localTime(zone, instant)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${localDate(zone, instant)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

const STEP = 5
const LONGEST = 120

function curveOf(tallies: Tally[], hours: Hour[]): CurvePoint[] {
  const visits = tallies.flatMap((tally) => visitsBy(tally, 'phone'))
  return Array.from({ length: LONGEST / STEP + 1 }, (_, i) => {
    const seconds = i * STEP
    return {
      seconds,
      simulated: shareWithin(visits, seconds),
      bound: weighed(hours, (steady) => steady.answeredWithin(seconds), 0),
    }
  })
}

function dayOf(tallies: Tally[], hours: Hour[], zone: string): HourOfDay[] {
  const visits = tallies.flatMap((tally) => visitsBy(tally, 'phone'))
  const byHour = Map.groupBy(visits, ({ at }) => hourOfWeek(zone, at) % 24)
  return Array.from({ length: 24 }, (_, hour) => {
    const then = byHour.get(hour) ?? []
    const steady = hours.filter((one) => one.hourOfWeek % 24 === hour)
    return {
      hour,
      callers: then.length,
      simulated: then.length > 0 ? shareWithin(then, 60) : null,
      bound: weighed(steady, (one) => one.answeredWithin(60), 0),
    }
  })
}
