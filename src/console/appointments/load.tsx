import { Grid } from '../figures/tables.tsx'
import '../theme/desk.css'
import { appointmentWords as words } from '../words/appointments.ts'
import type { Appointment, Slot } from './queries.ts'

interface Load {
  name: string
  booked: number
  kept: number
  missed: number
  free: number
  hours: number
}

const HOUR = 3_600_000

/** Who carries how much this week, and what is still free. */
export function WeekLoad({ items, slots }: { items: Appointment[]; slots: Slot[] }) {
  const loads = new Map<string, Load>()
  const of = (lawyer: string, name: string): Load => {
    const known = loads.get(lawyer) ?? { name, booked: 0, kept: 0, missed: 0, free: 0, hours: 0 }
    loads.set(lawyer, known)
    return known
  }
  for (const one of items) {
    if (one.lawyer === '' || one.state === 'cancelled' || one.state === 'wanted') continue
    const load = of(one.lawyer, one.lawyerName)
    if (one.state === 'kept') load.kept++
    else if (one.state === 'booked' || one.state === 'begun') load.booked++
    else load.missed++
    load.hours += (Date.parse(one.to) - Date.parse(one.from)) / HOUR
  }
  for (const slot of slots) of(slot.lawyer, slot.lawyerName).free++
  if (loads.size === 0) return null
  const heads = [words.name, words.booked, words.kept, words.missed, words.hours, words.free]
  const rows = [...loads.values()]
    .toSorted((a, b) => b.hours - a.hours)
    .map(({ name, booked, kept, missed, hours, free }) => [
      name,
      booked,
      kept,
      missed,
      hours.toFixed(1),
      free,
    ])
  return <Grid caption={words.load} heads={heads} rows={rows} />
}
