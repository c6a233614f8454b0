import { pledge } from '../offer/resort.ts'
import type { Conversation, Leg } from '../state.ts'
import type { Turn } from '../turn.ts'
import { play } from './positions.ts'
import { resortScript } from './scripts.ts'

/** A caller would rather be called back. */
export function promise(turn: Turn, leg: Leg, row: Conversation): void {
  const asked = turn.put(row, { waitingSince: row.waitingSince ?? turn.now })
  pledge(turn, asked)
  play(turn, leg, asked, 'resort', resortScript(turn, turn.conversation(row.id) ?? asked))
}
