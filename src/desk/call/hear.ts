import { bookingKey } from '../appointment/call.ts'
import { type Place, placeOf } from '../flow.ts'
import { queue } from '../offer/queue.ts'
import type { Conversation, Leg } from '../state.ts'
import { calls, isPressing, note } from '../talk/hear.ts'
import { type Wish, wishOf } from '../talk/understand.ts'
import { type Finding, triage } from '../triage/triage.ts'
import type { Turn } from '../turn.ts'
import { called, meant, standing, standsAt } from '../walk.ts'
import { FIRST_KEY, goOn } from './learn.ts'

/** What a caller says is turned into the key it means, or into the place that answers it. */

const wishKeys: Record<Wish, string> = {
  lawyer: '1',
  learn: '2',
  appointment: '3',
  repeat: '0',
  language: '9',
  back: '*',
  again: 'again',
  menu: 'menu',
  today: 'today',
  // Calls are read by no machine.
  'without-ai': 'menu',
  agree: '?',
  disagree: '?',
  'my-data': 'my-data',
}

export interface Heard {
  /** Of the telephone, or a wish that has none; empty: nothing; `?`: not understood. */
  key: string
  row: Conversation
  /** A step that answers what was said. */
  place: Place | null
}

export function keyOf(
  turn: Turn,
  leg: Leg,
  row: Conversation,
  digits: string,
  speech: string,
): Heard {
  if (digits !== '' || speech === '') return { key: digits, row, place: null }
  const here = leg.at === 'learn' ? standsAt(turn.snapshot.content, row) : null
  const choice = here && called(here.at, speech)
  if (choice !== null) return { key: String(choice + FIRST_KEY), row, place: null }
  const booking = here ? null : bookingKey(leg, row, speech)
  if (booking !== null) return { key: booking, row, place: null }
  const wish = wishOf(turn.locale(row), speech)
  // "认罪认罚" means the explainer; inside it, key 2 would be its first choice.
  if (wish === 'learn' && here) return { key: '0', row, place: null }
  // Said again while times are read out, it asks for them once more.
  if (wish === 'appointment' && (leg.at === 'book' || leg.at === 'appointment')) {
    return { key: '0', row, place: null }
  }
  if (wish) return { key: wishKeys[wish], row, place: null }
  const finding = triage(speech)
  const noted = note(turn, row, finding)
  const within = here && !isPressing(finding) ? meant(here.at, speech) : null
  if (within !== null) return { key: String(within + FIRST_KEY), row: noted, place: null }
  return placeFor(turn, noted, finding)
}

function placeFor(turn: Turn, row: Conversation, finding: Finding): Heard {
  const [name] = finding.at
  const place = name === undefined ? null : placeOf('', name)
  const there = place && standing(turn.snapshot.content, row, place)
  const found = there?.step === place?.step ? place : null
  // Urgent, and no step that answers it: the lawyer.
  if (found === null && row.state === 'desk' && calls(finding))
    return { key: wishKeys.lawyer, row, place: null }
  if (found === null || row.state === 'active') return { key: '?', row, place: null }
  // Whoever is in need of a person is put in the queue while they listen.
  if (calls(finding) && row.state === 'desk') return { key: '?', row: queue(turn, row), place }
  return { key: '?', row, place: found }
}

export function goTo(turn: Turn, leg: Leg, row: Conversation, place: Place): void {
  goOn(turn, leg, row, place, row.urgent ? turn.locale(row).voice.heardUrgent : '')
}
