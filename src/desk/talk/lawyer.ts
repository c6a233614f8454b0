import type { Words } from '../effect.ts'
import type { EventOf, Via } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { colleagueTexts } from '../locale/colleague.ts'
import { nameOf } from '../offer/offer.ts'
import { signOfLife } from '../presence.ts'
import { joined } from '../staff/colleague.ts'
import { warnings } from '../staff/wording.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { push } from './say.ts'
import { tell } from './tell.ts'

/** What a lawyer does that is not about an offer: writes, reads. */

export function lawyerWrote(turn: Turn, event: EventOf<'lawyer.wrote'>): Fault | null {
  const row = turn.subject
  const { lawyer, words, via } = event
  const mine = row !== null && (row.lawyer === lawyer || joined(row) === lawyer)
  if (!mine || row.state !== 'active') {
    if (event.conversation === null) sayNobody(turn, lawyer)
    return fault(mine ? 'not_active' : 'not_found')
  }
  if (words === null) {
    tell(turn, { lawyer, conversation: row.id, text: turn.house.lawyer.textOnly })
    return fault('malformed')
  }
  const kept = turn.words(words)
  // Where two lawyers write, each does so under their own name.
  const name = joined(row) === null ? null : nameOf(turn, lawyer)
  const warned = warnings(words)
  turn.log({
    type: 'message',
    actor: 'lawyer',
    by: lawyer,
    conversation: row.id,
    words: kept,
    data: { via, ...(name ? { name } : {}), ...(warned.length > 0 ? { warned } : {}) },
  })
  for (const kind of warned) {
    turn.ask({ do: 'flag', conversation: row.id, kind, at: turn.now })
  }
  push(turn, row, kept, [], name ? { prefix: colleagueTexts(row.language).by(name) } : {})
  if (lawyer !== row.lawyer) return colleagueWrote(turn, row, kept, lawyer)
  turn.clear('absent', row.id)
  const came = row.reserved && { reserved: { ...row.reserved, asking: false } }
  turn.put(row, { ...came, unansweredSince: null, viaTelegram: row.viaTelegram || isTelegram(via) })
  turn.putLawyer(lawyer, { recent: row.id })
  signOfLife(turn, lawyer)
  return null
}

/** The client has an answer; its lawyer, who may be in Telegram, sees it too. */
function colleagueWrote(turn: Turn, row: Conversation, { id, text }: Words, by: string): null {
  if (row.viaTelegram && row.lawyer) {
    tell(turn, {
      lawyer: row.lawyer,
      conversation: row.id,
      heard: { content: id, length: text.length },
      prefix: colleagueTexts(turn.desk.language).colleagueWrote(nameOf(turn, by)),
    })
  }
  turn.clear('absent', row.id)
  turn.put(row, { unansweredSince: null })
  signOfLife(turn, by)
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
