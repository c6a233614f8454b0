import type { Fault } from './fault.ts'
import { fault } from './fault.ts'
import { type Calendar, dateOfDay, isRestDay } from './rota/calendar.ts'

/**
 * 工作日, as the State Council's yearly notices make them; only Art. 19 of the Measures counts in them. Days are
 * counted from 1970-01-01. A year nobody has published a notice for is not guessed at: a person must look it up.
 */

export const yearOf = (day: number): number => Number(dateOfDay(day).slice(0, 4))

/** The calendar holds no notice before this year. */
const FIRST_YEAR = 2004

export const isPublished = (calendar: Calendar, day: number): boolean =>
  yearOf(day) <= calendar.through && yearOf(day) >= FIRST_YEAR

export const yearMissing = (): Fault => fault('calendar_year_missing')

/**
 * The n-th working day after this day, or before it where n is negative; the day itself is not counted (CPL art. 105
 * ¶2). A fault where a year is touched whose holidays are not published.
 */
export function workingDay(calendar: Calendar, from: number, n: number): number | Fault {
  const step = Math.sign(n)
  let day = from
  if (!isPublished(calendar, day)) return yearMissing()
  for (let left = Math.abs(n); left > 0; ) {
    day += step
    if (!isPublished(calendar, day)) return yearMissing()
    if (!isRestDay(calendar, day)) left--
  }
  return day
}

export interface HelpDates {
  /** The last day to serve the notice for help on the day wanted (Art. 19 ¶1). */
  latestService: number | null
  /** By the end of this day a lawyer is named and the authority told (Art. 19 ¶2). */
  assignDue: number | null
  late: boolean
}

/** Art. 19 ¶¶1–2 for a notice received on one day that wants help on another. */
export function helpDates(
  calendar: Calendar,
  received: number,
  help: number | null,
): HelpDates | Fault {
  const latestService = help === null ? null : workingDay(calendar, help, -3)
  const assignDue = workingDay(calendar, received, 2)
  if (latestService !== null && typeof latestService === 'object') return latestService
  if (typeof assignDue === 'object') return assignDue
  return { latestService, assignDue, late: latestService !== null && received > latestService }
}

/** Art. 19 ¶4: neither limit holds for the expedited procedure, nor where a lawyer comes from another region. */
export const exempt: HelpDates = { latestService: null, assignDue: null, late: false }
