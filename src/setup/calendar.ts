import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import about from 'chinese-days/package.json' with { type: 'json' }
import { type Calendar, dateOfDay, dayOfDate, weekdayOf } from '../desk/rota/calendar.ts'

/** China's public holidays and make-up workdays from `chinese-days`, in the desk's own form. */
export function chineseCalendar(): Calendar {
  const numbers = (dates: object): number[] =>
    Object.keys(dates)
      .map(dayOfDate)
      .filter((day) => day !== null)
      .sort((a, b) => a - b)
  const off = numbers(days.holidays)
  return {
    version: `chinese-days ${about.version}`,
    holidays: off.filter((day) => weekdayOf(day) < 5),
    workdays: numbers(days.workdays).filter((day) => weekdayOf(day) >= 5),
    through: Number(dateOfDay(off.at(-1) ?? 0).slice(0, 4)),
  }
}
