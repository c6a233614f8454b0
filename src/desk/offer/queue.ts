import { methodOf } from '../desk.ts'
import type { Conversation } from '../state.ts'
import { say } from '../talk/say.ts'
import type { Turn } from '../turn.ts'
import { candidates, openOffers, present } from './candidates.ts'
import { dispatch, keepWaiting, watchQueue } from './dispatch.ts'
import { aheadOf } from './order.ts'
import { pledge } from './resort.ts'

/** Waiting for the lawyer: the place, the honest wait, and being looked after meanwhile. */

/** A consultation's length where nothing better is known (docs/decisions/routing.md). */
const HANDLING_MINUTES = 12

export interface Wait {
  /** People ahead. */
  ahead: number
  minutes: number
}

/** Asks for the lawyer; asking again while waiting only tells the place again. `by`: whose wish it is, for the log. */
export function queue(
  turn: Turn,
  before: Conversation,
  by: 'client' | 'desk' = 'client',
): Conversation {
  turn.floor()
  if (before.state === 'waiting') return tellPlace(turn, before, true)
  if (before.state === 'active') {
    return before.channel === 'phone' ? before : say(turn, before, turn.locale(before).alreadyTaken)
  }
  const row = keepWaiting(turn, before, {
    waitingSince: before.waitingSince ?? turn.now,
    roundSince: turn.now,
    // A promised call stands until a lawyer is on the line.
    pledge: before.channel === 'phone' ? before.pledge : null,
    place: null,
    puzzled: 0,
  })
  turn.clear('pledge', row.id)
  turn.log({ type: 'queued', actor: by, conversation: row.id })
  dispatch(turn)
  return tellPlace(turn, turn.conversation(row.id) ?? row, false)
}

/** Tells a written client the place, if it changed (or they asked). A caller hears it from the call's own script. */
export function tellPlace(turn: Turn, conversation: Conversation, asked: boolean): Conversation {
  if (conversation.state !== 'waiting' || conversation.channel === 'phone') return conversation
  const { ahead, minutes } = waitOf(turn, conversation)
  if (!asked && conversation.place === ahead) return conversation
  return say(
    turn,
    turn.put(conversation, { place: ahead }),
    turn.locale(conversation).waiting(ahead, minutes),
    conversation.position ? [] : ['learn'],
  )
}

/** An estimate from who is on duty and who waits; never from hope. */
export function waitOf(turn: Turn, conversation: Conversation): Wait {
  const method = methodOf(conversation.channel)
  const ahead = aheadOf(turn, conversation)
  const onDuty = turn.duty(method).filter(({ lawyer }) => present(turn, lawyer.id)).length
  const { ringSeconds, staggerSeconds, offerSeconds } = turn.desk.routing
  const first = method === 'phone' ? ringSeconds : offerSeconds
  const asked = openOffers(turn, conversation).length
  const free = candidates(turn, conversation).ready.length + asked
  if (free > ahead) {
    const seconds = first + (free - 1) * (staggerSeconds || first)
    return { ahead, minutes: Math.max(1, Math.ceil(seconds / 60)) }
  }
  const rounds = Math.ceil((ahead + 1 - free) / Math.max(1, onDuty))
  return { ahead, minutes: rounds * HANDLING_MINUTES }
}

/** Every half minute while anybody waits: the rota may have changed, a lawyer may be free, a place may be another. */
export function recheck(turn: Turn): void {
  dispatch(turn)
  const waiting = turn.conversations().filter(({ state }) => state === 'waiting')
  if (waiting.length > 0) watchQueue(turn)
  for (const { id } of waiting) {
    const row = turn.conversation(id)
    if (row?.state === 'waiting') lookAfter(turn, row)
  }
}

/** A written client nobody could be asked for is not left to wonder: how it goes on is promised. */
function lookAfter(turn: Turn, row: Conversation): void {
  const patience = turn.desk.routing.callbackMinutes * 60_000
  const waited = turn.now - (row.waitingSince ?? turn.now)
  const unheard = openOffers(turn, row).length === 0 && row.pledge === null
  if (row.channel !== 'phone' && unheard && waited >= patience) pledge(turn, row)
  else tellPlace(turn, row, false)
}
