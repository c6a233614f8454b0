import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { colleagueTexts } from '../locale/colleague.ts'
import { inConflictOrAway } from '../offer/candidates.ts'
import { nameOf } from '../offer/offer.ts'
import { lawyersOf } from '../rota.ts'
import type { Conversation, PassReason } from '../state.ts'
import { push, say } from '../talk/say.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'

/**
 * A second lawyer in a written conversation. The first keeps it: the record, the closing and the time are theirs. The
 * client is shown who comes before their first word (Art. 23), and told that they read.
 */

/** An asking that nobody answered lapses after so long, milliseconds. */
export const ASKED_FOR = 10 * 60_000

export const isAsked = ({ colleague }: Conversation, now: number): boolean =>
  colleague != null && colleague.joinedAt === null && colleague.askedAt + ASKED_FOR > now

export const joined = ({ colleague }: Conversation): string | null =>
  colleague?.joinedAt ? colleague.lawyer : null

export function askColleague(turn: Turn, event: EventOf<'colleague.asked'>): Fault | null {
  const row = turn.subject
  if (!row || row.lawyer !== event.lawyer) return fault('not_found')
  if (row.state !== 'active') return fault('not_active')
  // Two people are speaking: nobody else comes on the line (Art. 24).
  if (row.channel === 'phone') return fault('call_of_two')
  if (joined(row) !== null) return fault('colleague_there')
  turn.floor()
  if (!lawyersOf(turn.desk).has(event.to) || event.to === event.lawyer) {
    return fault('not_found', { fields: ['lawyer'] })
  }
  if (inConflictOrAway(turn, row, event.to)) return fault('lawyer_unavailable')
  const colleague = { lawyer: event.to, askedAt: turn.now, joinedAt: null }
  turn.put(part(turn, row, event.lawyer), { colleague })
  note(turn, row, 'asked', event.to, event.lawyer)
  const link = `${turn.snapshot.publicUrl}/console`
  const texts = colleagueTexts(turn.desk.language)
  notify(turn, event.to, texts.asked(nameOf(turn, event.lawyer), link))
  return null
}

export function answerColleague(turn: Turn, event: EventOf<'colleague.answered'>): Fault | null {
  const row = turn.subject
  if (!row || row.colleague?.lawyer !== event.lawyer) return fault('not_found')
  if (joined(row) !== null) return event.join ? null : fault('already_decided')
  if (!event.join) return decline(turn, row, event.lawyer, event.reason)
  if (!isAsked(row, turn.now) || row.state !== 'active') return fault('ask_gone')
  turn.floor()
  if (turn.inConflict(row.client, event.lawyer)) return fault('lawyer_unavailable')
  const colleague = { ...row.colleague, joinedAt: turn.now }
  note(turn, row, 'joined', event.lawyer, event.lawyer)
  showJoining(turn, turn.put(row, { colleague }), event.lawyer)
  return null
}

function decline(
  turn: Turn,
  row: Conversation,
  lawyer: string,
  reason: PassReason | null,
): Fault | null {
  if (reason === 'conflict') {
    turn.ask({ do: 'add', what: 'conflict', row: { client: row.client, lawyer, at: turn.now } })
  }
  turn.put(row, { colleague: null })
  note(turn, row, 'declined', lawyer, lawyer, reason)
  return null
}

/** Art. 23: name, firm, licence number and station, before the first word. */
function showJoining(turn: Turn, row: Conversation, id: string): void {
  const lawyer = lawyersOf(turn.desk).get(id)
  if (!lawyer) return
  const duty = turn.duty('online').find((one) => one.lawyer.id === id)
  const at = duty?.shift.station ?? row.station
  const station = turn.desk.stations.find((one) => one.id === at)?.name ?? turn.desk.name
  const { name, firm, licence } = lawyer
  const words = turn.words(colleagueTexts(row.language).joins(name, firm, licence, station))
  turn.log({
    type: 'card',
    actor: 'desk',
    conversation: row.id,
    words,
    data: { lawyer: id, name, firm, licence, station, joins: true },
  })
  push(turn, row, words)
}

export function leaveColleague(turn: Turn, event: EventOf<'colleague.parted'>): Fault | null {
  const row = turn.subject
  if (!row?.colleague) return fault('not_found')
  if (event.lawyer !== row.lawyer && event.lawyer !== row.colleague.lawyer)
    return fault('not_found')
  part(turn, row, event.lawyer)
  return null
}

/** Nobody is in it besides its lawyer any more. `by`: null where the conversation went on or ended without them. */
export function part(turn: Turn, row: Conversation, by: string | null): Conversation {
  const { colleague } = row
  if (!colleague) return row
  const was = joined(row) !== null
  note(turn, row, was ? 'left' : 'taken_back', colleague.lawyer, by)
  const alone = turn.put(row, { colleague: null })
  if (!was || by === null) return alone
  const name = nameOf(turn, colleague.lawyer)
  return say(turn, alone, colleagueTexts(row.language).left(name))
}

type What = 'asked' | 'joined' | 'declined' | 'left' | 'taken_back'

function note(
  turn: Turn,
  { id }: Conversation,
  what: What,
  lawyer: string,
  by: string | null,
  reason: PassReason | null = null,
): void {
  turn.log({
    type: 'colleague',
    ...(by === null ? { actor: 'desk' } : { actor: 'lawyer', by }),
    conversation: id,
    data: { lawyer, what, ...(reason ? { reason } : {}) },
  })
}
