import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { continued } from './again.ts'
import type { Appointment } from './appointment.ts'
import { ringAppointed } from './by-phone.ts'
import { clientAwaited, openInWriting } from './in-writing.ts'
import { note } from './keep.ts'
import { stands } from './keep-places.ts'
import { liftFor } from './lift.ts'

/** The time has come: it happens by itself (R20.4). */

export function appointmentDue(turn: Turn, id: string): void {
  turn.floor()
  const one = turn.appointment(id)
  const row = one?.conversation == null ? null : turn.conversation(one.conversation)
  if (!one || !row) return
  if (one.state === 'booked' && one.from <= turn.now) begin(turn, one, row)
  else if (one.state === 'begun') goOn(turn, one, row)
}

/** Down for this long past its end, it is not begun at an hour nobody agreed on. */
const TOO_LATE = 2 * 3_600_000

function begin(turn: Turn, one: Appointment, row: Conversation): void {
  if (turn.now > one.to + TOO_LATE) return liftFor(turn, one, row)
  const begun = turn.putAppointment(one, { state: 'begun', tries: 0 })
  note(turn, 'begun', begun)
  if (one.method === 'onsite') return turn.timer('appointment', one.id, one.to)
  if (!stands(turn, one)) return liftFor(turn, begun, row)
  if (one.method === 'phone' && canRing(row)) return byPhone(turn, begun, row)
  openInWriting(turn, begun, row)
}

const canRing = ({ channel, contact }: Conversation): boolean =>
  contact !== null && (channel === 'phone' || channel === 'sms' || channel === 'whatsapp')

function byPhone(turn: Turn, one: Appointment, before: Conversation): void {
  // In a call with a lawyer already: they are speaking.
  if (before.channel === 'phone' && before.state === 'active') {
    note(turn, 'kept', turn.putAppointment(one, { state: 'kept' }))
    return
  }
  const over = before.state === 'closed' || before.state === 'ended'
  const row = over || before.channel !== 'phone' ? continued(turn, before, 'phone') : before
  turn.putAppointment(one, { conversation: row.id })
  for (const timer of ['pledge', 'stagger'] as const) turn.clear(timer, row.id)
  ringAppointed(
    turn,
    turn.put(row, {
      station: one.station,
      pledge: null,
      recalls: 0,
      prefers: one.lawyer,
      reserved: {
        appointment: one.id,
        lawyer: one.lawyer,
        from: one.from,
        tries: 0,
        asking: false,
      },
    }),
  )
}

function goOn(turn: Turn, one: Appointment, row: Conversation): void {
  if (one.method === 'onsite') {
    note(turn, 'kept', turn.putAppointment(one, { state: 'kept' }))
    return
  }
  if (row.channel === 'phone') ringAppointed(turn, row)
  else if (row.reserved && row.state === 'active') clientAwaited(turn, one, row)
  else openInWriting(turn, one, row)
}
