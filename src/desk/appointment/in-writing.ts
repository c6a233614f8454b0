import { isFull } from '../offer/candidates.ts'
import { give } from '../offer/give.ts'
import { nameOf } from '../offer/offer.ts'
import { lawyersOf, mayServe } from '../rota.ts'
import type { Conversation } from '../state.ts'
import { reachable, tell, text } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { continued } from './again.ts'
import type { Appointment } from './appointment.ts'
import { note } from './keep.ts'
import { lift, liftFor } from './lift.ts'
import { clientGone, met } from './met.ts'
import { houseWords, tellPlainly, wordsFor } from './tell.ts'

/** A talk in writing agreed on: opened to both at its time, with the lawyer's card first (Art. 23). */

const MINUTE = 60_000
/** A lawyer who has as many conversations as they may is tried this often. */
const TRIES = 3
/** The client is waited for this long, asked, and waited for again. */
const PATIENCE = 5 * MINUTE

export function openInWriting(turn: Turn, one: Appointment, before: Conversation): void {
  const over = before.state === 'closed' || before.state === 'ended'
  const byText = before.channel === 'phone'
  const row = over || byText ? continued(turn, before, byText ? 'sms' : before.channel) : before
  const due = turn.putAppointment(one, { conversation: row.id })
  const lawyer = lawyersOf(turn.desk).get(one.lawyer)
  if (!lawyer || !mayServe(lawyer, turn.desk.timezone, turn.now)) return liftFor(turn, due, row)
  const mine = row.state === 'active' && row.lawyer === lawyer.id
  if (!mine && isFull(turn, lawyer)) return later(turn, due, row)
  if (!mine) opened(turn, due, row)
  const open = turn.conversation(row.id) ?? row
  const waited = turn.put(open, {
    reserved: {
      appointment: one.id,
      lawyer: lawyer.id,
      from: turn.now,
      tries: 0,
      asking: true,
    },
    unansweredSince: open.unansweredSince ?? turn.now,
  })
  turn.timer('absent', row.id, turn.now + turn.desk.routing.absentSeconds * 1000)
  turn.timer('appointment', one.id, turn.now + PATIENCE)
  turn.putAppointment(turn.appointment(one.id) ?? due, { tries: 0 })
  tellPlainly(turn, waited, wordsFor(waited).begins)
  callLawyer(turn, waited, 'begins')
}

function opened(turn: Turn, one: Appointment, row: Conversation): void {
  const { lawyer } = one
  turn.log({
    type: 'assigned',
    actor: 'desk',
    conversation: row.id,
    data: { lawyer, appointment: one.id },
  })
  if (row.lawyer && row.state === 'active') {
    tell(turn, {
      lawyer: row.lawyer,
      conversation: row.id,
      text: turn.house.lawyer.reassigned(row.pseudonym, nameOf(turn, lawyer)),
    })
  }
  const waitingSince = turn.now
  const placed = turn.put(row, { waitingSince, station: one.station })
  give(turn, placed, lawyer, reachable(turn, lawyer) ? 'telegram' : 'browser')
}

function later(turn: Turn, one: Appointment, row: Conversation): void {
  const tries = one.tries + 1
  if (tries >= TRIES) return liftFor(turn, one, row)
  turn.putAppointment(one, { tries })
  turn.timer('appointment', one.id, turn.now + MINUTE)
}

function callLawyer(turn: Turn, row: Conversation, how: 'begins' | 'again'): void {
  const lawyer = row.lawyer ?? ''
  const words = houseWords(turn).lawyer[how](`${turn.snapshot.publicUrl}/console/c/${row.id}`)
  if (reachable(turn, lawyer)) tell(turn, { lawyer, conversation: row.id, text: words })
  else text(turn, row, { lawyer }, words)
}

/** Silence past `absentSeconds`. True: the lawyer is called once more, or another asked in their place. */
export function lawyerSilent(turn: Turn, row: Conversation): boolean {
  const { reserved } = row
  if (!reserved || row.lawyer !== reserved.lawyer) return false
  // They spoke, and the lawyer has gone quiet since: a conversation like any other.
  if (!reserved.asking) {
    if (row.pace.at >= reserved.from) met(turn, row)
    return false
  }
  if (reserved.tries === 0) {
    turn.put(row, { reserved: { ...reserved, tries: 1 } })
    turn.timer('absent', row.id, turn.now + turn.desk.routing.absentSeconds * 1000)
    callLawyer(turn, row, 'again')
    tellPlainly(turn, row, wordsFor(row).lawyerLate)
    return true
  }
  turn.log({
    type: 'returned',
    actor: 'desk',
    conversation: row.id,
    data: { lawyer: row.lawyer, reason: 'no_answer' },
  })
  lift(
    turn,
    turn.put(row, { state: 'desk', lawyer: null, viaTelegram: false, unansweredSince: null }),
  )
  return true
}

/** Has the client written since the time came? Asked once, then it is noted, with a way back. */
export function clientAwaited(turn: Turn, one: Appointment, row: Conversation): void {
  const begunAt = row.reserved?.from ?? one.from
  if (row.pace.at >= begunAt) return met(turn, row)
  if (one.tries > 0) return clientGone(turn, row)
  note(turn, 'client_awaited', turn.putAppointment(one, { tries: 1 }))
  turn.timer('appointment', one.id, turn.now + PATIENCE)
  tellPlainly(turn, row, wordsFor(row).stillThere)
}

/** Back at the desk while its appointment was not over yet: others are asked as for any conversation. */
export function writtenBack(turn: Turn, row: Conversation): void {
  if (row.reserved?.asking) lift(turn, row)
  else met(turn, row)
}
