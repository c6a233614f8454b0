import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { present } from '../offer/candidates.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'

/** A coordinator tells everybody who is on duty now; each hears it where they are, and the app shows it. */
export function tellStaff(turn: Turn, event: EventOf<'staff.told'>): Fault | null {
  turn.floor()
  const on = new Set(
    (['phone', 'online'] as const).flatMap((method) =>
      turn
        .duty(method)
        .map(({ lawyer }) => lawyer.id)
        .filter((id) => present(turn, id)),
    ),
  )
  if (on.size === 0) return fault('nobody_on')
  for (const lawyer of on) {
    turn.log({
      type: 'told',
      actor: 'coordinator',
      by: event.coordinator,
      data: { lawyer },
      words: turn.words(event.words),
    })
    notify(turn, lawyer, turn.house.lawyer.told(event.words))
  }
  return null
}
