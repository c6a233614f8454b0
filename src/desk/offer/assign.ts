import { methodOf } from '../desk.ts'
import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { type Duty, lawyersOf } from '../rota.ts'
import type { Conversation } from '../state.ts'
import { tell } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { isBusy, isFull, present } from './candidates.ts'
import { dispatch } from './dispatch.ts'
import { give } from './give.ts'
import { withdrawOffers } from './offer.ts'
import { queue } from './queue.ts'

/** A coordinator's decision; the rules of duty hold for it too. */
export function assign(turn: Turn, event: EventOf<'conversation.assigned'>): Fault | null {
  const conversation = turn.subject
  if (!conversation) return fault('not_found')
  turn.floor()
  if (conversation.state === 'closed' || conversation.state === 'ended') {
    return fault('already_closed')
  }
  const method = methodOf(conversation.channel)
  const duty = turn.duty(method).find(({ lawyer }) => lawyer.id === event.lawyer)
  if (!lawyersOf(turn.desk).has(event.lawyer)) return fault('not_found', { fields: ['lawyer'] })
  if (!duty || !present(turn, event.lawyer) || turn.inConflict(conversation.client, event.lawyer)) {
    return fault('lawyer_unavailable')
  }
  if (conversation.lawyer === event.lawyer && conversation.state === 'active') return null
  return method === 'phone'
    ? assignCall(turn, conversation, duty, event.coordinator)
    : assignWritten(turn, conversation, duty, event.coordinator)
}

function assignWritten(
  turn: Turn,
  conversation: Conversation,
  { lawyer }: Duty,
  by: string,
): Fault | null {
  if (isFull(turn, lawyer)) return fault('lawyer_full')
  logAssigned(turn, conversation, lawyer.id, by)
  const before = conversation.lawyer
  if (before) {
    tell(turn, {
      lawyer: before,
      conversation: conversation.id,
      text: turn.house.lawyer.reassigned(conversation.pseudonym, lawyer.name),
    })
  }
  const waitingSince = conversation.waitingSince ?? turn.now
  give(turn, turn.put(conversation, { waitingSince }), lawyer.id, 'browser')
  tell(turn, {
    lawyer: lawyer.id,
    conversation: conversation.id,
    text: turn.house.lawyer.assigned(
      conversation.pseudonym,
      `${turn.snapshot.publicUrl}/console/c/${conversation.id}`,
    ),
  })
  dispatch(turn)
  return null
}

const logAssigned = (turn: Turn, { id }: Conversation, lawyer: string, by: string): void =>
  turn.log({
    type: 'assigned',
    actor: 'coordinator',
    by,
    conversation: id,
    data: { lawyer },
  })

function assignCall(turn: Turn, conversation: Conversation, duty: Duty, by: string): Fault | null {
  if (conversation.state === 'active') return fault('offer_taken')
  if (isBusy(turn, duty.lawyer, 'phone', true)) return fault('lawyer_unavailable')
  logAssigned(turn, conversation, duty.lawyer.id, by)
  withdrawOffers(turn, conversation, turn.house.lawyer.offerGone)
  queue(turn, turn.put(conversation, { prefers: duty.lawyer.id, state: 'desk' }), 'desk')
  return null
}
