import type { Staff } from '../access.ts'
import type { Desk } from '../desk.ts'
import type { EntryData, EntryType, Words } from '../effect.ts'
import { type Fault, fault } from '../fault.ts'
import type { RotaWords } from '../locale/rota.ts'
import type { Change } from './change.ts'
import type { Span } from './facts.ts'
import { lawyersOf, mayServe } from './standing.ts'

/** What an act on the rota would do, before any of it is done. */
export interface Plan {
  changes: Change[]
  entry: { type: EntryType; data: EntryData }
  /** Refused where it puts somebody at two stations at once in this time. */
  watch?: Span
  /** Why, in the words of whoever did it; sealed. */
  words?: Words | null
  /** Written to lawyers' own phones. */
  tell?: { lawyer: string; text: string }[]
}

export interface Asked {
  desk: Desk
  by: Pick<Staff, 'id' | 'role'>
  now: number
  /** Seals words under a new id. */
  words: (text: string | null) => Words | null
  locale: RotaWords
  /** Where staff find the rota. */
  link: string
}

export type Planned = Plan | Fault

const WEEK = 7 * 86_400_000
/** How far a rule without an end is looked ahead for clashes. */
export const ahead = (now: number): Span => ({ from: now, to: now + 5 * WEEK })

export const wrong = (...fields: string[]): Fault => fault('malformed', { fields })

export const iso = (instant: number): string => new Date(instant).toISOString()

export const known = (list: readonly { id: string }[], id: string): boolean =>
  list.some((one) => one.id === id)

/** Art. 18, 31: null where the lawyer may be put down for duty from this instant. */
export function notReady(desk: Desk, id: string, instant: number, field: string): Fault | null {
  const lawyer = lawyersOf(desk).get(id)
  if (!lawyer) return wrong(field)
  return mayServe(lawyer, desk.timezone, instant)
    ? null
    : fault('lawyer_not_ready', { fields: [field] })
}

export const isFault = (planned: Planned): planned is Fault => 'code' in planned
