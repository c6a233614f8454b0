import type { Desk, Lawyer, Method, ShiftBase, Tier } from '../desk.ts'
import { indexOf, stintsBetween } from './index-of.ts'
import { lawyersOf } from './standing.ts'
import type { Stint } from './stint.ts'
import type { Window } from './windows.ts'

/** Who is on duty: computed from the rules and the instant; nothing of it is stored (Art. 17). */

export interface Duty {
  lawyer: Lawyer
  shift: ShiftBase
  tier: Tier
  /** This lawyer's stretch of the shift, cover and leave taken off. */
  window: Window
}

const DAY = 86_400_000
const HORIZON = 14 * DAY

export const serves = ({ absence, place }: Stint): boolean =>
  absence === null && place.rule.mode !== 'appointment'

/** Everyone on duty by this method at this instant, each once: their primary shift where they have two. */
export function onDuty(desk: Desk, method: Method, instant: number): Duty[] {
  return indexOf(desk).atMoment(method, instant, (stints) => {
    const byLawyer = new Map<string, Duty>()
    const lawyers = lawyersOf(desk)
    for (const stint of stints) {
      const { rule } = stint.place
      const lawyer = lawyers.get(stint.lawyer ?? '')
      if (!lawyer || !serves(stint) || !rule.methods.includes(method)) continue
      const known = byLawyer.get(lawyer.id)
      if (known && (known.tier === 'primary' || rule.tier === 'backup')) continue
      byLawyer.set(lawyer.id, { lawyer, shift: rule, tier: rule.tier, window: stint.window })
    }
    return [...byLawyer.values()]
  })
}

/** When somebody who may serve next comes on duty by this method; null within the next fortnight. */
export function nextDuty(desk: Desk, method: Method, after: number): Window | null {
  for (let from = after; from < after + HORIZON; from += DAY) {
    const next = stintsBetween(desk, from, from + DAY).find(
      (stint) =>
        stint.window.from > after && serves(stint) && stint.place.rule.methods.includes(method),
    )
    if (next) return next.window
  }
  return null
}

/**
 * Until when this lawyer's present stretch of duty lasts, shifts that touch counted as one.
 * Null: not on duty now, or no end in the next fortnight (round the clock).
 */
export function dutyUntil(desk: Desk, lawyer: string, instant: number): number | null {
  let end = instant
  for (const stint of stintsBetween(desk, instant, instant + HORIZON)) {
    if (stint.lawyer !== lawyer || !serves(stint)) continue
    if (stint.window.from > end) break
    end = Math.max(end, stint.window.to)
  }
  return end === instant || end >= instant + HORIZON ? null : end
}
