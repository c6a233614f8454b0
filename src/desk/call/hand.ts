import { met } from '../appointment/met.ts'
import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { inConflictOrAway, isBusy } from '../offer/candidates.ts'
import { nameOf } from '../offer/offer.ts'
import { queue } from '../offer/queue.ts'
import { lawyersOf } from '../rota.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { clientLeg, free, maybeAlone, sendAway } from './over.ts'
import { steer } from './script.ts'

/**
 * A caller handed to a colleague, whose phone rings first; the caller stays on the line. Whoever hands over is off it before
 * anybody else comes on: nobody listens in (Art. 24). Where the colleague does not answer, the next is asked.
 */
export function handCall(
  turn: Turn,
  row: Conversation,
  { lawyer, to }: EventOf<'conversation.handed'>,
): Fault | null {
  const client = clientLeg(turn, row)
  if (client?.at !== 'join') return fault('not_active')
  turn.floor()
  const colleague = lawyersOf(turn.desk).get(to)
  if (!colleague || to === lawyer) return fault('not_found', { fields: ['lawyer'] })
  if (colleague.phone === null || inConflictOrAway(turn, row, to)) {
    return fault('lawyer_unavailable')
  }
  if (isBusy(turn, colleague, 'phone', true)) return fault('lawyer_on_phone')
  turn.log({
    type: 'handed',
    actor: 'lawyer',
    by: lawyer,
    conversation: row.id,
    data: { lawyer: to },
  })
  free(turn, row, turn.desk.routing.wrapUpSeconds)
  // The room ends for both as the first leaves it; who is not in it yet is fetched.
  sendAway(turn, row, turn.house.voice.lawyer.handed(nameOf(turn, to)))
  if (maybeAlone(turn, row)) steer(turn, client)
  met(turn, row)
  const handed = { state: 'desk', lawyer: null, prefers: to, waitingSince: turn.now } as const
  queue(turn, turn.put(turn.conversation(row.id) ?? row, handed), 'desk')
  return null
}
