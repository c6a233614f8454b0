import { nameOf } from '../offer/offer.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { slotId } from './slots.ts'
import { sayWhen, wordsFor } from './tell.ts'

/** What a booking choice is called; null where it is none. */
export function bookingLabel(turn: Turn, row: Conversation, choice: string): string | null {
  const words = wordsFor(row)
  if (choice.startsWith('more:')) return words.choices['appt:more'] ?? null
  if (choice.startsWith('appt:')) return words.choices[choice] ?? null
  const named = slotOfChoice(turn, choice)
  return named && words.slot(sayWhen(turn, row, named.from), nameOf(turn, named.lawyer))
}

const named = /^(?:slot|to):([a-z0-9]+-([a-z0-9]+)-(\d+))$/

/** The time and lawyer a choice names, read from the choice alone. */
export function slotOfChoice(
  turn: Turn,
  choice: string,
): { id: string; from: number; lawyer: string } | null {
  const [, id = '', minute = '', length = ''] = named.exec(choice) ?? []
  const from = Number.parseInt(minute, 36) * 60_000
  const lawyer = turn.desk.lawyers.find((one) => slotId(one.id, from, Number(length)) === id)?.id
  return lawyer === undefined ? null : { id, from, lawyer }
}
