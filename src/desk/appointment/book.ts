import type { Method } from '../desk.ts'
import { type Fault, fault } from '../fault.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import type { AskedBy } from './act.ts'
import type { Appointment, Slot } from './appointment.ts'
import { forget, lookAgain, made, note, remember } from './keep.ts'
import { sayWhen, tellBooked, tellLawyer, tellPlainly, wordsFor } from './tell.ts'
import { freeFor, methodFor, waysOf } from './times.ts'

/** A slot won, moved, given back. */

const HOLD = 5 * 60_000

export const slotFor = (turn: Turn, row: Conversation | null, id: string): Slot | null =>
  freeFor(turn, row).find((slot) => slot.id === id) ?? null

/** What was kept for this conversation while they chose is free again. */
export function release(turn: Turn, conversation: string): void {
  for (const one of turn.appointments()) {
    if (one.conversation !== conversation || one.state !== 'held') continue
    forget(turn, one)
    note(turn, 'lapsed', turn.putAppointment(one, { state: 'lapsed', heldUntil: null }))
  }
}

/** Whoever books has no more need of a place on the waiting list. */
function unlist(turn: Turn, conversation: string): void {
  for (const one of turn.appointments()) {
    if (one.conversation !== conversation || one.state !== 'wanted') continue
    note(turn, 'cancelled', turn.putAppointment(one, { state: 'cancelled' }))
  }
}

export function book(
  turn: Turn,
  before: Conversation,
  slot: Slot,
  by: AskedBy,
  id: string = turn.id(),
): Appointment {
  release(turn, before.id)
  unlist(turn, before.id)
  const { id: conversation, client, flags } = before
  const method = methodFor(before, slot)
  const one = turn.putAppointment(made(turn, slot, { id, conversation, client, method, flags }))
  return settled(turn, before, one, by)
}

function settled(turn: Turn, before: Conversation, one: Appointment, by: AskedBy): Appointment {
  const row = turn.put(turn.conversation(before.id) ?? before, { wantsAppointment: false })
  remember(turn, one)
  note(turn, 'booked', one, by, one.flags.length > 0 ? { flags: one.flags } : {})
  tellBooked(turn, row, one, 'booked')
  tellLawyer(turn, one, 'booked')
  return one
}

/** Kept for whoever is on the way to saying who they are. */
export function hold(turn: Turn, slot: Slot, patch: Partial<Appointment> = {}): Appointment {
  const heldUntil = turn.now + HOLD
  const one = turn.putAppointment(made(turn, slot, { state: 'held', heldUntil, ...patch }))
  turn.timer('hold', one.id, one.heldUntil ?? heldUntil)
  note(turn, 'held', one)
  return one
}

/** The same slot, by a hold that still stands. */
export function confirm(
  turn: Turn,
  held: Appointment,
  row: Conversation,
  method: Method,
  by: AskedBy,
): Appointment {
  forget(turn, held)
  const one = turn.putAppointment(held, {
    conversation: row.id,
    client: row.client,
    state: 'booked',
    heldUntil: null,
    flags: row.flags,
    method,
  })
  return settled(turn, row, one, by)
}

/** A hold nobody came back for. */
export function lapse(turn: Turn, id: string): void {
  const one = turn.appointment(id)
  if (one?.state !== 'held' || (one.heldUntil ?? 0) > turn.now) return
  note(turn, 'lapsed', turn.putAppointment(one, { state: 'lapsed', heldUntil: null }))
  lookAgain(turn)
}

const rowOf = (turn: Turn, one: Appointment): Conversation | null =>
  one.conversation === null ? null : turn.conversation(one.conversation)

export function move(
  turn: Turn,
  one: Appointment,
  slotId: string,
  by: AskedBy,
  news: 'moved' | 'filled' = 'moved',
): Fault | null {
  if (one.state !== 'booked' && one.state !== 'wanted') return fault('appointment_over')
  const row = rowOf(turn, one)
  if (!row) return fault('not_found')
  const slot = slotFor(turn, row, slotId)
  if (!slot) return fault('slot_gone')
  release(turn, row.id)
  forget(turn, one)
  const method = slot.methods.includes(one.method) ? one.method : methodFor(row, slot)
  const moved = turn.putAppointment(one, {
    lawyer: slot.lawyer,
    station: slot.station,
    method,
    from: slot.from,
    to: slot.to,
    busyUntil: slot.busyUntil,
    state: 'booked',
    sequence: one.sequence + 1,
    alert: null,
    tries: 0,
  })
  remember(turn, moved)
  note(turn, 'moved', moved, by)
  tellBooked(turn, row, moved, news)
  if (one.lawyer === moved.lawyer) tellLawyer(turn, moved, { movedFrom: one.from })
  else {
    if (one.lawyer) tellLawyer(turn, one, 'cancelled')
    tellLawyer(turn, moved, 'booked')
  }
  lookAgain(turn)
  return null
}

export function cancel(turn: Turn, one: Appointment, by: AskedBy): Fault | null {
  if (one.state !== 'booked' && one.state !== 'wanted' && one.state !== 'held') {
    return fault('appointment_over')
  }
  forget(turn, one)
  const gone = turn.putAppointment(one, {
    state: 'cancelled',
    sequence: one.sequence + 1,
    alert: null,
  })
  note(turn, 'cancelled', gone, by)
  const row = rowOf(turn, one)
  if (row && one.state === 'booked') {
    tellPlainly(turn, row, wordsFor(row).cancelled(sayWhen(turn, row, one.from)), [
      'appointment',
      'lawyer',
    ])
    tellLawyer(turn, one, 'cancelled')
  }
  lookAgain(turn)
  return null
}

/** On the waiting list until a time comes free. */
export function wait(
  turn: Turn,
  row: Conversation,
  day: string | null,
  by: AskedBy,
  id: string = turn.id(),
): Appointment {
  const method = waysOf(row)[0] ?? 'online'
  const { id: conversation, client, flags } = row
  release(turn, row.id)
  unlist(turn, row.id)
  const never: Slot = {
    id: '',
    lawyer: '',
    station: '',
    methods: [method],
    from: turn.now,
    to: turn.now,
    busyUntil: turn.now,
  }
  const one = turn.putAppointment(
    made(turn, never, { id, conversation, client, flags, method, state: 'wanted', wish: day }),
  )
  note(turn, 'wanted', one, by)
  lookAgain(turn)
  return one
}
