import type { Lawyer } from './desk.ts'
import { methodOf } from './desk.ts'
import { amend, tell } from './message.ts'
import { resort } from './resort.ts'
import { type Duty, lawyersOf } from './rota.ts'
import { hangUp, ring } from './script.ts'
import type { Conversation, Offer } from './state.ts'
import type { Turn } from './turn.ts'

/** Whom to offer a waiting conversation to next (Art. 20: promptly; R3.1: nobody picks). */

const SECOND = 1000

/** One look round the floor: everyone who waits gets the next offer due to them, longest wait first. */
export function dispatch(turn: Turn): void {
  turn.floor()
  const waiting = turn
    .conversations()
    .filter(wantsLawyer)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || (a.id < b.id ? -1 : 1))
  for (const { id } of waiting) {
    const conversation = turn.conversation(id)
    if (conversation && wantsLawyer(conversation)) serve(turn, conversation)
  }
}

/** A written client who was promised an answer still takes the first lawyer who comes free. */
const wantsLawyer = ({ state, pledge }: Conversation): boolean =>
  state === 'waiting' || (state === 'promised' && pledge?.kind === 'reply')

function serve(turn: Turn, conversation: Conversation): void {
  const open = openOffers(turn, conversation)
  const { staggerSeconds } = turn.desk.routing
  if (open.length > 0) {
    const last = Math.max(...open.map((offer) => offer.offeredAt))
    if (staggerSeconds === 0 || turn.now < last + staggerSeconds * SECOND) return
  }
  const { ready, later } = candidates(turn, conversation)
  const next = ready[0]
  if (next) {
    makeOffer(turn, keepWaiting(turn, conversation), next)
  } else if (open.length === 0 && !later && conversation.state === 'waiting') {
    resort(turn, conversation)
  }
}

export const RECHECK = 30_000

/** Whoever waits is looked at again every half minute, whatever else happens (invariant 2). */
export function keepWaiting(
  turn: Turn,
  conversation: Conversation,
  patch: Partial<Conversation> = {},
): Conversation {
  if (conversation.state !== 'waiting') {
    turn.timer('queue', conversation.id, turn.now + RECHECK)
  }
  return turn.put(conversation, { ...patch, state: 'waiting' })
}

export const openOffers = (turn: Turn, conversation: Conversation): Offer[] =>
  turn.offers().filter((offer) => offer.conversation === conversation.id && offer.state === 'open')

/** `later`: somebody is on duty who could still be asked, but is busy just now. */
export function candidates(
  turn: Turn,
  conversation: Conversation,
): { ready: Duty[]; later: boolean } {
  const method = methodOf(conversation.channel)
  const ready: { duty: Duty; tries: number; preferred: boolean }[] = []
  let later = false
  for (const duty of turn.duty(method)) {
    const tries = triesLeft(turn, conversation, duty.lawyer)
    if (tries === 'never') continue
    const preferred = conversation.prefers === duty.lawyer.id
    if (!present(turn, duty.lawyer.id)) continue
    if (isBusy(turn, duty.lawyer, method, preferred)) later = true
    else if (tries !== 'open') ready.push({ duty, tries, preferred })
  }
  ready.sort(
    (a, b) =>
      Number(b.preferred) - Number(a.preferred) ||
      a.tries - b.tries ||
      Number(a.duty.tier === 'backup') - Number(b.duty.tier === 'backup') ||
      speaks(b.duty.lawyer, conversation) - speaks(a.duty.lawyer, conversation) ||
      turn.lawyer(a.duty.lawyer.id).idleSince - turn.lawyer(b.duty.lawyer.id).idleSince,
  )
  return { ready: ready.map(({ duty }) => duty), later }
}

const speaks = (lawyer: Lawyer, { language }: Conversation): number =>
  Number(lawyer.languages.some((spoken) => spoken.split('-')[0] === language.split('-')[0]))

/** How often this lawyer was asked in these rounds; never: may not, cannot, or will not take it. */
function triesLeft(
  turn: Turn,
  conversation: Conversation,
  lawyer: Lawyer,
): number | 'never' | 'open' {
  if (inConflict(turn, conversation, lawyer.id)) return 'never'
  if (conversation.channel === 'phone' && lawyer.phone === null) return 'never'
  const since = conversation.roundSince ?? 0
  let missed = 0
  for (const offer of turn.offers()) {
    if (offer.conversation !== conversation.id || offer.lawyer !== lawyer.id) continue
    if (offer.state === 'open') return 'open'
    if (offer.offeredAt < since) continue
    if (offer.state === 'passed') return 'never'
    if (offer.state === 'missed') missed++
  }
  return missed >= turn.desk.routing.rounds ? 'never' : missed
}

export const inConflict = (turn: Turn, { client }: Conversation, lawyer: string): boolean =>
  turn.snapshot.conflicts.some((known) => known.client === client && known.lawyer === lawyer)

export function present(turn: Turn, lawyer: string): boolean {
  const { presence, until } = turn.lawyer(lawyer)
  return presence === 'on' || (until !== null && until <= turn.now)
}

/** At most one ringing phone and one call at once; never more written conversations than the limit, offers counted. */
export function isBusy(
  turn: Turn,
  lawyer: Lawyer,
  method: 'phone' | 'online',
  preferred = false,
): boolean {
  if (method === 'phone') {
    const { wrapUntil } = turn.lawyer(lawyer.id)
    if (!preferred && turn.now < wrapUntil) return true
    return ringing(turn, lawyer.id) || onThePhone(turn, lawyer.id)
  }
  const offered = turn
    .offers()
    .filter(
      (offer) =>
        offer.lawyer === lawyer.id && offer.method === 'online' && offer.state === 'open',
    )
  return writtenLoad(turn, lawyer.id) + offered.length >= lawyer.limit
}

export const writtenLoad = (turn: Turn, lawyer: string): number =>
  turn
    .conversations()
    .filter((c) => c.lawyer === lawyer && c.state === 'active' && c.channel !== 'phone').length

const ringing = (turn: Turn, lawyer: string): boolean =>
  turn.offers().some((o) => o.lawyer === lawyer && o.method === 'phone' && o.state === 'open')

export const onThePhone = (turn: Turn, lawyer: string): boolean =>
  turn
    .conversations()
    .some((c) => c.lawyer === lawyer && c.state === 'active' && c.channel === 'phone')

export function makeOffer(turn: Turn, conversation: Conversation, duty: Duty): void {
  const { lawyer, tier } = duty
  const method = methodOf(conversation.channel)
  const { ringSeconds, staggerSeconds, offerSeconds } = turn.desk.routing
  const seconds = method === 'phone' ? ringSeconds : offerSeconds
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
    data: { offer: offer.id, lawyer: lawyer.id, method, tier },
  })
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
  turn.putOffer(offer, { notice })
  turn.timer('offer', offer.id, offer.expiresAt)
  if (staggerSeconds > 0) {
    turn.timer('stagger', conversation.id, turn.now + staggerSeconds * SECOND)
  }
  if (method === 'phone') ringLawyer(turn, offer, seconds)
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
