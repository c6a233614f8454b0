import type { Booking, Desk, Lawyer, Routing, Shift } from '../desk.ts'
import type {
  Authority,
  DutyAsk,
  Leave,
  Override,
  Publication,
  Rotation,
  ServiceHours,
  Swap,
} from './facts.ts'

/** One standing fact put in place of what was known under its id, or added, or (null) dropped. */
export type Change =
  | { what: 'lawyers'; id: string; row: Lawyer }
  | { what: 'coordinators'; id: string; row: { id: string; name: string } }
  | { what: 'shifts'; id: string; row: Shift | null }
  | { what: 'rotations'; id: string; row: Rotation | null }
  | { what: 'leave'; id: string; row: Leave | null }
  | { what: 'overrides'; id: string; row: Override | null }
  | { what: 'swaps'; id: string; row: Swap }
  | { what: 'asks'; id: string; row: DutyAsk }
  | { what: 'hours'; id: string; row: ServiceHours | null }
  | { what: 'authorities'; id: string; row: Authority | null }
  | { what: 'publication'; id: string; row: Publication }
  | { what: 'settings'; id: string; row: { routing: Routing; booking: Booking } }

export function withChange(desk: Desk, change: Change): Desk {
  const revision = desk.revision + 1
  if (change.what === 'publication') return { ...desk, revision, publication: change.row }
  if (change.what === 'settings') return { ...desk, revision, ...change.row }
  const { what, id, row } = change
  const before: { id: string }[] = desk[what]
  const rest = before.filter((one) => one.id !== id)
  const known = before.findIndex((one) => one.id === id)
  const after =
    row === null
      ? rest
      : known === -1
        ? [...before, row]
        : before.with(known, row as { id: string })
  return { ...desk, revision, [what]: after }
}
