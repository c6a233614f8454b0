import { agreedWhisper } from '../appointment/whisper.ts'
import type { EventOf } from '../event.ts'
import { dispatch } from '../offer/dispatch.ts'
import { endOffer, nameOf } from '../offer/offer.ts'
import { miss, take } from '../offer/take.ts'
import { signOfLife } from '../presence.ts'
import type { Conversation, Leg, Offer, Script } from '../state.ts'
import type { Turn } from '../turn.ts'
import { askNext } from './next.ts'
import { handsetDown, talkOver } from './over.ts'
import { ask, hand, hangup, join, lines } from './script.ts'

/** A lawyer's phone: a whisper without case facts, one key, and the room. */

export const KEY_SECONDS = 8

/** A lawyer who picked up is given time to hear the whisper out and press a key. */
export const WHISPER_SECONDS = 25

export function lawyerStepped(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  event: EventOf<'leg.stepped'>,
): void {
  const offer = leg.offer === null ? null : turn.offer(leg.offer)
  if (leg.at === 'bye') return
  if (leg.at === 'join') {
    if (event.step < leg.step) return
    turn.floor()
    talkOver(turn, row)
    if (leg.lawyer && row.state !== 'waiting' && askNext(turn, leg, leg.lawyer)) return
    say(turn, leg, turn.house.voice.lawyer.after)
    handsetDown(turn, turn.conversation(row.id) ?? row)
    return
  }
  const first = leg.state === 'placing'
  if (!first && event.step < leg.step && event.digits === '') return
  const up = turn.putLeg(leg, { state: 'answered' })
  if (first) logAnswered(turn, up, row)
  turn.floor()
  if (offer?.state === 'accepted' && row.state === 'active' && row.lawyer === leg.lawyer) {
    return enter(turn, up, row)
  }
  if (offer?.state !== 'open' || row.state !== 'waiting') {
    return say(turn, up, gone(turn, row))
  }
  if (first) return whisper(turn, up, row, offer)
  if (event.digits === '1') return accepted(turn, up, row, offer)
  declined(turn, up, offer, event.digits)
}

export const script = (turn: Turn, text: string) => lines(turn.desk.language, text)

const say = (turn: Turn, leg: Leg, text: string): void => {
  hand(turn, leg, 'bye', hangup(script(turn, text)))
}

const gone = (turn: Turn, row: Conversation): string => {
  const texts = turn.house.voice.lawyer
  return row.lawyer ? texts.takenBy(nameOf(turn, row.lawyer)) : texts.clientGone
}

function logAnswered(turn: Turn, leg: Leg, row: Conversation): void {
  turn.log({
    type: 'call_answered',
    actor: 'lawyer',
    ...(leg.lawyer ? { by: leg.lawyer } : {}),
    conversation: row.id,
    data: { leg: leg.id },
  })
}

function whisper(turn: Turn, leg: Leg, row: Conversation, offer: Offer): void {
  const expiresAt = turn.now + WHISPER_SECONDS * 1000
  turn.putOffer(offer, { expiresAt })
  turn.timer('offer', offer.id, expiresAt)
  const waited = turn.now - (row.waitingSince ?? turn.now)
  const text = row.reserved
    ? agreedWhisper(turn, row)
    : turn.house.voice.lawyer.whisper(waited, row.language)
  const { language } = turn.desk
  hand(turn, leg, 'whisper', ask(script(turn, text), language, KEY_SECONDS))
}

function accepted(turn: Turn, leg: Leg, row: Conversation, offer: Offer): void {
  const taken = take(turn, offer, row, 'phone')
  enter(turn, leg, taken)
}

function enter(turn: Turn, leg: Leg, row: Conversation): void {
  const texts = turn.house.voice.lawyer
  const there = turn
    .legs()
    .some((l) => l.conversation === row.id && l.party === 'client' && l.state === 'answered')
  const text = there ? texts.connecting : texts.ringingBack
  const room: Script = join(script(turn, text), row.id)
  hand(turn, turn.leg(leg.id) ?? leg, 'join', room)
}

function declined(turn: Turn, leg: Leg, offer: Offer, digits: string): void {
  const texts = turn.house
  if (leg.at === 'next') {
    say(turn, leg, texts.voice.lawyer.after)
    endOffer(turn, offer, 'withdrawn', texts.lawyer.offerGone)
    dispatch(turn)
    return
  }
  if (digits === '') {
    say(turn, leg, texts.voice.lawyer.missed)
    miss(turn, offer)
    return
  }
  turn.log({
    type: 'key_pressed',
    actor: 'lawyer',
    by: offer.lawyer,
    conversation: offer.conversation,
    data: { digits, at: 'whisper' },
  })
  say(turn, leg, texts.voice.lawyer.passed)
  endOffer(turn, { ...offer, reason: 'other' }, 'passed', texts.lawyer.passed)
  signOfLife(turn, offer.lawyer)
  dispatch(turn)
}
