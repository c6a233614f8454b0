import { ringClientAgain } from '../appointment/by-phone.ts'
import { clientGone, leave, met } from '../appointment/met.ts'
import type { EventOf } from '../event.ts'
import { recordDue } from '../notice.ts'
import { dispatch } from '../offer/dispatch.ts'
import { giveBack } from '../offer/give.ts'
import { withdrawOffers } from '../offer/offer.ts'
import { miss } from '../offer/take.ts'
import type { Silence } from '../presence.ts'
import type { Conversation, Ending, Leg } from '../state.ts'
import type { Turn } from '../turn.ts'
import { hand, hangup, lines, steer } from './script.ts'
import { staffLegEnded } from './staff.ts'

/** How calls end: by either side, before or after the talk. */

const RECALL_AGAIN = 10 * 60_000

const RECALLS = 2

export function legEnded(turn: Turn, event: EventOf<'leg.ended'>): void {
  const leg = turn.leg(event.leg)
  if (!leg || leg.state === 'ended') return
  if (leg.conversation === null) {
    turn.floor()
    return staffLegEnded(
      turn,
      turn.putLeg(leg, { state: 'ended', endedAt: turn.now }),
      event.status,
    )
  }
  const row = turn.conversation(leg.conversation)
  if (!row) return
  turn.floor()
  const ended = turn.putLeg(leg, { state: 'ended', endedAt: turn.now })
  turn.log({
    type: 'call_ended',
    actor: leg.party,
    ...(leg.lawyer ? { by: leg.lawyer } : {}),
    conversation: row.id,
    data: { leg: leg.id, status: event.status },
  })
  if (leg.party === 'lawyer') lawyerLeft(turn, ended, row, event.status)
  else clientLeft(turn, ended, row)
}

function lawyerLeft(turn: Turn, leg: Leg, row: Conversation, status: string): void {
  const offer = leg.offer === null ? null : turn.offer(leg.offer)
  if (offer?.state === 'open') return miss(turn, offer, silenceOf(status))
  if (row.state !== 'active' || row.lawyer !== leg.lawyer) return handsetDown(turn, row)
  const client = clientLeg(turn, row)
  if (leg.at === 'join' && client?.at === 'join') {
    talkOver(turn, row)
    if (maybeAlone(turn, row)) steer(turn, client)
    return
  }
  // Took it, but never met the client: the next one is asked, and the client keeps the place.
  giveBack(turn, row, 'not_on_the_line')
  if (client?.at === 'join') steer(turn, client)
}

/** A phone that is engaged belongs to somebody who is there. */
const silenceOf = (status: string): Silence | null =>
  status === 'busy'
    ? null
    : status === 'no-answer' || status === 'completed' || status === 'canceled'
      ? 'not_answered'
      : 'phone_failing'

/**
 * A room ends for both when one leaves it. Who was still hearing the card was not in it yet, and would wait there
 * alone: that one is fetched.
 */
export const maybeAlone = (turn: Turn, row: Conversation): boolean =>
  turn.now - (row.takenAt ?? 0) < 30_000

export const clientLeg = (turn: Turn, row: Conversation): Leg | undefined =>
  turn
    .legs()
    .find(
      (leg) => leg.conversation === row.id && leg.party === 'client' && leg.state === 'answered',
    )

function clientLeft(turn: Turn, leg: Leg, row: Conversation): void {
  switch (row.state) {
    case 'desk':
      if (stillPromised(turn, row)) return
      return end(turn, row, row.waitingSince === null ? 'left' : 'missed')
    case 'waiting':
      // At their appointment's time we ring them.
      if (row.reserved) return
      withdrawOffers(turn, row, turn.house.lawyer.clientGone)
      if (!stillPromised(turn, row)) end(turn, row, 'missed')
      return dispatch(turn)
    case 'active':
      if (leg.at === 'recall' || (row.reserved && leg.at === 'bye')) return notReached(turn, row)
      if (leg.at !== 'join' || maybeAlone(turn, row)) {
        sendAway(turn, row, turn.house.voice.lawyer.clientGone)
      }
      if (leg.at === 'join') return talkOver(turn, row)
      free(turn, row, 0)
      end(turn, row, 'missed')
      return dispatch(turn)
    default:
  }
}

/** They rang before our call was due, and were not served: the promise stands. */
function stillPromised(turn: Turn, row: Conversation): boolean {
  if (row.pledge === null || row.pledge.at <= turn.now) return false
  turn.put(row, { state: 'promised' })
  turn.timer('pledge', row.id, row.pledge.at)
  turn.log({
    type: 'pledged',
    actor: 'desk',
    conversation: row.id,
    data: { kind: row.pledge.kind, due: new Date(row.pledge.at).toISOString(), again: true },
  })
  return true
}

/** Tells a lawyer waiting in the room why nobody comes, and lets them go. */
export function sendAway(turn: Turn, row: Conversation, reason: string): void {
  for (const leg of turn.legs()) {
    if (leg.conversation !== row.id || leg.party !== 'lawyer' || leg.state === 'ended') continue
    if (leg.at === 'bye') continue
    const script = hangup(lines(turn.desk.language, reason))
    steer(turn, hand(turn, leg, 'bye', script))
  }
}

/** The talk is over; the record is not (Art. 7 ¶3). */
export function talkOver(turn: Turn, row: Conversation): void {
  if (row.state !== 'active' || row.lawyer === null) return
  turn.floor()
  turn.put(row, { state: 'ended', endedAt: turn.now })
  turn.log({ type: 'ended', actor: 'desk', conversation: row.id })
  met(turn, row)
  const { wrapUpSeconds } = turn.desk.routing
  free(turn, row, stillUp(turn, row) ? Math.max(wrapUpSeconds, HANDSET) : wrapUpSeconds)
  recordDue(turn, row, row.lawyer)
  dispatch(turn)
}

/** A handset that has not been put down yet would only be engaged. */
const HANDSET = 2

const stillUp = (turn: Turn, { id }: Conversation): boolean =>
  turn
    .legs()
    .some((leg) => leg.conversation === id && leg.party === 'lawyer' && leg.state !== 'ended')

/** It has been put down: from here the desk's own time for writing things up counts. */
export function handsetDown(turn: Turn, { state, lawyer, endedAt }: Conversation): void {
  if (state !== 'ended' || lawyer === null || endedAt === null) return
  const wrapUntil = endedAt + turn.desk.routing.wrapUpSeconds * 1000
  if (turn.lawyer(lawyer).wrapUntil !== endedAt + HANDSET * 1000) return
  turn.putLawyer(lawyer, { wrapUntil })
  if (wrapUntil > turn.now) turn.timer('wrapup', lawyer, wrapUntil)
  dispatch(turn)
}

/** The lawyer is free again, after time to write things up. */
export function free(turn: Turn, { lawyer }: Conversation, wrapUpSeconds: number): void {
  if (lawyer === null) return
  const wrapUntil = turn.now + wrapUpSeconds * 1000
  turn.putLawyer(lawyer, { idleSince: turn.now, wrapUntil })
  if (wrapUpSeconds > 0) turn.timer('wrapup', lawyer, wrapUntil)
}

/** The client did not pick up our call: once more in ten minutes, then it is noted and a coordinator sees it. */
function notReached(turn: Turn, row: Conversation): void {
  sendAway(turn, row, turn.house.voice.lawyer.notReached)
  free(turn, row, 0)
  if (ringClientAgain(turn, row)) return
  if (row.recalls >= RECALLS) {
    clientGone(turn, row)
    end(turn, row, 'unreached')
  } else {
    const at = turn.now + RECALL_AGAIN
    turn.put(row, { state: 'promised', lawyer: null, pledge: { kind: 'callback', at } })
    turn.timer('pledge', row.id, at)
    turn.log({
      type: 'pledged',
      actor: 'desk',
      conversation: row.id,
      data: { kind: 'callback', due: new Date(at).toISOString(), again: true },
    })
  }
  dispatch(turn)
}

export function end(turn: Turn, row: Conversation, ending: Ending): void {
  for (const timer of ['stagger', 'pledge', 'absent'] as const) turn.clear(timer, row.id)
  leave(turn, row)
  turn.put(turn.conversation(row.id) ?? row, {
    state: 'closed',
    ending,
    endedAt: turn.now,
    closedAt: turn.now,
  })
  turn.log({ type: 'closed', actor: 'desk', conversation: row.id, data: { outcome: ending } })
}
