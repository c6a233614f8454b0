import { type Lawyer, methodOf } from '../desk.ts'
import type { EntryData } from '../effect.ts'
import type { Duty } from '../rota.ts'
import type { Conversation, Offer } from '../state.ts'
import type { Turn } from '../turn.ts'

/** Who may be asked next, and in which order (Art. 11, 18, 31, 32; invariants 3 and 6). */

export const openOffers = (turn: Turn, { id }: Conversation): Offer[] =>
  [...turn.standing.offersOf(id)].filter(({ state }) => state === 'open')

export interface Candidate {
  duty: Duty
  /** Offers of this round they did not answer. */
  tries: number
  preferred: boolean
  helped: boolean
  /** Of another station, which steps in by agreement (Art. 32). */
  neighbour: boolean
  speaks: boolean
  idleSince: number
}

export interface Candidates {
  /** The first is to be asked next. */
  ready: Candidate[]
  /** Somebody on duty could still be asked, but is busy just now. */
  later: boolean
}

/**
 * Those the desk paused because they did not answer are asked where nobody else is free: a client who waits outranks
 * a guess about a lawyer.
 */
export function candidates(turn: Turn, conversation: Conversation): Candidates {
  const found = among(turn, conversation, (lawyer) => present(turn, lawyer))
  if (found.ready.length > 0) return found
  const silent = among(turn, conversation, (lawyer) => pausedByMisses(turn, lawyer))
  return { ready: silent.ready, later: found.later || silent.later }
}

function among(
  turn: Turn,
  conversation: Conversation,
  askable: (lawyer: string) => boolean,
): Candidates {
  const method = methodOf(conversation.channel)
  const asked = askedBefore(turn, conversation)
  const reach = reachOf(turn, conversation)
  const ready: Candidate[] = []
  let later = false
  for (const duty of turn.duty(method)) {
    const { lawyer, shift } = duty
    if (!askable(lawyer.id)) continue
    const preferred = conversation.prefers === lawyer.id
    const busy = isBusy(turn, lawyer, method, preferred)
    if (busy && later) continue
    const station = reach(shift.station)
    const tries = asked.get(lawyer.id) ?? 0
    if (station === 'never' || tries === 'never') continue
    if (turn.inConflict(conversation.client, lawyer.id)) continue
    if (method === 'phone' && lawyer.phone === null) continue
    if (busy) later = true
    else if (tries !== 'open') {
      ready.push({
        duty,
        tries,
        // Asked for, and did not answer: the others come first now.
        preferred: preferred && tries === 0,
        helped: conversation.helped === lawyer.id,
        neighbour: station === 'neighbour',
        speaks: speaks(lawyer, conversation),
        idleSince: turn.lawyer(lawyer.id).idleSince,
      })
    }
  }
  return { ready: ready.sort(byTurn), later }
}

const last = (flag: boolean): number => Number(flag)

const byTurn = (a: Candidate, b: Candidate): number =>
  last(b.preferred) - last(a.preferred) ||
  a.tries - b.tries ||
  last(b.helped) - last(a.helped) ||
  last(a.neighbour) - last(b.neighbour) ||
  last(a.duty.tier === 'backup') - last(b.duty.tier === 'backup') ||
  last(b.speaks) - last(a.speaks) ||
  a.idleSince - b.idleSince

/** Why this one, in the event log for whoever asks later. */
export function reasonsFor(
  turn: Turn,
  { urgent, reserved }: Conversation,
  chosen: Candidate,
): EntryData {
  const { duty, tries, preferred, helped, neighbour, speaks, idleSince } = chosen
  return {
    tier: duty.tier,
    station: duty.shift.station,
    ...(idleSince > 0 ? { idleMinutes: Math.floor((turn.now - idleSince) / 60_000) } : {}),
    ...(preferred ? { askedFor: true } : {}),
    ...(helped ? { helpedBefore: true } : {}),
    ...(neighbour ? { neighbour: true } : {}),
    ...(speaks ? {} : { otherLanguage: true }),
    ...(tries > 0 ? { tries } : {}),
    ...(urgent ? { urgent: true } : {}),
    ...(reserved
      ? { appointment: reserved.appointment, agreed: new Date(reserved.from).toISOString() }
      : {}),
  }
}

const speaks = (lawyer: Lawyer, { language }: Conversation): boolean =>
  lawyer.languages.some((spoken) => spoken.split('-')[0] === language.split('-')[0])

type Asked = number | 'never' | 'open'

/** How often each lawyer was asked in these rounds; never: passed, or missed it too often. */
function askedBefore(turn: Turn, { id, roundSince }: Conversation): Map<string, Asked> {
  const asked = new Map<string, Asked>()
  const { rounds } = turn.desk.routing
  for (const offer of turn.standing.offersOf(id)) {
    const known = asked.get(offer.lawyer) ?? 0
    if (offer.state === 'open') asked.set(offer.lawyer, 'open')
    if (known === 'open' || known === 'never' || offer.offeredAt < (roundSince ?? 0)) continue
    if (offer.state === 'passed') asked.set(offer.lawyer, 'never')
    if (offer.state === 'missed') asked.set(offer.lawyer, known + 1 >= rounds ? 'never' : known + 1)
  }
  return asked
}

/** A client of no station in particular may be helped from any. */
function reachOf(
  turn: Turn,
  conversation: Conversation,
): (station: string) => 'own' | 'neighbour' | 'never' {
  const own = conversation.station
  if (own === null) return () => 'own'
  const neighbours = turn.desk.stations.find(({ id }) => id === own)?.neighbours ?? null
  return (station) => {
    if (station === own) return 'own'
    return neighbours === null || neighbours.includes(station) ? 'neighbour' : 'never'
  }
}

export function present(turn: Turn, lawyer: string): boolean {
  const { presence, until } = turn.lawyer(lawyer)
  return presence === 'on' || (until !== null && until <= turn.now)
}

/** Why this lawyer cannot be given this client now: not on duty, paused, or in conflict. */
export const inConflictOrAway = (turn: Turn, { channel, client }: Conversation, lawyer: string) =>
  !turn.duty(methodOf(channel)).some((duty) => duty.lawyer.id === lawyer) ||
  !present(turn, lawyer) ||
  turn.inConflict(client, lawyer)

const pausedByMisses = (turn: Turn, lawyer: string): boolean =>
  !present(turn, lawyer) && turn.lawyer(lawyer).pausedBy === 'misses'

/** At most one ringing phone and one call at once; never more written conversations than the limit, offers counted. */
export function isBusy(
  turn: Turn,
  { id, limit }: Lawyer,
  method: 'phone' | 'online',
  preferred = false,
): boolean {
  const { standing } = turn
  if (method === 'online') return standing.written(id) + standing.asked(id) >= limit
  if (!preferred && turn.now < turn.lawyer(id).wrapUntil) return true
  return standing.ringing(id) > 0 || standing.calls(id) > 0
}

/** Enough written conversations already. */
export const isFull = (turn: Turn, { id, limit }: Lawyer): boolean =>
  turn.standing.written(id) >= limit
