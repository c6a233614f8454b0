import { hangUp, ring } from '../call/script.ts'
import { methodOf } from '../desk.ts'
import type { EntryData } from '../effect.ts'
import { lawyersOf } from '../rota.ts'
import { wake } from '../staff/devices.ts'
import type { Conversation, Offer } from '../state.ts'
import { amend, tell } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { type Candidate, openOffers, reasonsFor } from './candidates.ts'
import { SECOND } from './dispatch.ts'

/** An offer made and ended: the phone that rings, the buttons, and what is left of them. */

export function makeOffer(turn: Turn, conversation: Conversation, chosen: Candidate): void {
  const { lawyer } = chosen.duty
  const method = methodOf(conversation.channel)
  const { ringSeconds, staggerSeconds, offerSeconds } = turn.desk.routing
  const seconds = method === 'phone' ? ringSeconds : offerSeconds
  const offer = openOffer(turn, conversation, chosen, seconds)
  const texts = turn.house
  const waited = turn.now - (conversation.waitingSince ?? turn.now)
  const notice = tell(turn, {
    lawyer: lawyer.id,
    conversation: conversation.id,
    text: texts.lawyer.offer(conversation.channel, waited, conversation.language),
    choices: [
      { id: `take:${offer.id}`, label: texts.lawyer.take },
      { id: `pass:${offer.id}`, label: texts.lawyer.pass },
    ],
    expiresAt: offer.expiresAt,
  })
  if (notice) turn.putOffer(offer, { notice })
  wake(turn, offer)
  if (staggerSeconds > 0) {
    turn.timer('stagger', conversation.id, turn.now + staggerSeconds * SECOND)
  }
  if (method === 'phone') ringLawyer(turn, offer, seconds)
}

/** Put down and logged with its reasons; how the lawyer hears of it is the caller's. */
export function openOffer(
  turn: Turn,
  conversation: Conversation,
  chosen: Candidate,
  seconds: number,
  more: EntryData = {},
): Offer {
  const { lawyer, tier } = chosen.duty
  const method = methodOf(conversation.channel)
  const offer: Offer = {
    id: turn.id(),
    conversation: conversation.id,
    lawyer: lawyer.id,
    method,
    state: 'open',
    tier,
    offeredAt: turn.now,
    expiresAt: turn.now + seconds * SECOND,
    endedAt: null,
    reason: null,
    notice: null,
  }
  turn.log({
    type: 'offered',
    actor: 'desk',
    conversation: conversation.id,
    data: {
      offer: offer.id,
      lawyer: lawyer.id,
      method,
      ...reasonsFor(turn, conversation, chosen),
      ...more,
    },
  })
  turn.timer('offer', offer.id, offer.expiresAt)
  return turn.putOffer(offer)
}

function ringLawyer(turn: Turn, offer: Offer, seconds: number): void {
  ring(
    turn,
    {
      id: turn.id(),
      sid: null,
      conversation: offer.conversation,
      party: 'lawyer',
      lawyer: offer.lawyer,
      offer: offer.id,
      state: 'placing',
      at: 'whisper',
      step: 0,
      script: null,
      startedAt: turn.now,
      endedAt: null,
    },
    { lawyer: offer.lawyer },
    seconds,
  )
}

/** Ends an open offer; its phone stops ringing and its buttons go. */
export function endOffer(
  turn: Turn,
  offer: Offer,
  state: 'passed' | 'missed' | 'withdrawn',
  notice: string,
  takenBy: string | null = null,
): void {
  turn.putOffer(offer, { state, endedAt: turn.now })
  turn.clear('offer', offer.id)
  turn.log({
    type: state,
    actor: state === 'passed' ? 'lawyer' : 'desk',
    by: offer.lawyer,
    conversation: offer.conversation,
    data: {
      offer: offer.id,
      lawyer: offer.lawyer,
      ...(offer.reason ? { reason: offer.reason } : {}),
      ...(takenBy ? { takenBy } : {}),
    },
  })
  if (offer.notice) amend(turn, offer.lawyer, offer.conversation, offer.notice, notice)
  for (const leg of turn.legs()) {
    if (leg.offer !== offer.id || leg.state === 'ended' || leg.at === 'bye') continue
    hangUp(turn, leg)
    // Over for the desk even if the carrier's own word for it is lost.
    turn.putLeg(leg, { state: 'ended', endedAt: turn.now })
  }
}

export function withdrawOffers(
  turn: Turn,
  conversation: Conversation,
  notice: string,
  takenBy: string | null = null,
): void {
  for (const offer of openOffers(turn, conversation)) {
    endOffer(turn, offer, 'withdrawn', notice, takenBy)
  }
  turn.clear('stagger', conversation.id)
}

export const nameOf = (turn: Turn, lawyer: string): string =>
  lawyersOf(turn.desk).get(lawyer)?.name ?? lawyer
