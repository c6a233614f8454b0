import { queue, waitOf } from '../offer/queue.ts'
import { pledge } from '../offer/resort.ts'
import type { ClientPosition, Conversation, Leg, Script } from '../state.ts'
import { PLEA } from '../talk/learn.ts'
import { other } from '../talk/say.ts'
import type { Turn } from '../turn.ts'
import { hand } from './script.ts'
import {
  bookScript,
  goodbye,
  greeting,
  holdScript,
  learnScript,
  learnStepOf,
  menuAgain,
  queueScript,
  resortScript,
  utter,
} from './scripts.ts'

/** What a key means at each place in a call. */

export const play = (
  turn: Turn,
  leg: Leg,
  row: Conversation,
  at: ClientPosition,
  script: Script,
): void => utter(turn, turn.leg(leg.id) ?? leg, turn.conversation(row.id) ?? row, at, script)

export function atMenu(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  switch (key) {
    case '1':
      return toLawyer(turn, leg, row)
    case '2':
      return toLearn(turn, leg, row)
    case '3':
      turn.put(row, { wantsAppointment: true, puzzled: 0 })
      return play(turn, leg, row, 'book', bookScript(turn, row))
    case '9':
      return changeLanguage(turn, leg, row)
    case '0':
      return play(turn, leg, turn.put(row, { puzzled: 0 }), 'menu', greeting(turn, row))
    default:
      return puzzled(turn, leg, row, 'menu', () => menuAgain(turn, row))
  }
}

/** Asked twice in vain, the desk stops asking and fetches a person (R2.1). */
export function puzzled(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  at: ClientPosition,
  again: () => Script,
): void {
  const next = turn.put(row, { puzzled: row.puzzled + 1 })
  if (next.puzzled > 2) return toLawyer(turn, leg, next)
  play(turn, leg, next, at, again())
}

function changeLanguage(turn: Turn, leg: Leg, row: Conversation): void {
  const turned = turn.put(row, { language: other(row.language), puzzled: 0 })
  play(turn, leg, turned, 'menu', greeting(turn, turned))
}

export function toLawyer(turn: Turn, leg: Leg, row: Conversation): void {
  const next = queue(turn, row)
  if (next.state === 'waiting') play(turn, leg, next, 'queue', queueScript(turn, next))
  else play(turn, leg, next, 'resort', resortScript(turn, next))
}

function toLearn(turn: Turn, leg: Leg, row: Conversation): void {
  const id = learnStepOf(turn, row)?.id
  const next = turn.put(row, { position: id ? { flow: PLEA, step: id } : null, puzzled: 0 })
  play(turn, leg, next, 'learn', learnScript(turn, next))
}

export function atBook(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key === '1') return toLawyer(turn, leg, row)
  if (key === '2' && row.contact !== null) return promise(turn, leg, row)
  return puzzled(turn, leg, row, 'book', () => bookScript(turn, row))
}

function promise(turn: Turn, leg: Leg, row: Conversation): void {
  const asked = turn.put(row, { waitingSince: row.waitingSince ?? turn.now })
  pledge(turn, asked)
  play(turn, leg, asked, 'resort', resortScript(turn, turn.conversation(row.id) ?? asked))
}

export function atLearn(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  const at = learnStepOf(turn, row)
  const waiting = row.state === 'waiting'
  if (key === '1') return waiting ? backToQueue(turn, leg, row) : toLawyer(turn, leg, row)
  if (key === '*') {
    if (waiting) return backToQueue(turn, leg, row)
    return play(turn, leg, turn.put(row, { position: null }), 'menu', greeting(turn, row))
  }
  const choice = at?.step.choices[Number(key) - 2]
  if (choice) {
    const next = turn.put(row, { position: { flow: PLEA, step: choice.to }, puzzled: 0 })
    return play(turn, leg, next, 'learn', learnScript(turn, next))
  }
  if (key === '0') return play(turn, leg, row, 'learn', learnScript(turn, row))
  if (waiting) return backToQueue(turn, leg, row)
  puzzled(turn, leg, row, 'learn', () => learnScript(turn, row))
}

const backToQueue = (turn: Turn, leg: Leg, row: Conversation): void =>
  play(turn, leg, row, 'queue', queueScript(turn, row))

export function atQueue(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  turn.floor()
  if (row.state !== 'waiting') return play(turn, leg, row, 'resort', resortScript(turn, row))
  if (key === '2') return toLearn(turn, leg, row)
  if (key === '3' && row.contact !== null) return promise(turn, leg, row)
  if (key === '0' || key === '1' || waitOf(turn, row).ahead !== row.place) {
    return backToQueue(turn, leg, row)
  }
  // The same few words every time: nothing changed, so nothing is written.
  const hold = holdScript(turn, row)
  if (JSON.stringify(leg.script) !== JSON.stringify(hold)) hand(turn, leg, 'queue', hold)
}

export function atResort(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key === '1') return toLawyer(turn, leg, row)
  if (key === '2') return toLearn(turn, leg, row)
  if (key === '0') return play(turn, leg, row, 'resort', resortScript(turn, row))
  play(turn, leg, row, 'bye', goodbye(turn, row))
}
