import { toBook } from '../appointment/call.ts'
import { queue, waitOf } from '../offer/queue.ts'
import type { ClientPosition, Conversation, Leg, Script } from '../state.ts'
import { sendMyData } from '../talk/consent.ts'
import { other } from '../talk/say.ts'
import type { Turn } from '../turn.ts'
import { again, followKey, fromTheStart, listen, stepBack } from './learn.ts'
import { promise } from './promise.ts'
import { hand } from './script.ts'
import {
  goodbye,
  greeting,
  holdScript,
  menuAgain,
  privacyScript,
  queueScript,
  resortScript,
  todayScript,
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
      return toBook(turn, leg, row)
    case '4':
    case 'today':
      return play(turn, leg, row, 'today', todayScript(turn, row))
    case '5':
    case 'my-data':
      return play(turn, leg, row, 'menu', privacyScript(turn, row))
    case '6':
      return sendDataLink(turn, leg, row)
    case '9':
      return changeLanguage(turn, leg, row)
    case '0':
    case 'menu':
    case 'again':
      return play(turn, leg, turn.put(row, { puzzled: 0 }), 'menu', greeting(turn, row))
    default:
      return puzzled(turn, leg, row, 'menu', () => menuAgain(turn, row))
  }
}

/** To the number that rings, by text message: whoever holds the phone is the client. */
function sendDataLink(turn: Turn, leg: Leg, row: Conversation): void {
  const sent = row.contact !== null && sendMyData(turn, row)
  play(turn, leg, row, 'menu', privacyScript(turn, row, sent))
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
  if (leg.at === 'learn') again(turn, leg, turned)
  else if (leg.at === 'today') play(turn, leg, turned, 'today', todayScript(turn, turned))
  else play(turn, leg, turned, 'menu', greeting(turn, turned))
}

export function toLawyer(turn: Turn, leg: Leg, row: Conversation): void {
  const next = queue(turn, row)
  if (next.state === 'waiting') play(turn, leg, next, 'queue', queueScript(turn, next))
  else play(turn, leg, next, 'resort', resortScript(turn, next))
}

const toLearn = (turn: Turn, leg: Leg, row: Conversation): void =>
  listen(turn, leg, turn.put(row, { puzzled: 0 }))

export function atLearn(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  const waiting = row.state === 'waiting'
  switch (key) {
    case '1':
      return waiting ? backToQueue(turn, leg, row) : toLawyer(turn, leg, row)
    case '0':
      return again(turn, leg, row)
    case '*':
      if (!stepBack(turn, leg, row)) leaveLearn(turn, leg, row)
      return
    case 'again':
      if (!fromTheStart(turn, leg, row)) leaveLearn(turn, leg, row)
      return
    case 'menu':
      return leaveLearn(turn, leg, row)
    case 'today':
      if (!waiting) return atMenu(turn, leg, row, key)
      return backToQueue(turn, leg, row)
    case '9':
      return changeLanguage(turn, leg, row)
    default:
  }
  if (followKey(turn, leg, row, key)) return
  // Nothing pressed: who waits hears the music again, who does not is asked once more.
  if (waiting && key === '') return backToQueue(turn, leg, row)
  const next = turn.put(row, { puzzled: row.puzzled + 1 })
  if (next.puzzled > 2) return toLawyer(turn, leg, next)
  again(turn, leg, next, key === '' ? '' : turn.locale(row).voice.notUnderstood)
}

function leaveLearn(turn: Turn, leg: Leg, row: Conversation): void {
  const out = turn.put(row, { position: null, walk: { ...row.walk, trail: [] } })
  if (row.state === 'waiting') backToQueue(turn, leg, out)
  else play(turn, leg, out, 'menu', greeting(turn, out))
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
