import { end } from '../call/over.ts'
import { dispatch } from '../offer/dispatch.ts'
import type { Conversation } from '../state.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { forget, note } from './keep.ts'
import { houseWords, tellPlainly, wordsFor } from './tell.ts'

/** How an appointment ends: they met, or the client did not come. */

export function met(turn: Turn, row: Conversation): void {
  over(turn, row, 'kept')
}

function over(turn: Turn, row: Conversation, as: 'kept' | 'client_absent'): void {
  if (!row.reserved) return
  const one = turn.appointment(row.reserved.appointment)
  turn.put(turn.conversation(row.id) ?? row, { reserved: null })
  if (one?.state !== 'begun') return
  forget(turn, one)
  note(turn, as, turn.putAppointment(one, { state: as, alert: as === 'client_absent' ? as : null }))
}

/** Tried twice in vain: noted, and the client finds a friendly way back. */
export function clientGone(turn: Turn, row: Conversation): void {
  const { reserved } = row
  over(turn, row, 'client_absent')
  tellPlainly(turn, row, wordsFor(row).clientAbsent, ['appointment', 'lawyer'])
  if (reserved) notify(turn, reserved.lawyer, houseWords(turn).lawyer.clientAbsent)
  const current = turn.conversation(row.id) ?? row
  if (current.channel === 'phone' || current.state === 'closed') return
  end(turn, current, 'unreached')
  dispatch(turn)
}

/** A conversation is over, whatever became of it. */
export function leave(turn: Turn, row: Conversation): void {
  if (row.reserved) over(turn, row, 'client_absent')
}
