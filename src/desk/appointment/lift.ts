import { dispatch } from '../offer/dispatch.ts'
import { queue } from '../offer/queue.ts'
import type { Conversation } from '../state.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { continued } from './again.ts'
import type { Appointment } from './appointment.ts'
import { forget, note } from './keep.ts'
import { houseWords, tellPlainly, wordsFor } from './tell.ts'

/** R20.4: the lawyer did not come. Others are asked, a coordinator is alerted, and the client is told. */

export function lift(turn: Turn, row: Conversation): void {
  const one = row.reserved && turn.appointment(row.reserved.appointment)
  if (one) liftFor(turn, one, row)
}

export function liftFor(turn: Turn, one: Appointment, before: Conversation): void {
  forget(turn, one)
  const over = before.state === 'closed' || before.state === 'ended'
  const row = over
    ? continued(turn, before, before.channel)
    : turn.put(before, { reserved: null, prefers: null, pledge: null })
  const absent = turn.putAppointment(one, {
    conversation: row.id,
    state: 'lawyer_absent',
    alert: 'lawyer_absent',
  })
  note(turn, 'lawyer_absent', absent)
  tellPlainly(turn, row, wordsFor(row).lawyerAbsent)
  notify(turn, one.lawyer, houseWords(turn).lawyer.absent)
  const current = turn.conversation(row.id) ?? row
  if (current.state === 'waiting') {
    turn.put(current, { roundSince: turn.now })
    return dispatch(turn)
  }
  queue(turn, current)
}
