import type { Booking, Routing } from '../desk.ts'
import type { EventOf } from '../event.ts'
import { dispatch } from '../offer/dispatch.ts'
import type { Turn } from '../turn.ts'

/** Routing and booking as a coordinator sets them; the log says what was what before. */
export function settingsChanged(turn: Turn, event: EventOf<'settings.changed'>): null {
  turn.floor()
  const { routing, booking } = turn.desk
  const row = {
    routing: { ...routing, ...event.routing },
    booking: { ...booking, ...event.booking },
  }
  const moved = [...differences(routing, row.routing), ...differences(booking, row.booking)]
  if (moved.length === 0) return null
  turn.change({ what: 'settings', id: 'settings', row })
  turn.log({
    type: 'settings_changed',
    actor: 'coordinator',
    by: event.coordinator,
    data: { changed: moved },
  })
  dispatch(turn)
  return null
}

/** `ringSeconds 20 25` */
const differences = <T extends Routing | Booking>(before: T, after: T): string[] =>
  (Object.keys(after) as (keyof T & string)[])
    .filter((name) => String(before[name]) !== String(after[name]))
    .map((name) => `${name} ${before[name]} ${after[name]}`)
