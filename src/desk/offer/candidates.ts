import { type Lawyer, methodOf } from '../desk.ts'
import type { Duty } from '../rota.ts'
import type { Conversation, Offer } from '../state.ts'
import type { Turn } from '../turn.ts'

/** Who may be asked next, and who is busy (Art. 18, 31; invariants 3 and 6). */

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
      (offer) => offer.lawyer === lawyer.id && offer.method === 'online' && offer.state === 'open',
    )
  return writtenLoad(turn, lawyer.id) + offered.length >= lawyer.limit
}

export const writtenLoad = (turn: Turn, lawyer: string): number =>
  turn
    .conversations()
    .filter((c) => c.lawyer === lawyer && c.state === 'active' && c.channel !== 'phone').length

export const ringing = (turn: Turn, lawyer: string): boolean =>
  turn.offers().some((o) => o.lawyer === lawyer && o.method === 'phone' && o.state === 'open')

export const onThePhone = (turn: Turn, lawyer: string): boolean =>
  turn
    .conversations()
    .some((c) => c.lawyer === lawyer && c.state === 'active' && c.channel === 'phone')
