import {
  afterScript,
  bookScript,
  goodbye,
  greeting,
  holdScript,
  joinScript,
  learnScript,
  learnStepOf,
  menuAgain,
  queueScript,
  recallScript,
  resortScript,
  utter,
} from './callscript.ts'
import type { EventOf } from './event.ts'
import { PLEA } from './learn.ts'
import { other } from './message.ts'
import { queue, waitOf } from './queue.ts'
import { pledge } from './resort.ts'
import { hand } from './script.ts'
import type { ClientPosition, Conversation, Leg, Script } from './state.ts'
import { talkOver } from './talkover.ts'
import { openConversation } from './talk.ts'
import type { Turn } from './turn.ts'
import { wishOf } from './understand.ts'

/** The client's leg of a call: what they press or say, and what they hear next. */

export function callArrived(turn: Turn, event: EventOf<'call.arrived'>): void {
  const row = openConversation(turn, 'phone', event.contact, turn.desk.language)
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

export function clientStepped(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  event: EventOf<'leg.stepped'>,
): void {
  const { digits, speech, step } = event
  const spoke = digits !== '' || speech !== ''
  if (spoke) logKey(turn, leg, row, digits, speech)
  const stale = step < leg.step && !spoke
  const key = digits || keyOf(turn, row, speech)

  if (leg.at === 'recall') return recalled(turn, leg, row, spoke, stale)
  if (row.state === 'active') return inTalk(turn, leg, row, stale)
  if (row.state === 'closed') return tell(turn, leg, row, 'bye', goodbye(turn, row))
  if (leg.at === 'join') return afterJoin(turn, leg, row)
  const learning = leg.at === 'learn' && spoke
  if (row.state === 'promised' && leg.at !== 'resort' && !learning) {
    return tell(turn, leg, row, 'resort', resortScript(turn, row))
  }
  if (stale) return
  switch (leg.at as ClientPosition) {
    case 'menu':
      return atMenu(turn, leg, row, key)
    case 'book':
      return atBook(turn, leg, row, key)
    case 'learn':
      return atLearn(turn, leg, row, key)
    case 'queue':
      return atQueue(turn, leg, row, key)
    case 'resort':
      return atResort(turn, leg, row, key)
    case 'after':
      return atAfter(turn, leg, row, key)
    default:
      tell(turn, leg, row, 'bye', goodbye(turn, row))
  }
}

const tell = (turn: Turn, leg: Leg, row: Conversation, at: ClientPosition, script: Script): void =>
  utter(turn, turn.leg(leg.id) ?? leg, turn.conversation(row.id) ?? row, at, script)

function logKey(turn: Turn, leg: Leg, row: Conversation, digits: string, speech: string): void {
  turn.log({
    type: 'key_pressed',
    actor: 'client',
    conversation: row.id,
    data: { at: leg.at, ...(digits ? { digits } : {}) },
    ...(speech ? { words: turn.words(speech) } : {}),
  })
}

const wishKeys = { lawyer: '1', learn: '2', appointment: '3', menu: '0', language: '9' } as const

function keyOf(turn: Turn, row: Conversation, speech: string): string {
  if (speech === '') return ''
  const wish = wishOf(turn.locale(row), speech)
  return wish ? wishKeys[wish] : '?'
}

function atMenu(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  switch (key) {
    case '1':
      return toLawyer(turn, leg, row)
    case '2':
      return toLearn(turn, leg, row)
    case '3':
      turn.put(row, { wantsAppointment: true, puzzled: 0 })
      return tell(turn, leg, row, 'book', bookScript(turn, row))
    case '9':
      return changeLanguage(turn, leg, row)
    case '0':
      return tell(turn, leg, turn.put(row, { puzzled: 0 }), 'menu', greeting(turn, row))
    default:
      return puzzled(turn, leg, row, 'menu', () => menuAgain(turn, row))
  }
}

/** Asked twice in vain, the desk stops asking and fetches a person (R2.1). */
function puzzled(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  at: ClientPosition,
  again: () => Script,
): void {
  const next = turn.put(row, { puzzled: row.puzzled + 1 })
  if (next.puzzled > 2) return toLawyer(turn, leg, next)
  tell(turn, leg, next, at, again())
}

function changeLanguage(turn: Turn, leg: Leg, row: Conversation): void {
  const turned = turn.put(row, { language: other(row.language), puzzled: 0 })
  tell(turn, leg, turned, 'menu', greeting(turn, turned))
}

function toLawyer(turn: Turn, leg: Leg, row: Conversation): void {
  const next = queue(turn, row)
  if (next.state === 'waiting') tell(turn, leg, next, 'queue', queueScript(turn, next))
  else tell(turn, leg, next, 'resort', resortScript(turn, next))
}

function toLearn(turn: Turn, leg: Leg, row: Conversation): void {
  const id = learnStepOf(turn, row)?.id
  const next = turn.put(row, { position: id ? { flow: PLEA, step: id } : null, puzzled: 0 })
  tell(turn, leg, next, 'learn', learnScript(turn, next))
}

function atBook(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key === '1') return toLawyer(turn, leg, row)
  if (key === '2' && row.contact !== null) return promise(turn, leg, row)
  return puzzled(turn, leg, row, 'book', () => bookScript(turn, row))
}

function promise(turn: Turn, leg: Leg, row: Conversation): void {
  const asked = turn.put(row, { waitingSince: row.waitingSince ?? turn.now })
  pledge(turn, asked)
  tell(turn, leg, asked, 'resort', resortScript(turn, turn.conversation(row.id) ?? asked))
}

function atLearn(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  const at = learnStepOf(turn, row)
  const waiting = row.state === 'waiting'
  if (key === '1') return waiting ? backToQueue(turn, leg, row) : toLawyer(turn, leg, row)
  if (key === '*') {
    if (waiting) return backToQueue(turn, leg, row)
    return tell(turn, leg, turn.put(row, { position: null }), 'menu', greeting(turn, row))
  }
  const choice = at?.step.choices[Number(key) - 2]
  if (choice) {
    const next = turn.put(row, { position: { flow: PLEA, step: choice.to }, puzzled: 0 })
    return tell(turn, leg, next, 'learn', learnScript(turn, next))
  }
  if (key === '0') return tell(turn, leg, row, 'learn', learnScript(turn, row))
  if (waiting) return backToQueue(turn, leg, row)
  puzzled(turn, leg, row, 'learn', () => learnScript(turn, row))
}

const backToQueue = (turn: Turn, leg: Leg, row: Conversation): void =>
  tell(turn, leg, row, 'queue', queueScript(turn, row))

function atQueue(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  turn.floor()
  if (row.state !== 'waiting') return tell(turn, leg, row, 'resort', resortScript(turn, row))
  if (key === '2') return toLearn(turn, leg, row)
  if (key === '3' && row.contact !== null) return promise(turn, leg, row)
  if (key === '0' || key === '1' || waitOf(turn, row).ahead !== row.place) {
    return backToQueue(turn, leg, row)
  }
  // The same few words every time: nothing changed, so nothing is written.
  const hold = holdScript(turn, row)
  if (JSON.stringify(leg.script) !== JSON.stringify(hold)) hand(turn, leg, 'queue', hold)
}

function atResort(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key === '1') return toLawyer(turn, leg, row)
  if (key === '2') return toLearn(turn, leg, row)
  if (key === '0') return tell(turn, leg, row, 'resort', resortScript(turn, row))
  tell(turn, leg, row, 'bye', goodbye(turn, row))
}

/** A lawyer has it: the card, then the room. A step after that means the room is empty again. */
function inTalk(turn: Turn, leg: Leg, row: Conversation, stale: boolean): void {
  if (leg.at !== 'join') return tell(turn, leg, row, 'join', joinScript(turn, row))
  if (stale) return
  talkOver(turn, row)
  tell(turn, leg, row, 'after', afterScript(turn, row))
}

function afterJoin(turn: Turn, leg: Leg, row: Conversation): void {
  turn.floor()
  if (row.state === 'waiting') return tell(turn, leg, row, 'queue', queueScript(turn, row, true))
  if (row.state === 'promised') return tell(turn, leg, row, 'resort', resortScript(turn, row))
  tell(turn, leg, row, 'after', afterScript(turn, row))
}

/** A line that was cut goes back to the same lawyer first. */
function atAfter(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key !== '1') return tell(turn, leg, row, 'bye', goodbye(turn, row))
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
function recalled(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  spoke: boolean,
  stale: boolean,
): void {
  if (stale) return
  if (leg.state === 'placing') {
    turn.log({ type: 'call_answered', actor: 'client', conversation: row.id, data: { leg: leg.id } })
  }
  const answered = turn.putLeg(leg, { state: 'answered' })
  if (row.state !== 'active') return tell(turn, answered, row, 'bye', goodbye(turn, row))
  if (spoke) return tell(turn, answered, row, 'join', joinScript(turn, row))
  if (leg.step >= 2) return tell(turn, answered, row, 'bye', goodbye(turn, row))
  tell(turn, answered, row, 'recall', recallScript(turn, row))
}
