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

export interface HolidayNotice {
  year: number
  document: string
  issuedOn: string
  /** Days off, first and last. */
  off: [from: string, to: string][]
  /** Saturdays and Sundays that are worked. */
  makeup: string[]
}

/** The State Council's own notices, by hand: what the package says of these years is held against them by a test. */
export const notices: HolidayNotice[] = [
  {
    year: 2025,
    document: '国办发明电〔2024〕12号',
    issuedOn: '2024-11-12',
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    makeup: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    document: '国务院办公厅关于2026年部分节假日安排的通知',
    issuedOn: '2025-11-04',
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    makeup: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
