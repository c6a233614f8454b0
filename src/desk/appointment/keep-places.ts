import { mayServe } from '../rota/standing.ts'
import { lawyersOf } from '../rota.ts'
import type { Turn } from '../turn.ts'
import type { Appointment } from './appointment.ts'
import { note } from './keep.ts'
import { appointmentStints } from './slots.ts'
import { linkOf, sayWhen, tellBooked, tellLawyer, tellPlainly, wordsFor } from './tell.ts'
import { isTaken } from './times.ts'

/** A shift or a lawyer that is gone takes no appointment with it: another lawyer at that time, or a coordinator is asked. */

export function keepPlaces(turn: Turn): void {
  for (const { id } of turn.appointments()) {
    const one = turn.appointment(id)
    if (one?.state === 'booked' && one.from > turn.now) keepPlace(turn, one)
  }
}

/** Whether this lawyer is there to keep it: on a by-appointment shift, fit to serve, and not in conflict. */
export function stands(turn: Turn, one: Appointment, lawyer = one.lawyer): boolean {
  const person = lawyersOf(turn.desk).get(lawyer)
  if (!person || !mayServe(person, turn.desk.timezone, turn.now)) return false
  if (one.client !== null && turn.inConflict(one.client, lawyer)) return false
  return appointmentStints(turn.desk, one.from, one.to).some(
    (stint) =>
      stint.lawyer === lawyer &&
      stint.window.from <= one.from &&
      stint.window.to >= one.to &&
      stint.place.rule.methods.includes(one.method),
  )
}

function keepPlace(turn: Turn, one: Appointment): void {
  if (stands(turn, one)) {
    if (one.alert === 'no_lawyer') turn.putAppointment(one, { alert: null })
    return
  }
  const row = one.conversation === null ? null : turn.conversation(one.conversation)
  const next = turn.desk.lawyers.find(
    ({ id }) => id !== one.lawyer && stands(turn, one, id) && !isTaken(turn, id, one, one.id),
  )
  if (next) {
    const station = stationAt(turn, one, next.id)
    const given = turn.putAppointment(one, {
      lawyer: next.id,
      station,
      sequence: one.sequence + 1,
      alert: null,
    })
    note(turn, 'reassigned', given, null, { before: one.lawyer })
    if (row) tellBooked(turn, row, given, 'reassigned')
    tellLawyer(turn, one, 'cancelled')
    tellLawyer(turn, given, 'booked')
    return
  }
  if (one.alert === 'no_lawyer') return
  note(turn, 'unplaced', turn.putAppointment(one, { alert: 'no_lawyer' }))
  if (!row) return
  const text = wordsFor(row).unsure(sayWhen(turn, row, one.from), linkOf(turn, one))
  tellPlainly(turn, row, text, ['appt:move', 'lawyer'])
}

const stationAt = (turn: Turn, one: Appointment, lawyer: string): string =>
  appointmentStints(turn.desk, one.from, one.to).find((stint) => stint.lawyer === lawyer)?.place
    .rule.station ?? one.station
