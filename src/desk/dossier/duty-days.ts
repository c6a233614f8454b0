import type { Desk } from '../desk.ts'
import { serves } from '../rota/duty.ts'
import { stintsBetween } from '../rota/index-of.ts'
import { dayBounds, localDate } from '../zone.ts'
import type { DutyDay } from './allowance.ts'

/** Days on which a lawyer was on duty by the rota as it was, cover and leave taken off; an hour at two stations is one. */
export function dutyDays(desk: Desk, lawyer: string, from: number, to: number): DutyDay[] {
  const zone = desk.timezone
  const found: DutyDay[] = []
  for (let at = dayBounds(zone, from).from; at < to; at = dayBounds(zone, at).to) {
    const day = dayBounds(zone, at)
    const spans = stintsBetween(desk, day.from, day.to)
      .filter((stint) => stint.lawyer === lawyer && serves(stint))
      .map(({ window }) => ({
        from: Math.max(window.from, day.from, from),
        to: Math.min(window.to, day.to, to),
      }))
    const minutes = Math.round(lengthOf(spans) / 60_000)
    if (minutes > 0) found.push({ date: localDate(zone, at), minutes })
  }
  return found
}

function lengthOf(spans: { from: number; to: number }[]): number {
  let sum = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return sum
}
