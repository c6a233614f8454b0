import { type Place, placeOf } from '../flow.ts'
import { queue } from '../offer/queue.ts'
import type { Conversation } from '../state.ts'
import { type Finding, triage } from '../triage/triage.ts'
import type { Turn } from '../turn.ts'
import { standing } from '../walk.ts'
import { moveTo } from './learn.ts'

/** What a client says in their own words is heard by rule: where it belongs is said at once, and kept for the lawyer. */

/** What triage found, noted on the conversation. The log says which rule and why, never the words. */
export function note(turn: Turn, before: Conversation, finding: Finding): Conversation {
  const { outcome, at, urgent, hard, flags, knows } = finding
  if (outcome === 'clarify' && urgent === null && flags.length === 0) return before
  turn.log({
    type: 'triaged',
    actor: 'desk',
    conversation: before.id,
    data: {
      outcome,
      step: at[0] ?? null,
      urgent,
      ...(flags.length > 0 ? { flags: [...flags] } : {}),
    },
  })
  return turn.put(before, {
    urgent: before.urgent || urgent !== null,
    wantsAppointment: before.wantsAppointment || hard,
    flags: [...new Set([...before.flags, ...flags])],
    intake: { ...knows, ...before.intake },
  })
}

/** The places named that this desk's content has. */
const known = (turn: Turn, row: Conversation, at: string[]): Place[] =>
  at
    .map((name) => placeOf('', name))
    .filter((place) => standing(turn.snapshot.content, row, place)?.step === place.step)

/** Answers what triage found; null where nothing was understood, and the words are left to the lawyer. */
export function hear(
  turn: Turn,
  row: Conversation,
  finding: Finding,
  mayAsk: boolean,
  reminder?: string,
): Conversation | null {
  const waiting = row.state !== 'desk'
  const fetched = (shown: Conversation): Conversation =>
    calls(finding) && shown.state === 'desk' ? queue(turn, shown) : shown
  if (waiting && finding.outcome !== 'emergency' && !finding.fetches) return null
  const [first, ...besides] = known(turn, row, finding.at)
  if (!first && calls(finding) && !waiting) return fetched(row)
  if (!first) return waiting || !mayAsk || row.position !== null ? null : ask(turn, row)
  const line = reminder ?? lineBefore(turn, row, finding)
  const shown = moveTo(turn, row, first, { before: line, besides })
  return shown && fetched(shown)
}

/**
 * Whoever is questioned, signs or is heard within a day does not have to ask: the lawyer on call comes first (R20.2). So
 * too whom despair drives here. Other danger is for 110; what is refused calls nobody.
 */
export const calls = ({ fetches, urgent, outcome }: Finding): boolean =>
  fetches || (urgent !== null && outcome !== 'emergency' && outcome !== 'refuse')

/** The same for a place they were shown by another way. */
export function callFor(turn: Turn, id: string, finding: Finding): void {
  const row = turn.conversation(id)
  if (row?.state === 'desk' && calls(finding)) queue(turn, row)
}

/** Says that it was heard, and whether as urgent; in danger nothing stands before the number to ring. */
export function lineBefore(turn: Turn, row: Conversation, finding: Finding): string | undefined {
  const { outcome, urgent } = finding
  if (outcome !== 'explain' && outcome !== 'redirect') return undefined
  return turn.locale(row).heard(urgent !== null)
}

/** Sends them elsewhere, or away: not merely a word that could also name a choice. */
export const isPressing = ({ outcome }: Finding): boolean =>
  outcome === 'emergency' || outcome === 'redirect' || outcome === 'refuse'

/** Words written together with asking for the lawyer: urgency is noted, danger and a better place are named first. */
export function hearInPassing(turn: Turn, before: Conversation, words: string): Conversation {
  const finding = triage(words)
  const row = note(turn, before, finding)
  const [first] = known(turn, row, finding.at)
  if (!first || finding.outcome === 'clarify') return row
  const line =
    finding.outcome === 'explain' ? turn.locale(row).meanwhile(finding.urgent !== null) : undefined
  return moveTo(turn, row, first, { before: line }) ?? row
}

/** Nothing is known yet: the first question, once. */
function ask(turn: Turn, row: Conversation): Conversation | null {
  // Whoever will not have it pass abroad is asked nothing about the case.
  if (row.consent?.given === false) return null
  if (row.puzzled > 0 || row.walk.seen.length > 0) return null
  return moveTo(turn, row, { flow: 'intake', step: 'who' }, { before: turn.locale(row).received })
}
