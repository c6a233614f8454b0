import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { AskedBy } from './act.ts'
import { hold, release, slotFor } from './book.ts'
import { offerTimes } from './talk.ts'

/** Long enough to read three times and choose one. */
const KEPT = 10 * 60_000

/** A lawyer offers times in a live conversation; they are kept for this client while they choose. */
export function propose(turn: Turn, slots: string[], by: AskedBy): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  release(turn, row.id)
  const found = slots.flatMap((id) => slotFor(turn, row, id) ?? [])
  if (found.length < slots.length) return fault('slot_gone')
  // R20.3: the lawyer's own judgement is a reason too.
  const flags = [...new Set([...row.flags, 'lawyer_judgement'])]
  const hard = turn.put(row, { flags, wantsAppointment: true })
  const kept = { conversation: row.id, client: row.client, token: null }
  const heldUntil = turn.now + KEPT
  for (const slot of found) hold(turn, slot, { ...kept, heldUntil })
  turn.log({
    type: 'appointment',
    actor: by.role,
    ...(by.id ? { by: by.id } : {}),
    conversation: row.id,
    data: { act: 'proposed', slots: found.length, flags },
  })
  offerTimes(turn, hard, found)
  return null
}
