import type { EventOf, Via } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { signOfLife } from '../presence.ts'
import { warnings } from '../staff/wording.ts'
import type { Turn } from '../turn.ts'
import { push } from './say.ts'
import { tell } from './tell.ts'

/** What a lawyer does that is not about an offer: writes, reads. */

export function lawyerWrote(turn: Turn, event: EventOf<'lawyer.wrote'>): Fault | null {
  const row = turn.subject
  const { lawyer, words, via } = event
  if (!row || row.lawyer !== lawyer || row.state !== 'active') {
    if (event.conversation === null) sayNobody(turn, lawyer)
    return fault(row && row.lawyer === lawyer ? 'not_active' : 'not_found')
  }
  if (words === null) {
    tell(turn, { lawyer, conversation: row.id, text: turn.house.lawyer.textOnly })
    return fault('malformed')
  }
  const kept = turn.words(words)
  const warned = warnings(words)
  turn.log({
    type: 'message',
    actor: 'lawyer',
    by: lawyer,
    conversation: row.id,
    words: kept,
    data: { via, ...(warned.length > 0 ? { warned } : {}) },
  })
  for (const kind of warned) {
    turn.ask({ do: 'flag', conversation: row.id, kind, at: turn.now })
  }
  push(turn, row, kept)
  turn.clear('absent', row.id)
  const came = row.reserved && { reserved: { ...row.reserved, asking: false } }
  turn.put(row, { ...came, unansweredSince: null, viaTelegram: row.viaTelegram || isTelegram(via) })
  turn.putLawyer(lawyer, { recent: row.id })
  signOfLife(turn, lawyer)
  return null
}

const isTelegram = (via: Via): boolean => via === 'telegram'

const sayNobody = (turn: Turn, lawyer: string): void => {
  tell(turn, { lawyer, conversation: null, text: turn.house.lawyer.nobody })
}

/** R29.5: who read which conversation, when and why, is on record. A lawyer's reason is that it is theirs. */
export function conversationRead(turn: Turn, event: EventOf<'conversation.read'>): void {
  turn.log({
    type: 'read',
    actor: event.role,
    by: event.reader,
    conversation: event.conversation,
    data: { reason: event.reason },
  })
}
