import type { RateBody, units } from './paper-centre.ts'
import type { Service } from './services.ts'

/** 补贴 (Art. 30): local rates, in force for a time, over what the ledger and the rota say. Nothing is counted twice. */

export interface DutyDay {
  /** Local date. */
  date: string
  minutes: number
}

export interface Served {
  line: string
  date: string
  /** Whom it was for: a client's or a person's own mark, so that one person counts once. */
  person: string
  /** One case, however many lines: a talk, or a task. */
  case: string
  services: Service[]
}

export interface Payment {
  unit: (typeof units)[number]
  date: string
  count: number
  /** In fen. */
  amount: number
  basis: string
  /** Ledger lines it pays; a day pays those of the day. */
  lines: string[]
}

/** Half a day is up to four hours of duty. */
const HALF = 240

const inForce = (rate: RateBody, date: string): boolean =>
  rate.from <= date && (rate.to === null || date <= rate.to)

/** The one that began last. */
const rateOn = (
  rates: RateBody[],
  date: string,
  fits: (rate: RateBody) => boolean,
): RateBody | undefined =>
  rates
    .filter((rate) => inForce(rate, date) && fits(rate))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]

/**
 * What one lawyer is due. A day of duty is paid by the day and pays whatever was done in it; a line of a kind that is
 * paid by case or by person is paid so on other days, and beside the day only where the rate says so.
 */
export function paymentsOf(rates: RateBody[], duty: DutyDay[], served: Served[]): Payment[] {
  const days = duty.flatMap((day) => payDay(rates, day, served))
  const paidDays = new Set(days.map(({ date }) => date))
  const found = [...days]
  const paid = new Set<string>()
  for (const line of served) {
    const rate = rateOn(
      rates,
      line.date,
      ({ unit, services }) =>
        (unit === 'case' || unit === 'person') &&
        services.some((one) => line.services.includes(one)),
    )
    if (!rate || (paidDays.has(line.date) && !rate.besideDay)) continue
    const mark = `${rate.unit} ${rate.unit === 'case' ? line.case : `${line.person} ${line.date}`}`
    if (paid.has(mark)) continue
    paid.add(mark)
    const { unit, amount, basis } = rate
    found.push({ unit, date: line.date, count: 1, amount, basis, lines: [line.line] })
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function payDay(rates: RateBody[], day: DutyDay, served: Served[]): Payment[] {
  const lines = served.filter(({ date }) => date === day.date).map(({ line }) => line)
  const half = day.minutes <= HALF
  const own = half ? rateOn(rates, day.date, ({ unit }) => unit === 'half_day') : undefined
  // Where no half day is paid, any duty is a day of it.
  const rate = own ?? rateOn(rates, day.date, ({ unit }) => unit === 'working_day')
  if (!rate || day.minutes === 0) return []
  const { unit, amount, basis } = rate
  return [{ unit, date: day.date, count: 1, amount, basis, lines }]
}

export const total = (payments: Payment[]): number =>
  payments.reduce((sum, { amount, count }) => sum + amount * count, 0)
