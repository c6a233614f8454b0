import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'

/** Why a conversation is to be looked at: money or private contacts in a lawyer's words, or a coordinator's own mark. */
export type Flag = 'fee' | 'contact' | 'watch'

export function flag(turn: Turn, event: EventOf<'conversation.flagged'>): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  turn.ask({ do: 'flag', conversation: row.id, kind: 'watch', at: event.on ? turn.now : null })
  turn.log({
    type: 'flagged',
    actor: 'coordinator',
    by: event.coordinator,
    conversation: row.id,
    data: { on: event.on },
  })
  return null
}
