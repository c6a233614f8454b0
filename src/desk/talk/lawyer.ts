import type { EventOf, Via } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { dispatch } from '../offer/dispatch.ts'
import { endOffer } from '../offer/offer.ts'
import { dutyUntil } from '../rota.ts'
import type { Turn } from '../turn.ts'
import { push } from './say.ts'
import { tell } from './tell.ts'

/** What a lawyer does that is not about an offer: writes, goes on or off, reads. */

export function lawyerWrote(turn: Turn, event: EventOf<'lawyer.wrote'>): Fault | null {
  const row = turn.subject
  const { lawyer, words, via } = event
  if (!row || row.lawyer !== lawyer || row.state !== 'active') {
    if (event.conversation === null) sayNobody(turn, lawyer)
    return fault(row && row.lawyer === lawyer ? 'not_active' : 'not_found')
  }
  if (words === null) {
    tell(turn, { lawyer, conversation: row.id, text: turn.house.lawyer.textOnly })
    return fault('malformed')
  }
  const kept = turn.words(words)
  turn.log({
    type: 'message',
    actor: 'lawyer',
    by: lawyer,
    conversation: row.id,
    words: kept,
    data: { via },
  })
  push(turn, row, kept)
  turn.clear('absent', row.id)
  turn.put(row, { unansweredSince: null, viaTelegram: row.viaTelegram || isTelegram(via) })
  turn.putLawyer(lawyer, { recent: row.id })
  return null
}

const isTelegram = (via: Via): boolean => via === 'telegram'

const sayNobody = (turn: Turn, lawyer: string): void => {
  tell(turn, { lawyer, conversation: null, text: turn.house.lawyer.nobody })
}

/** An off lasts to the end of this stretch of duty, so that nobody is forgotten off at the next (Art. 20). */
export function presenceSet(turn: Turn, event: EventOf<'presence.set'>): void {
  const { lawyer, presence } = event
  turn.floor()
  const until = presence === 'on' ? null : (event.until ?? endOfDuty(turn, lawyer))
  const before = turn.lawyer(lawyer)
  turn.putLawyer(lawyer, {
    presence,
    until,
    ...(presence === 'on' && before.presence !== 'on' ? { idleSince: turn.now } : {}),
  })
  turn.clear('presence', lawyer)
  if (until !== null) turn.timer('presence', lawyer, until)
  turn.log({
    type: 'presence',
    actor: 'lawyer',
    by: lawyer,
    data: { lawyer, presence, until: until === null ? null : new Date(until).toISOString() },
  })
  if (presence !== 'on') {
    for (const offer of turn.offers()) {
      if (offer.lawyer === lawyer && offer.state === 'open') {
        endOffer(turn, offer, 'withdrawn', turn.house.lawyer.offerGone)
      }
    }
  }
  dispatch(turn)
}

function endOfDuty(turn: Turn, lawyer: string): number | null {
  const on = (['phone', 'online'] as const).some((method) =>
    turn.duty(method).some((duty) => duty.lawyer.id === lawyer),
  )
  return on ? dutyUntil(turn.desk, lawyer, turn.now) : turn.now
}

/** R29.5: who read which conversation, when and why, is on record. A lawyer's reason is that it is theirs. */
export function conversationRead(turn: Turn, event: EventOf<'conversation.read'>): void {
  turn.log({
    type: 'read',
    actor: event.role,
    by: event.reader,
    conversation: event.conversation,
    data: { reason: event.reason },
  })
}
