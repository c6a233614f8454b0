import { appointedSilent } from '../appointment/by-phone.ts'
import { writtenBack } from '../appointment/in-writing.ts'
import { WHISPER_SECONDS } from '../call/lawyer.ts'
import type { Conversation, Offer } from '../state.ts'
import type { Turn } from '../turn.ts'
import { candidates, openOffers } from './candidates.ts'
import { makeOffer } from './offer.ts'
import { inOrder } from './order.ts'
import { resort } from './resort.ts'

/** Whom to offer a waiting conversation to next (Art. 20: promptly; R3.1: nobody picks). */

export const SECOND = 1000

/** One look round the floor: everyone who waits gets the next offer due to them, in their order. */
export function dispatch(turn: Turn): void {
  turn.floor()
  for (const row of turn.conversations()) {
    if (row.reserved && row.state === 'waiting') lookAfterAppointment(turn, row)
  }
  const waiting = turn.conversations().filter(wantsLawyer).sort(inOrder)
  for (const { id } of waiting) {
    const conversation = turn.conversation(id)
    if (conversation && wantsLawyer(conversation)) serve(turn, conversation)
  }
}

function lookAfterAppointment(turn: Turn, row: Conversation): void {
  if (row.channel !== 'phone') writtenBack(turn, row)
  else if (row.reserved?.asking && openOffers(turn, row).length === 0) appointedSilent(turn, row)
}

/** A written client who was promised an answer still takes the first lawyer who comes free. */
const wantsLawyer = ({ state, pledge, reserved }: Conversation): boolean =>
  (state === 'waiting' && reserved === null) || (state === 'promised' && pledge?.kind === 'reply')

function serve(turn: Turn, conversation: Conversation): void {
  const open = openOffers(turn, conversation)
  const { staggerSeconds } = turn.desk.routing
  if (open.length > 0) {
    const last = Math.max(...open.map((offer) => offer.offeredAt))
    if (staggerSeconds === 0 || turn.now < last + staggerSeconds * SECOND) return
    const heard = Math.max(...open.map((offer) => heardUntil(turn, offer)))
    if (turn.now < heard) {
      turn.timer('stagger', conversation.id, heard)
      return
    }
  }
  const { ready, later } = candidates(turn, conversation)
  const next = ready[0]
  if (next) {
    makeOffer(turn, keepWaiting(turn, conversation), next)
  } else if (open.length === 0 && !later && conversation.state === 'waiting') {
    resort(turn, conversation)
  }
}

/** A lawyer who picked up is listening, and about to decide: no other phone joins so soon. */
const LISTENING = 12

function heardUntil(turn: Turn, { id, expiresAt }: Offer): number {
  const up = turn.legs().some((leg) => leg.offer === id && leg.state === 'answered')
  return up ? expiresAt - (WHISPER_SECONDS - LISTENING) * SECOND : 0
}

const RECHECK = 30_000
/** One timer looks after everyone who waits. */
const FLOOR = 'floor'

/** On a half-minute mark, so that setting it again for the next who comes puts it off for nobody. */
export const watchQueue = (turn: Turn): void =>
  turn.timer('queue', FLOOR, (Math.floor(turn.now / RECHECK) + 1) * RECHECK)

/** Whoever waits is looked at again within half a minute, whatever else happens (invariant 2). */
export function keepWaiting(
  turn: Turn,
  conversation: Conversation,
  patch: Partial<Conversation> = {},
): Conversation {
  if (conversation.state !== 'waiting') watchQueue(turn)
  return turn.put(conversation, { ...patch, state: 'waiting' })
}
