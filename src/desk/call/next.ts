import { type Candidate, candidates, openOffers } from '../offer/candidates.ts'
import { openOffer } from '../offer/offer.ts'
import { inOrder } from '../offer/order.ts'
import type { Conversation, Leg } from '../state.ts'
import type { Turn } from '../turn.ts'
import { KEY_SECONDS, script, WHISPER_SECONDS } from './lawyer.ts'
import { ask, hand } from './script.ts'

/**
 * A talk is over and the lawyer still on the line, and somebody waits whom nobody else is free for: they are offered
 * at once, without another ring. Whoever would rather write things up hangs up, and has the time for it as always.
 */
export function askNext(turn: Turn, leg: Leg, lawyer: string): boolean {
  const { wrapUpSeconds } = turn.desk.routing
  // The question is over before the phone would ring.
  if (wrapUpSeconds > 0 && wrapUpSeconds < WHISPER_SECONDS) return false
  const { wrapUntil } = turn.lawyer(lawyer)
  turn.putLawyer(lawyer, { wrapUntil: turn.now })
  const found = nextFor(turn, lawyer)
  turn.putLawyer(lawyer, { wrapUntil })
  if (!found) return false
  const { row, chosen } = found
  const offer = openOffer(turn, row, chosen, WHISPER_SECONDS, { onTheLine: true })
  const waited = turn.now - (row.waitingSince ?? turn.now)
  const text = turn.house.voice.lawyer.next(waited, row.language)
  const up = turn.putLeg(leg, { conversation: row.id, offer: offer.id })
  hand(turn, up, 'next', ask(script(turn, text), turn.desk.language, KEY_SECONDS))
  return true
}

function nextFor(turn: Turn, lawyer: string): { row: Conversation; chosen: Candidate } | null {
  const waiting = turn
    .conversations()
    .filter(({ state, channel }) => state === 'waiting' && channel === 'phone')
    .sort(inOrder)
  for (const row of waiting) {
    if (openOffers(turn, row).length > 0) continue
    const chosen = candidates(turn, row).ready[0]
    if (chosen?.duty.lawyer.id === lawyer) return { row, chosen }
  }
  return null
}

/** Offered on the line after a talk: silence there says nothing against anybody. */
export const isOnTheLine = (turn: Turn, offer: string): boolean =>
  turn.legs().some((leg) => leg.offer === offer && leg.at === 'next')
