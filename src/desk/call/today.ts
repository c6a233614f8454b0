import type { Conversation, Leg } from '../state.ts'
import type { Turn } from '../turn.ts'
import { atMenu, play } from './positions.ts'
import { greeting, todayScript } from './scripts.ts'

/** After the day's duty lawyers were read out: again, back to the menu, or any of the menu's own keys. */
export function atToday(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key === '0') return play(turn, leg, row, 'today', todayScript(turn, row))
  // Silence: they have heard it, and hear the ways on.
  if (key === '*' || key === '') return play(turn, leg, row, 'menu', greeting(turn, row))
  atMenu(turn, leg, row, key)
}
