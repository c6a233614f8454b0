import type { EntryData } from '../effect.ts'
import { type Place, placeOf } from '../flow.ts'
import type { ClientPosition, Conversation, Leg, Line, Script } from '../state.ts'
import { warnMonitored } from '../talk/monitored.ts'
import { said } from '../talk/say.ts'
import type { Turn } from '../turn.ts'
import {
  enter,
  goBack,
  type Moved,
  PLEA,
  type Standing,
  standing,
  standsAt,
  startOver,
} from '../walk.ts'
import { hand, heardText, line } from './script.ts'
import { menuAgain, question, speak } from './scripts.ts'

/** The explainer by ear: a step at a time, its choices on keys 2 to 8; 1 is the lawyer, 0 repeats, * goes back, always. */

export const FIRST_KEY = 2

/** From the menu or while waiting: on from where they were, or at the beginning. */
export function listen(turn: Turn, leg: Leg, row: Conversation): void {
  const { content } = turn.snapshot
  const here = standsAt(content, row) ?? standing(content, row, { flow: PLEA, step: '' })
  if (here) goOn(turn, leg, row, here)
  else utterStep(turn, leg, row, null)
}

export const goOn = (
  turn: Turn,
  leg: Leg,
  row: Conversation,
  place: Place,
  before = '',
  notes: Conversation['intake'] = {},
): boolean => arrive(turn, leg, row, enter(turn.snapshot.content, row, place, notes), before)

/** False where they came from nowhere: then back is the menu's or the queue's. */
export const stepBack = (turn: Turn, leg: Leg, row: Conversation): boolean =>
  arrive(turn, leg, row, goBack(turn.snapshot.content, row))

export const fromTheStart = (turn: Turn, leg: Leg, row: Conversation): boolean =>
  arrive(turn, leg, row, startOver(turn.snapshot.content, row))

function arrive(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  moved: Moved | null,
  before = '',
): boolean {
  if (!moved) return false
  const after = turn.put(row, { ...moved, puzzled: 0 })
  const warned = warnMonitored(turn, after)
  const there = warned?.row ?? after
  const first = [warned?.text ?? '', before].filter(Boolean).join('\n')
  utterStep(turn, leg, there, standsAt(turn.snapshot.content, there), first)
  return true
}

/** Follows key `key` of this step; false where it has none. */
export function followKey(turn: Turn, leg: Leg, row: Conversation, key: string): boolean {
  const here = standsAt(turn.snapshot.content, row)
  const choice = /^[2-8]$/.test(key) ? here?.at.choices[Number(key) - FIRST_KEY] : undefined
  if (!here || !choice) return false
  return goOn(turn, leg, row, placeOf(here.flow, choice.to), '', choice.notes)
}

export const again = (turn: Turn, leg: Leg, row: Conversation, notice = ''): void =>
  utterStep(turn, leg, row, standsAt(turn.snapshot.content, row), notice)

function utterStep(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  here: Standing | null,
  before = '',
): void {
  const script = here ? stepScript(turn, row, here, before) : menuAgain(turn, row)
  const at: ClientPosition = here ? 'learn' : 'menu'
  const step: EntryData = here ? { flow: here.flow, step: here.step, version: here.in.version } : {}
  said(turn, row, heardText(script), step)
  hand(turn, turn.leg(leg.id) ?? leg, at, script)
}

export function stepScript(turn: Turn, row: Conversation, here: Standing, before = ''): Script {
  const { voice } = turn.locale(row)
  const keys = here.at.choices.map(({ label }, index) => voice.key(index + FIRST_KEY, label))
  const notice: Line[] = before === '' ? [] : speak(row, before)
  return question(turn, row, [
    ...notice,
    ...here.at.spoken.map((chunk) => line(row.language, chunk)),
    ...speak(row, voice.learnKeys(keys)),
  ])
}
