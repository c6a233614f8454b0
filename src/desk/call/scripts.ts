import { privacyTexts } from '../locale/privacy.ts'
import { rotaWords } from '../locale/rota.ts'
import { type Wait, waitOf } from '../offer/queue.ts'
import { retentionOf } from '../retention.ts'
import { spokenToday } from '../rota/today.ts'
import { lawyersOf } from '../rota.ts'
import type { ClientPosition, Conversation, Leg, Line, Script, Spoken } from '../state.ts'
import { said } from '../talk/say.ts'
import type { Turn } from '../turn.ts'
import { ask, hand, hangup, heardText, join, line, lines } from './script.ts'

/** What a caller hears, position by position. Every script that waits names its keys. */

const MENU_SECONDS = 8

const HOLD_SECONDS = 12

/** Hands the caller a script and keeps what was said in the log. */
export function utter(
  turn: Turn,
  leg: Leg,
  conversation: Conversation,
  at: ClientPosition,
  script: Script,
): void {
  if (script.lines.length > 0) said(turn, conversation, heardText(script))
  hand(turn, leg, at, script)
}

export const speak = (conversation: Conversation, text: string): Line[] =>
  lines(conversation.language, text)

export const question = (
  turn: Turn,
  c: Conversation,
  said: Line[],
  seconds = MENU_SECONDS,
): Script => ask(said, c.language, seconds, turn.locale(c).voice.hints)

export function greeting(turn: Turn, c: Conversation): Script {
  const { voice } = turn.locale(c)
  return question(turn, c, [...speak(c, voice.greeting(turn.desk.name)), ...menuLines(turn, c)])
}

/** The menu in the caller's language, and in the other one how to change to it. */
function menuLines(turn: Turn, c: Conversation): Line[] {
  const { menu, otherLanguage } = turn.locale(c).voice
  return [...speak(c, menu), line(otherLanguage.language, otherLanguage.text)]
}

export function menuAgain(turn: Turn, c: Conversation): Script {
  return question(turn, c, [...speak(c, turn.locale(c).voice.notUnderstood), ...menuLines(turn, c)])
}

/** R27.3: who is on duty today, read out; no number of anybody's. */
export const todayScript = (turn: Turn, c: Conversation): Script =>
  question(turn, c, [
    ...spokenToday(turn.desk, turn.now, c.language).map((chunk) => line(c.language, chunk)),
    ...speak(c, rotaWords[c.language].spoken.keys),
  ])

/** PIPL 17: what becomes of a caller's data, in a breath, and the way to it. */
export function privacyScript(turn: Turn, c: Conversation, sent = false): Script {
  const texts = privacyTexts[c.language]
  const told =
    c.contact === null ? texts.spokenHidden : texts.spoken(retentionOf(turn.desk).address)
  const text = sent ? texts.spokenSent : told
  return question(turn, c, [...speak(c, text), ...menuLines(turn, c)])
}

/** Art. 25 and the lawyer's duty of secrecy are said here, before anyone comes to the phone (F20, F21). */
export function queueScript(
  turn: Turn,
  c: Conversation,
  first: 'returned' | 'handed' | null = null,
): Script {
  const { voice } = turn.locale(c)
  const { ahead, minutes }: Wait = waitOf(turn, c)
  const notice = c.place === null ? voice.beforeLawyer : ''
  turn.put(c, { place: ahead })
  return question(
    turn,
    c,
    [
      ...(first ? speak(c, voice[first]) : []),
      ...speak(c, voice.waiting(ahead, minutes)),
      ...speak(c, notice),
      ...speak(c, voice.whileWaiting),
    ],
    HOLD_SECONDS,
  )
}

export const holdScript = (turn: Turn, c: Conversation): Script =>
  question(turn, c, speak(c, turn.locale(c).voice.hold), HOLD_SECONDS)

export function resortScript(turn: Turn, c: Conversation): Script {
  const { voice, time } = turn.locale(c)
  const text = c.pledge
    ? voice.resort(time(c.pledge.at, turn.now, turn.desk.timezone))
    : voice.resortHidden
  return question(turn, c, speak(c, text))
}

/** The lawyer's name and licence number reach the client before they meet (Art. 23). */
export function joinScript(turn: Turn, c: Conversation): Script {
  const lawyer = lawyersOf(turn.desk).get(c.lawyer ?? '')
  const card: Spoken[] = lawyer
    ? turn.locale(c).voice.card(lawyer.name, lawyer.firm, lawyer.licence)
    : []
  return join([line(c.language, ...card)], c.id)
}

export const recallScript = (turn: Turn, c: Conversation): Script =>
  question(turn, c, speak(c, turn.locale(c).voice.recall(turn.desk.name)))

export const afterScript = (turn: Turn, c: Conversation): Script =>
  question(turn, c, speak(c, turn.locale(c).voice.after))

export const goodbye = (turn: Turn, c: Conversation): Script =>
  hangup(speak(c, turn.locale(c).voice.goodbye))
