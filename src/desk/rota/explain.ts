import type { Desk, Method } from '../desk.ts'
import { type Duty, onDuty } from './duty.ts'
import { stintsBetween } from './index-of.ts'
import { lawyersOf, mayServe, statusAt } from './standing.ts'
import type { Absence, Stint } from './stint.ts'

/** Why a lawyer is, or is not, on duty; the words for each code are in locale/rota.ts. */
export type Reason =
  | { code: 'rostered' | 'rotation'; station: string; until: number }
  /** Stands in for another. */
  | { code: 'covering' | 'swapped_in'; for: string; station: string; until: number }
  | { code: 'covered' | 'swapped_away'; by: string; station: string; until: number }
  | { code: 'taken_off'; station: string; until: number }
  | { code: 'leave'; until: number }
  | { code: 'not_trained'; from: string | null }
  | { code: 'candidate' | 'trained' | 'suspended' | 'exited'; since: number | null }
  | { code: 'appointments_only'; until: number }
  | { code: 'other_method'; methods: Method[]; until: number }
  /** Their next duty by this method in the next fortnight, if there is one. */
  | { code: 'not_rostered'; next: number | null }

export interface Explanation {
  lawyer: string
  on: boolean
  /** Most telling first. */
  reasons: Reason[]
}

const FORTNIGHT = 14 * 86_400_000

/** For every lawyer of the register, on or not by this method at this instant, and why. */
export function explain(desk: Desk, method: Method, instant: number): Explanation[] {
  const on = new Map(onDuty(desk, method, instant).map((duty) => [duty.lawyer.id, duty]))
  const now = stintsBetween(desk, instant, instant + 1)
  return desk.lawyers.map(({ id }) => {
    const duty = on.get(id)
    const reasons = duty ? whyOn(duty, now, method) : whyNot(desk, id, now, method, instant)
    return { lawyer: id, on: duty !== undefined, reasons }
  })
}

function whyOn({ lawyer, shift, window }: Duty, now: Stint[], method: Method): Reason[] {
  const own = now.find(
    (stint) =>
      stint.lawyer === lawyer.id &&
      stint.place.rule.id === shift.id &&
      stint.place.rule.methods.includes(method) &&
      stint.absence === null,
  )
  const { station } = shift
  const until = window.to
  if (own?.cover && own.place.rule.lawyer !== lawyer.id) {
    const code = own.cover.kind === 'swap' ? 'swapped_in' : 'covering'
    return [{ code, for: own.cover.lawyer, station, until }]
  }
  return [{ code: own?.place.turn ? 'rotation' : 'rostered', station, until }]
}

function whyNot(desk: Desk, id: string, now: Stint[], method: Method, instant: number): Reason[] {
  const lawyer = lawyersOf(desk).get(id)
  const reasons: Reason[] = []
  if (lawyer && !mayServe(lawyer, desk.timezone, instant)) {
    const { status, since } = statusAt(lawyer, instant)
    if (status !== 'active') reasons.push({ code: status, since })
    if (lawyer.trained === null) reasons.push({ code: 'not_trained', from: null })
    else if (status === 'active') reasons.push({ code: 'not_trained', from: lawyer.trained })
  }
  for (const stint of now) {
    const reason = awayFrom(stint, id, method)
    if (reason && !reasons.some((known) => known.code === reason.code)) reasons.push(reason)
  }
  if (reasons.length === 0)
    reasons.push({ code: 'not_rostered', next: nextOf(desk, id, method, instant) })
  return reasons
}

function awayFrom(stint: Stint, id: string, method: Method): Reason | null {
  const { place, cover, lawyer, absence, window } = stint
  const { station, methods, mode } = place.rule
  const until = window.to
  const theirs = lawyer === id || place.rule.lawyer === id
  if (!theirs && cover?.lawyer !== id) return null
  if (lawyer !== id) {
    if (cover === null || !methods.includes(method)) return null
    if (cover.by === null || lawyer === null) return { code: 'taken_off', station, until }
    return { code: cover.kind === 'swap' ? 'swapped_away' : 'covered', by: lawyer, station, until }
  }
  if (absence) return reasonOf(absence)
  if (mode === 'appointment') return { code: 'appointments_only', until }
  return methods.includes(method) ? null : { code: 'other_method', methods, until }
}

const reasonOf = (absence: Absence): Reason | null =>
  absence.code === 'leave' ? { code: 'leave', until: absence.until } : null

function nextOf(desk: Desk, id: string, method: Method, instant: number): number | null {
  const next = stintsBetween(desk, instant, instant + FORTNIGHT).find(
    ({ lawyer, absence, place, window }) =>
      lawyer === id &&
      absence === null &&
      place.rule.mode !== 'appointment' &&
      place.rule.methods.includes(method) &&
      window.from > instant,
  )
  return next?.window.from ?? null
}
