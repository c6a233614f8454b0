import type { Actor, EntryData } from '../effect.ts'
import type { Turn } from '../turn.ts'
import type { AskedBy } from './act.ts'
import type { Appointment, Slot } from './appointment.ts'

/** An appointment put down: its row, its line in the log, and the timers that remember it. */

const MINUTE = 60_000

export const iso = (instant: number): string => new Date(instant).toISOString()

export type Act =
  | 'held'
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'lapsed'
  | 'wanted'
  | 'reassigned'
  | 'unplaced'
  | 'reminded'
  | 'begun'
  | 'kept'
  | 'proposed'
  | 'client_awaited'
  | 'client_absent'
  | 'lawyer_absent'
  | 'settled'

/** What happened to an appointment, for the timeline and for the checker. */
export function note(
  turn: Turn,
  act: Act,
  one: Appointment,
  by: AskedBy | null = null,
  more: EntryData = {},
): void {
  const actor: Actor = by?.role ?? 'desk'
  turn.log({
    type: 'appointment',
    actor,
    ...(by?.id ? { by: by.id } : {}),
    ...(one.conversation === null ? {} : { conversation: one.conversation }),
    data: {
      act,
      appointment: one.id,
      lawyer: one.lawyer,
      method: one.method,
      from: iso(one.from),
      to: iso(one.to),
      busyUntil: iso(one.busyUntil),
      ...more,
    },
  })
}

/** At its time, and before it as often as the desk reminds; what is past already is not made up for. */
export function remember(turn: Turn, one: Appointment): void {
  turn.timer('appointment', one.id, one.from)
  for (const minutes of turn.desk.booking.reminderMinutes) {
    const at = one.from - minutes * MINUTE
    if (at > turn.now) turn.timer('reminder', `${one.id}/${minutes}`, at)
  }
}

export function forget(turn: Turn, one: Appointment): void {
  turn.clear('appointment', one.id)
  turn.clear('hold', one.id)
  for (const minutes of turn.desk.booking.reminderMinutes) {
    turn.clear('reminder', `${one.id}/${minutes}`)
  }
}

export const made = (turn: Turn, slot: Slot, more: Partial<Appointment>): Appointment => ({
  id: turn.id(),
  conversation: null,
  client: null,
  lawyer: slot.lawyer,
  station: slot.station,
  method: slot.methods[0] ?? 'online',
  from: slot.from,
  to: slot.to,
  busyUntil: slot.busyUntil,
  state: 'booked',
  token: turn.calendar().token,
  sequence: 0,
  createdAt: turn.now,
  heldUntil: null,
  flags: [],
  alert: null,
  tries: 0,
  wish: null,
  ...more,
})

/** A time came free, or a lawyer's hours changed: whoever waits is looked at, and whoever has an appointment. */
export const lookAgain = (turn: Turn): void => turn.timer('calendar', 'desk', turn.now)
