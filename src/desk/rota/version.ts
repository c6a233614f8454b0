import type { Shift } from '../desk.ts'
import { parseLocal } from '../zone.ts'
import type { InForce, Span } from './facts.ts'

/**
 * Changing a rule never changes the past: what was in force is closed at this instant and kept under a number,
 * and the new rule opens under the known id.
 */

type Rule = InForce & { id: string }

const begun = ({ since }: InForce, now: number): boolean => since === undefined || since < now

export const isOver = ({ until }: InForce, now: number): boolean =>
  until !== undefined && until <= now

/** Closed at `now`; null where it had not begun: then it is dropped. */
export const closedAt = <T extends Rule>(rule: T, now: number): T | null =>
  begun(rule, now) ? { ...rule, until: Math.min(rule.until ?? now, now) } : null

/** The same under the first free number. */
export function archived<T extends Rule>(rule: T, list: readonly { id: string }[]): T {
  const ids = new Set(list.map(({ id }) => id))
  let n = 1
  while (ids.has(`${rule.id}~${n}`)) n++
  return { ...rule, id: `${rule.id}~${n}` }
}

/** The id a rule has kept through all its versions. */
export const lineOf = (id: string): string => id.split('~')[0] as string

/** The whole time a dated shift takes; null for a weekly one. */
export function datedSpan(shift: Pick<Shift, 'days' | 'from' | 'to'>, zone: string): Span | null {
  if (shift.days) return null
  const from = parseLocal(zone, shift.from)
  const to = parseLocal(zone, shift.to)
  return from === null || to === null ? null : { from, to }
}

/** A dated shift is closed like a rule, but over when its own time is. */
export function closedShift(shift: Shift, zone: string, now: number): Shift | null | 'over' {
  const span = datedSpan(shift, zone)
  if (!span) return isOver(shift, now) ? 'over' : closedAt(shift, now)
  if (span.to <= now || isOver(shift, now)) return 'over'
  return span.from >= now ? null : { ...shift, until: now }
}
