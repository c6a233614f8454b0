import type { Desk } from '../desk.ts'
import { instantOf, localTime } from '../zone.ts'
import { dayNumber, isRestDay } from './calendar.ts'
import { serves } from './duty.ts'
import type { Span } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { clipped, lengthOf, merged, overlap } from './spans.ts'

/** What each lawyer carries. Two duties at once count once. */
export interface Load {
  lawyer: string
  /** On duty, first or behind. */
  hours: number
  /** Of these, only behind somebody. */
  backupHours: number
  /** Nights (22:00 to 06:00) in which at least one hour was theirs. */
  nights: number
  /** Weekends and public holidays on which at least one hour was theirs. */
  restDays: number
  restDayHours: number
}

const HOUR = 3_600_000

/** Whole desk's load in [from, to), every lawyer who may serve or did. */
export function fairness(desk: Desk, from: number, to: number): Load[] {
  const byLawyer = new Map<string, { all: Span[]; primary: Span[] }>()
  for (const { id, status } of desk.lawyers) {
    if (status === 'active') byLawyer.set(id, { all: [], primary: [] })
  }
  for (const stint of stintsBetween(desk, from, to)) {
    if (!serves(stint) || stint.lawyer === null) continue
    const load = byLawyer.get(stint.lawyer) ?? { all: [], primary: [] }
    byLawyer.set(stint.lawyer, load)
    load.all.push(stint.window)
    if (stint.place.rule.tier === 'primary') load.primary.push(stint.window)
  }
  const { nights, restDays } = calendarOf(desk, { from, to })
  return [...byLawyer].map(([lawyer, load]) => {
    const all = clipped(merged(load.all), { from, to })
    const primary = clipped(merged(load.primary), { from, to })
    return {
      lawyer,
      hours: lengthOf(all) / HOUR,
      backupHours: (lengthOf(all) - lengthOf(primary)) / HOUR,
      nights: nights.filter((night) => within(all, night) >= HOUR).length,
      restDays: restDays.filter((day) => within(all, day) >= HOUR).length,
      restDayHours: restDays.reduce((sum, day) => sum + within(all, day), 0) / HOUR,
    }
  })
}

const within = (spans: Span[], span: Span): number =>
  lengthOf(
    clipped(
      spans.filter((one) => overlap(one, span)),
      span,
    ),
  )

function calendarOf({ timezone, calendar }: Desk, span: Span) {
  const { year, month, day } = localTime(timezone, span.from)
  const nights: Span[] = []
  const restDays: Span[] = []
  for (let i = -1; ; i++) {
    const at = (minute: number): number => instantOf(timezone, year, month, day + i, minute)
    if (at(0) >= span.to) return { nights, restDays }
    nights.push({ from: at(22 * 60), to: at(30 * 60) })
    if (isRestDay(calendar, dayNumber(year, month, day) + i)) {
      restDays.push({ from: at(0), to: at(24 * 60) })
    }
  }
}
