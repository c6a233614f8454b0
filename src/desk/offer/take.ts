import { lookAgain } from '../appointment/keep.ts'
import { isOnTheLine } from '../call/next.ts'
import type { EventOf, Via } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { noteMiss, type Silence, signOfLife } from '../presence.ts'
import { lawyersOf } from '../rota.ts'
import type { Conversation, Offer } from '../state.ts'
import { amend, toast } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { isFull } from './candidates.ts'
import { dispatch } from './dispatch.ts'
import { give } from './give.ts'
import { endOffer, nameOf } from './offer.ts'

/** An offer taken, passed on, or missed. */

export function accept(turn: Turn, event: EventOf<'offer.accepted'>): Fault | null {
  const offer = turn.offer(event.offer)
  if (!offer || offer.lawyer !== event.lawyer) return fault('not_found')
  const conversation = turn.conversation(offer.conversation)
  if (!conversation) return fault('not_found')
  turn.floor()
  if (offer.state === 'accepted' && conversation.lawyer === event.lawyer) return null
  const refused = refusal(turn, offer, conversation)
  if (refused) {
    turn.log({
      type: 'too_late',
      actor: 'lawyer',
      by: event.lawyer,
      conversation: conversation.id,
      data: { offer: offer.id },
    })
    const text = takenBy(turn, conversation)
    toast(turn, event.query, text)
    return refused
  }
  take(turn, offer, conversation, event.via, event.query)
  return null
}

function refusal(turn: Turn, offer: Offer, conversation: Conversation): Fault | null {
  if (conversation.lawyer && conversation.lawyer !== offer.lawyer) return fault('offer_taken')
  if (offer.state !== 'open' || offer.expiresAt <= turn.now) return fault('offer_gone')
  if (conversation.state !== 'waiting') return fault('offer_gone')
  const lawyer = lawyersOf(turn.desk).get(offer.lawyer)
  if (offer.method === 'online' && lawyer && isFull(turn, lawyer)) return fault('lawyer_full')
  return null
}

export const takenBy = (turn: Turn, { lawyer }: Conversation): string =>
  lawyer ? turn.house.lawyer.takenBy(nameOf(turn, lawyer)) : turn.house.lawyer.offerGone

export function take(
  turn: Turn,
  offer: Offer,
  conversation: Conversation,
  via: Via,
  query?: string,
): Conversation {
  turn.putOffer(offer, { state: 'accepted', endedAt: turn.now })
  turn.clear('offer', offer.id)
  turn.log({
    type: 'accepted',
    actor: 'lawyer',
    by: offer.lawyer,
    conversation: conversation.id,
    data: { offer: offer.id, lawyer: offer.lawyer, via },
  })
  signOfLife(turn, offer.lawyer)
  toast(turn, query, turn.house.lawyer.taken(conversation.pseudonym))
  const row = give(turn, conversation, offer.lawyer, via)
  if (offer.notice) {
    const text = turn.house.lawyer.taken(conversation.pseudonym)
    amend(turn, offer.lawyer, conversation.id, offer.notice, text)
  }
  dispatch(turn)
  return row
}

export function pass(turn: Turn, event: EventOf<'offer.passed'>): Fault | null {
  const offer = turn.offer(event.offer)
  if (!offer || offer.lawyer !== event.lawyer) return fault('not_found')
  const conversation = turn.conversation(offer.conversation)
  if (!conversation) return fault('not_found')
  turn.floor()
  if (offer.state !== 'open') {
    toast(turn, event.query, takenBy(turn, conversation))
    turn.log({
      type: 'too_late',
      actor: 'lawyer',
      by: event.lawyer,
      conversation: conversation.id,
      data: { offer: offer.id },
    })
    return fault('offer_gone')
  }
  toast(turn, event.query, turn.house.lawyer.passed)
  if (event.reason === 'conflict') {
    turn.ask({
      do: 'add',
      what: 'conflict',
      row: { client: conversation.client, lawyer: offer.lawyer, at: turn.now },
    })
    lookAgain(turn)
  }
  endOffer(turn, { ...offer, reason: event.reason }, 'passed', turn.house.lawyer.passed)
  signOfLife(turn, offer.lawyer)
  dispatch(turn)
  return null
}

/** `silence`: what it says of the lawyer; null where it says nothing against them. */
export function miss(turn: Turn, offer: Offer, silence: Silence | null = 'not_answered'): void {
  if (isOnTheLine(turn, offer.id)) {
    endOffer(turn, offer, 'withdrawn', turn.house.lawyer.offerGone)
    dispatch(turn)
    return
  }
  endOffer(turn, offer, 'missed', turn.house.lawyer.missed)
  if (silence) noteMiss(turn, offer.lawyer, offer.method, silence)
  dispatch(turn)
}
