import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import type { Conversation } from '../state.ts'
import { triage } from '../triage/triage.ts'
import type { Turn } from '../turn.ts'
import { PATIENCE, type Purpose } from './purpose.ts'
import type { ModelRequest } from './request.ts'

/** When a model is asked, and when not. */

/** First words, not every word. */
const READS = 3
/** Less says nothing. */
const SHORTEST = 5
/** A record is closed at leisure; after an hour its check is given up. */
const LEDGER_PATIENCE = 3_600_000

/** Only of those who were told. Calls are never sent: nothing of them is written, and a caller hears no such notice (docs/decisions/assist.md). */
const mayRead = (turn: Turn, row: Conversation, purpose: Purpose): boolean =>
  turn.snapshot.assist.has(purpose) &&
  row.channel !== 'phone' &&
  row.machineTold === true &&
  row.refusesMachine !== true

export function assistAsked(turn: Turn, event: EventOf<'assist.asked'>): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  if (row.lawyer !== event.lawyer) return fault('forbidden')
  if (!mayRead(turn, row, event.purpose)) return fault('assist_unavailable')
  const words = event.words === null ? null : turn.words(event.words)
  if (words) turn.ask({ do: 'keep', words, conversation: row.id })
  put(turn, row, event.purpose, {
    id: event.request,
    askedBy: event.lawyer,
    content: words?.id ?? null,
    wordsBy: event.wordsBy,
    to: event.to,
  })
  return null
}

/** A client's first words, beside the rules: these have answered already. */
export function readFirstWords(
  turn: Turn,
  id: string,
  content: string,
  said: string,
  /** These words opened the conversation: in a messenger the notice went out only after them. */
  first: boolean,
): void {
  const row = turn.conversation(id)
  if (!row || (first && row.channel !== 'webchat')) return
  const finding = triage(said)
  if (said.trim().length < SHORTEST || finding.outcome === 'emergency') return
  if (row.state !== 'desk' && row.state !== 'waiting') return
  const reads = row.machineReads ?? 0
  if (reads >= READS) return
  const about = { askedBy: null, content, wordsBy: 'client', to: row.language } as const
  if (mayRead(turn, row, 'triage')) {
    put(turn, turn.put(row, { machineReads: reads + 1 }), 'triage', { id: turn.id(), ...about })
  }
  if (finding.outcome === 'clarify' && row.state === 'desk' && mayRead(turn, row, 'find-step')) {
    put(turn, row, 'find-step', { id: turn.id(), ...about })
  }
}

/** A closed record is looked over once. */
export function checkRecord(turn: Turn, row: Conversation): void {
  if (!mayRead(turn, row, 'check-ledger')) return
  put(turn, row, 'check-ledger', {
    id: turn.id(),
    askedBy: null,
    content: null,
    wordsBy: 'lawyer',
    to: turn.desk.language,
  })
}

type Asked = Pick<ModelRequest, 'id' | 'askedBy' | 'content' | 'wordsBy' | 'to'>

function put(turn: Turn, row: Conversation, purpose: Purpose, asked: Asked): void {
  const patience = purpose === 'check-ledger' ? LEDGER_PATIENCE : PATIENCE[purpose]
  const deadline = turn.now + patience
  turn.ask({
    do: 'save',
    what: 'request',
    row: {
      ...asked,
      purpose,
      conversation: row.id,
      state: 'due',
      code: null,
      findings: [],
      sent: null,
      version: 0,
      askedAt: turn.now,
      deadline,
      doneAt: null,
    },
  })
  turn.timer('assist', asked.id, deadline)
  turn.log({
    type: 'assist_asked',
    actor: asked.askedBy === null ? 'desk' : 'lawyer',
    ...(asked.askedBy === null ? {} : { by: asked.askedBy }),
    conversation: row.id,
    data: { request: asked.id, purpose },
  })
}
