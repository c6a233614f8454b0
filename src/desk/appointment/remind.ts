import type { Timer } from '../state.ts'
import type { Turn } from '../turn.ts'
import { note } from './keep.ts'
import { tellBooked, tellLawyer } from './tell.ts'

/** Each reminder once, to both sides; one that comes too late to be of use is not sent. */
export function remind(turn: Turn, timer: Timer): void {
  const [id = '', minutes = ''] = timer.subject.split('/')
  const one = turn.appointment(id)
  if (one?.state !== 'booked' || one.from <= turn.now) return
  // Set for a time it has been moved from.
  if (timer.dueAt !== one.from - Number(minutes) * 60_000) return
  const row = one.conversation === null ? null : turn.conversation(one.conversation)
  note(turn, 'reminded', one, null, { minutes: Number(minutes) })
  if (row) tellBooked(turn, row, one, 'remind')
  tellLawyer(turn, one, 'remind')
}
