import type { Method } from '../desk.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { type Appointment, fills, type Slot } from './appointment.ts'
import { slotsOf, type Wanted } from './slots.ts'

/** Which times a client can have, theirs first (Art. 11), and by which way of meeting. */

const DAY = 86_400_000
/** The lawyer who knows the client is offered first where they are free within this of the first time there is. */
const WORTH_WAITING = 2 * DAY

/** Ways of meeting, best first, for whoever is on this channel. Without a number nobody can be rung. */
export function waysOf({ channel, contact }: Pick<Conversation, 'channel' | 'contact'>): Method[] {
  switch (channel) {
    case 'phone':
      return contact === null ? ['onsite'] : ['phone', 'onsite', 'online']
    case 'sms':
    case 'whatsapp':
      return ['online', 'phone', 'onsite']
    default:
      return ['online', 'onsite']
  }
}

/** A coordinator may agree on anything; then the nearest to the client's channel is taken. */
export function methodFor(row: Pick<Conversation, 'channel' | 'contact'>, slot: Slot): Method {
  const way = waysOf(row).find((one) => slot.methods.includes(one))
  return way ?? slot.methods[0] ?? 'online'
}

/** Free for this client: their own holds do not stand in their way, and nobody in conflict is offered. */
export function freeFor(turn: Turn, row: Conversation | null, wanted: Wanted = {}): Slot[] {
  const others = turn
    .appointments()
    .filter((one) => !(one.state === 'held' && row && one.conversation === row.id))
  const slots = slotsOf(turn.desk, others, turn.now, wanted)
  return row ? slots.filter(({ lawyer }) => !turn.inConflict(row.client, lawyer)) : slots
}

/** Art. 11: the lawyer who helped before, where that does not mean waiting for days. */
export function theirsFirst(slots: Slot[], known: string | null): Slot[] {
  const first = slots[0]
  if (!first || known === null) return slots
  const theirs = (slot: Slot): boolean =>
    slot.lawyer === known && slot.from <= first.from + WORTH_WAITING
  return [...slots.filter(theirs), ...slots.filter((slot) => !theirs(slot))]
}

export const knownLawyer = (row: Conversation): string | null => row.lawyer ?? row.helped

/** The client's own: the one that stands, or the place on the waiting list. */
export function liveOf(turn: Turn, client: string): Appointment | null {
  const theirs = turn.appointments().filter((one) => one.client === client)
  const soonest = theirs
    .filter(({ state }) => state === 'booked' || state === 'begun')
    .sort((a, b) => a.from - b.from)
  return soonest[0] ?? theirs.find(({ state }) => state === 'wanted') ?? null
}

/** Whether anything else fills this lawyer's time. */
export const isTaken = (
  turn: Turn,
  lawyer: string,
  span: { from: number; busyUntil: number },
  except: string,
): boolean =>
  turn
    .appointments()
    .some(
      (one) =>
        one.id !== except &&
        one.lawyer === lawyer &&
        fills(one.state) &&
        one.from < span.busyUntil &&
        span.from < one.busyUntil,
    )
