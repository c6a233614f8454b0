import { handCall } from '../call/hand.ts'
import { methodOf } from '../desk.ts'
import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { candidates, inConflictOrAway, isFull } from '../offer/candidates.ts'
import { dispatch } from '../offer/dispatch.ts'
import { give } from '../offer/give.ts'
import { makeOffer } from '../offer/offer.ts'
import { lawyersOf } from '../rota.ts'
import { tell } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'

/** A lawyer hands a client to a colleague on duty; the client sees the new card first (Art. 23). */
export function handOver(turn: Turn, event: EventOf<'conversation.handed'>): Fault | null {
  const row = turn.subject
  if (!row || row.lawyer !== event.lawyer) return fault('not_found')
  if (row.state !== 'active') return fault('not_active')
  if (row.channel === 'phone') return handCall(turn, row, event)
  turn.floor()
  const colleague = lawyersOf(turn.desk).get(event.to)
  if (!colleague || event.to === event.lawyer) return fault('not_found', { fields: ['lawyer'] })
  if (inConflictOrAway(turn, row, event.to)) return fault('lawyer_unavailable')
  if (isFull(turn, colleague)) return fault('lawyer_full')
  turn.log({
    type: 'handed',
    actor: 'lawyer',
    by: event.lawyer,
    conversation: row.id,
    data: { lawyer: event.to },
  })
  give(turn, row, event.to, 'browser')
  tell(turn, {
    lawyer: event.to,
    conversation: row.id,
    text: turn.house.lawyer.assigned(
      row.pseudonym,
      `${turn.snapshot.publicUrl}/console/c/${row.id}`,
    ),
  })
  dispatch(turn)
  return null
}

/** A coordinator rings a backup besides whoever is being asked already, without waiting for their turn. */
export function callBackup(turn: Turn, event: EventOf<'backup.called'>): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  turn.floor()
  if (row.state !== 'waiting') return fault('not_waiting')
  const next = candidates(turn, row).ready.find(({ duty }) => duty.tier === 'backup')
  if (!next) return fault('no_backup', { fields: [methodOf(row.channel)] })
  turn.log({
    type: 'backup_called',
    actor: 'coordinator',
    by: event.coordinator,
    conversation: row.id,
    data: { lawyer: next.duty.lawyer.id },
  })
  makeOffer(turn, row, next)
  return null
}
