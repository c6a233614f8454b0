import type { Fault } from './fault.ts'
import { type Calendar, dateOfDay, dayNumber, isRestDay } from './rota/calendar.ts'
import { isPublished, yearMissing } from './workday.ts'

/**
 * 期间 in calendar days and months by CPL art. 105: the day it starts on is not counted; where its last day is a day
 * off, it ends on the first day after that is none. Never to be mixed with working days (workday.ts).
 */

export interface Period {
  /** One of the two. */
  days?: number
  months?: number
  /** The article that sets it. */
  article: string
  /** Of somebody held: CPL art. 105 ¶3 does not prolong it for a day off. */
  custody?: true
}

export const periods = {
  appeal_judgment: { days: 10, article: '刑事诉讼法第230条' },
  appeal_ruling: { days: 5, article: '刑事诉讼法第230条' },
  bail: { months: 12, article: '刑事诉讼法第79条' },
  residential_surveillance: { months: 6, article: '刑事诉讼法第79条' },
  measure_change_answer: { days: 3, article: '刑事诉讼法第97条' },
  prosecution_review: { months: 1, article: '刑事诉讼法第172条' },
  non_prosecution_complaint: { days: 7, article: '刑事诉讼法第180条、第181条' },
  aid_review: { days: 7, article: '法律援助法第43条' },
  aid_appointment: { days: 3, article: '法律援助法第43条' },
  custody_arrest: { months: 2, article: '刑事诉讼法第156条', custody: true },
} as const satisfies Record<string, Period>

export type PeriodName = keyof typeof periods

/** The last day of a period that starts on `from`; a fault where only an unpublished year could tell. */
export function lastDay(calendar: Calendar, from: number, period: Period): number | Fault {
  let day = period.months === undefined ? from + (period.days ?? 0) : plus(from, period.months)
  if (period.custody) return day
  for (;;) {
    if (!isPublished(calendar, day)) return yearMissing()
    if (!isRestDay(calendar, day)) return day
    day++
  }
}

/**
 * The same date so many months on (SPC Interpretation 2021 art. 202): the last day where that month has no such date,
 * and from a month's last day to a month's last day.
 */
function plus(day: number, months: number): number {
  const [year, month, date] = dateOfDay(day).split('-').map(Number) as [number, number, number]
  const last = dayNumber(year, month + months + 1, 0)
  const fromLast = day === dayNumber(year, month + 1, 0)
  return fromLast ? last : Math.min(last, dayNumber(year, month + months, date))
}
