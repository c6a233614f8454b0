import { atAppointment, atBook } from '../appointment/call.ts'
import type { EventOf } from '../event.ts'
import type { ClientPosition, Conversation, Leg } from '../state.ts'
import { openConversation } from '../talk/open.ts'
import type { Turn } from '../turn.ts'
import { goTo, keyOf } from './hear.ts'
import { talkOver } from './over.ts'
import { atLearn, atMenu, atQueue, atResort, play, toLawyer } from './positions.ts'
import {
  afterScript,
  goodbye,
  greeting,
  joinScript,
  queueScript,
  recallScript,
  resortScript,
  utter,
} from './scripts.ts'
import { atToday } from './today.ts'

/** The client's leg of a call: what they press or say, and what they hear next. */

/** Cut off and back within this: the place in the queue is still theirs. */
const PLACE_KEPT = 10 * 60_000

export function callArrived(turn: Turn, event: EventOf<'call.arrived'>): void {
  const row = goesOn(turn, event)
  turn.log({
    type: 'call_arrived',
    actor: 'client',
    conversation: row.id,
    data: { leg: event.leg, hidden: event.contact === null },
  })
  const leg: Leg = {
    id: event.leg,
    sid: event.leg,
    conversation: row.id,
    party: 'client',
    lawyer: null,
    offer: null,
    state: 'answered',
    at: 'menu',
    step: 0,
    script: null,
    startedAt: turn.now,
    endedAt: null,
  }
  utter(turn, leg, row, 'menu', greeting(turn, row))
}

/** A caller who was promised a call goes on with that; one who was cut off while waiting keeps the place. */
function goesOn(turn: Turn, event: EventOf<'call.arrived'>): Conversation {
  const before = turn.subject
  // Their appointment has come, and they ring us before we ring them.
  if (before?.reserved && before.state === 'waiting') return before
  if (before?.state === 'promised') {
    turn.clear('pledge', before.id)
    return turn.put(before, { state: 'desk', puzzled: 0 })
  }
  const { language } = before ?? turn.desk
  const row = openConversation(turn, 'phone', event.contact, language)
  const cutOff = before?.ending === 'missed' && turn.now - (before.endedAt ?? 0) <= PLACE_KEPT
  if (!cutOff) return row
  return turn.put(row, { waitingSince: before.waitingSince, urgent: before.urgent })
}

export function clientStepped(
  turn: Turn,
  leg: Leg,
  before: Conversation,
  event: EventOf<'leg.stepped'>,
): void {
  const { digits, speech, step } = event
  const spoke = digits !== '' || speech !== ''
  if (spoke) logKey(turn, leg, before, digits, speech)
  const stale = step < leg.step && !spoke
  const { key, row, place } = keyOf(turn, leg, before, digits, speech)

  if (leg.at === 'recall') return recalled(turn, leg, row, spoke, stale)
  if (row.state === 'active') return inTalk(turn, leg, row, stale)
  if (row.state === 'closed') return play(turn, leg, row, 'bye', goodbye(turn, row))
  if (leg.at === 'join') return afterJoin(turn, leg, row)
  const learning = leg.at === 'learn' && spoke
  if (row.state === 'promised' && leg.at !== 'resort' && !learning) {
    return play(turn, leg, row, 'resort', resortScript(turn, row))
  }
  if (stale) return
  if (place) return goTo(turn, leg, row, place)
  switch (leg.at as ClientPosition) {
    case 'menu':
      return atMenu(turn, leg, row, key)
    case 'book':
      return atBook(turn, leg, row, key)
    case 'appointment':
      return atAppointment(turn, leg, row, key)
    case 'today':
      return atToday(turn, leg, row, key)
    case 'learn':
      return atLearn(turn, leg, row, key)
    case 'queue':
      return atQueue(turn, leg, row, key)
    case 'resort':
      return atResort(turn, leg, row, key)
    case 'after':
      return atAfter(turn, leg, row, key)
    default:
      play(turn, leg, row, 'bye', goodbye(turn, row))
  }
}

function logKey(turn: Turn, leg: Leg, row: Conversation, digits: string, speech: string): void {
  turn.log({
    type: 'key_pressed',
    actor: 'client',
    conversation: row.id,
    data: { at: leg.at, ...(digits ? { digits } : {}) },
    ...(speech ? { words: turn.words(speech) } : {}),
  })
}

/** A lawyer has it: the card, then the room. A step after that means the room is empty again. */
function inTalk(turn: Turn, leg: Leg, row: Conversation, stale: boolean): void {
  if (leg.at !== 'join') return play(turn, leg, row, 'join', joinScript(turn, row))
  if (stale) return
  talkOver(turn, row)
  play(turn, leg, row, 'after', afterScript(turn, row))
}

function afterJoin(turn: Turn, leg: Leg, row: Conversation): void {
  turn.floor()
  if (row.state === 'waiting') {
    const first = row.prefers === null ? 'returned' : 'handed'
    return play(turn, leg, row, 'queue', queueScript(turn, row, first))
  }
  if (row.state === 'promised') return play(turn, leg, row, 'resort', resortScript(turn, row))
  play(turn, leg, row, 'after', afterScript(turn, row))
}

/** A line that was cut goes back to the same lawyer first. */
function atAfter(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key !== '1') return play(turn, leg, row, 'bye', goodbye(turn, row))
  turn.floor()
  const again = turn.put(row, {
    lawyer: null,
    prefers: row.lawyer,
    waitingSince: turn.now,
    endedAt: null,
  })
  toLawyer(turn, leg, again)
}

/** We rang them. Any key says a person is there; an answering machine says nothing. */
function recalled(turn: Turn, leg: Leg, row: Conversation, spoke: boolean, stale: boolean): void {
  if (stale) return
  if (leg.state === 'placing') {
    turn.log({
      type: 'call_answered',
      actor: 'client',
      conversation: row.id,
      data: { leg: leg.id },
    })
  }
  const answered = turn.putLeg(leg, { state: 'answered' })
  if (row.state !== 'active') return play(turn, answered, row, 'bye', goodbye(turn, row))
  if (spoke) return play(turn, answered, row, 'join', joinScript(turn, row))
  if (leg.step >= 2) return play(turn, answered, row, 'bye', goodbye(turn, row))
  play(turn, answered, row, 'recall', recallScript(turn, row))
}
