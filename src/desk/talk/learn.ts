import { choiceId, choiceIds, goTo, type Place, placeOf, targetOf } from '../flow.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import {
  type called,
  enter,
  goBack,
  type Moved,
  type meant,
  PLEA,
  progress,
  standing,
  standsAt,
  startOver,
} from '../walk.ts'
import { warnMonitored } from './monitored.ts'
import { say } from './say.ts'

/** The explainer in writing; it keeps its place, and the lawyer is one choice away at every step. */

/** Who was away this long is told where they were. */
const AWAY = 6 * 60 * 60_000

export const wasAway = (turn: Turn, row: Conversation | null): boolean =>
  row !== null && row.position !== null && turn.now - row.pace.at >= AWAY

export interface Around {
  /** A line said before the step. */
  before?: string | undefined
  /** Other places worth offering. */
  besides?: Place[]
  /** What the choice that leads there tells about the client. */
  notes?: Conversation['intake'] | undefined
}

/** From the menu: on from where they were. */
export function learn(turn: Turn, row: Conversation, around: Around = {}): Conversation {
  const { content } = turn.snapshot
  const here = standsAt(content, row) ?? standing(content, row, { flow: PLEA, step: '' })
  if (!here) return say(turn, row, turn.locale(row).menu, ['lawyer'])
  return moveTo(turn, row, here, around) ?? row
}

/** Null where there is no such place. */
export function moveTo(
  turn: Turn,
  row: Conversation,
  place: Place,
  around: Around = {},
): Conversation | null {
  const moved = enter(turn.snapshot.content, row, place, around.notes)
  return moved && show(turn, row, moved, around)
}

/** False where the choice is no step. A button of an earlier step still leads where it says. */
export function learnStep(turn: Turn, row: Conversation, choice: string, around: Around): boolean {
  const place = targetOf(choice)
  const here = standsAt(turn.snapshot.content, row)
  const own = here?.at.choices.find((one, index) => choiceId(here.flow, one, index) === choice)
  return place !== null && moveTo(turn, row, place, { ...around, notes: own?.notes }) !== null
}

/** Back, over again, or once more; null where they are in no flow. */
export function turnPage(
  turn: Turn,
  row: Conversation,
  wish: 'back' | 'again' | 'repeat',
): Conversation | null {
  const { content } = turn.snapshot
  if (wish === 'repeat') return row.position && moveTo(turn, row, row.position)
  const moved = wish === 'back' ? goBack(content, row) : startOver(content, row)
  return moved && show(turn, row, moved, {})
}

/** The choice that words name, or mean, at this step, carried out; false where they do not. */
export function followWords(
  turn: Turn,
  row: Conversation,
  words: string,
  how: typeof called | typeof meant,
  around: Around = {},
): boolean {
  const here = standsAt(turn.snapshot.content, row)
  const index = here && how(here.at, words)
  const choice = here?.at.choices[index ?? -1]
  return (
    here !== null &&
    choice !== undefined &&
    moveTo(turn, row, placeOf(here.flow, choice.to), { ...around, notes: choice.notes }) !== null
  )
}

/** The ways on from a step: the lawyer first, as on a phone's key 1, then the step's own, then back and out. */
export function waysFrom(turn: Turn, row: Conversation, besides: Place[] = []): string[] {
  const here = standsAt(turn.snapshot.content, row)
  const own = here ? choiceIds(here.flow, here.at) : []
  const more = besides.map(goTo).filter((id) => !own.includes(id))
  const back = row.walk.trail.length > 0 ? ['back'] : []
  return ['lawyer', ...own, ...more, ...back, 'menu']
}

function show(turn: Turn, row: Conversation, moved: Moved, around: Around): Conversation {
  const after = turn.put(row, { ...moved, puzzled: 0 })
  const warned = warnMonitored(turn, after)
  const there = warned?.row ?? after
  const here = standsAt(turn.snapshot.content, there)
  if (!here) return there
  const texts = turn.locale(there)
  const { seen, of } = progress(there, here)
  const before = [warned?.text, around.before].filter((line) => line !== undefined)
  const ways = waysFrom(turn, there, around.besides)
  const cites = here.at.cites.length > 0 ? [texts.cites(here.at.cites)] : []
  const whole = [...before, here.at.text.trim(), ...cites]
  const link = `${turn.snapshot.publicUrl}/learn/${here.flow}#${here.step}`
  const text = there.channel === 'sms' ? [...before, ...here.at.spoken, texts.inFull(link)] : whole
  return say(turn, there, text.join('\n'), ways, {
    flow: here.flow,
    step: here.step,
    version: here.in.version,
    title: here.at.title,
    seen,
    of,
    cites: here.at.cites,
  })
}
