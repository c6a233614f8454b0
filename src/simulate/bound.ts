import type { Desk } from '../desk/desk.ts'
import { onDuty } from '../desk/rota.ts'
import { hourOfWeek } from './arrivals.ts'
import { type ErlangA, erlangA } from './erlang.ts'
import type { Scenario } from './scenario.ts'

/** Erlang-A for a whole rota: each hour as if it went on for ever, weighed by its calls. */

export interface Hour {
  hourOfWeek: number
  /** Calls expected in it. */
  calls: number
  /** Lawyers on duty by phone. */
  lawyers: number
  /** Null: more calls than can be answered, from people who never give up. */
  steady: ErlangA | null
}

const HOUR = 3_600_000

/** Lawyers whose phones can be rung at this instant. */
export const staffAt = (desk: Desk, instant: number): number =>
  onDuty(desk, 'phone', instant).filter(({ lawyer }) => lawyer.phone !== null).length

/** Mean seconds one call takes up a lawyer. */
export const handlingOf = (desk: Desk, { talk }: Scenario): number =>
  talk.mean + desk.routing.wrapUpSeconds

export function hoursOf(desk: Desk, scenario: Scenario): Hour[] {
  const known = new Map<string, ErlangA | null>()
  const steady = (calls: number, lawyers: number): ErlangA | null => {
    const key = `${calls} ${lawyers}`
    const handling = handlingOf(desk, scenario)
    const load = { arrivals: calls / 3600, handling, patience: scenario.patience.mean, lawyers }
    if (!known.has(key)) known.set(key, erlangA(load))
    return known.get(key) ?? null
  }
  return Array.from({ length: Math.ceil(scenario.hours) }, (_, i) => {
    const middle = scenario.from + i * HOUR + HOUR / 2
    const hour = hourOfWeek(desk.timezone, middle)
    const calls = phoneRate(scenario) * (scenario.profile[hour] ?? 0)
    const lawyers = staffAt(desk, middle)
    return { hourOfWeek: hour, calls, lawyers, steady: steady(calls, lawyers) }
  })
}

export const phoneRate = ({ rate, written }: Scenario): number => rate * (1 - written.share)

/** Over these hours, weighed by their calls; hours without a steady state count as `worst`. Null where no calls come. */
export function weighed(
  hours: Hour[],
  figure: (steady: ErlangA) => number,
  worst: number,
): number | null {
  const calls = hours.reduce((sum, hour) => sum + hour.calls, 0)
  if (calls === 0) return null
  const of = (hour: Hour): number => (hour.steady === null ? worst : figure(hour.steady))
  return hours.reduce((sum, hour) => sum + hour.calls * of(hour), 0) / calls
}
