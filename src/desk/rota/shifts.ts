import type { Desk, Shift } from '../desk.ts'
import { fault } from '../fault.ts'
import { parseClock, parseLocal } from '../zone.ts'
import type { ActOf, ShiftFields } from './act.ts'
import type { Change } from './change.ts'
import type { InForce, Span } from './facts.ts'
import { type Asked, ahead, known, notReady, type Planned, wrong } from './plan.ts'
import { archived, closedShift, datedSpan } from './version.ts'

/** Shifts added, changed and taken away by a coordinator. */

/** The field at fault, where the times cannot be read, or run backwards. */
export function wrongTimes(
  { days, from, to }: { days?: readonly string[] | undefined; from: string; to: string },
  zone: string,
): 'from' | 'to' | null {
  const parse = days ? parseClock : (text: string) => parseLocal(zone, text)
  const [start, end] = [parse(from), parse(to)]
  if (start === null) return 'from'
  if (end === null) return 'to'
  return (days ? start === end : start >= end) ? 'to' : null
}

function checked(desk: Desk, fields: ShiftFields, now: number) {
  if (!known(desk.stations, fields.station)) return wrong('station')
  const times = wrongTimes(fields, desk.timezone)
  if (times) return wrong(times)
  if (fields.until !== undefined && fields.until <= (fields.since ?? now)) return wrong('until')
  const span = datedSpan(fields, desk.timezone)
  return notReady(desk, fields.lawyer, span?.from ?? fields.since ?? now, 'lawyer')
}

/** A weekly shift works from now on; a dated one as written, for a late entry is a fact and no rule. */
const opened = (fields: ShiftFields & InForce, now: number): ShiftFields =>
  fields.days ? { ...fields, since: Math.max(fields.since ?? now, now) } : fields

const watchOf = (desk: Desk, shift: ShiftFields, now: number): Span =>
  datedSpan(shift, desk.timezone) ?? ahead(now)

const told = (
  act: string,
  id: string,
  { lawyer, station, tier, mode, days, from, to }: ShiftFields,
) => ({
  type: 'rota_changed' as const,
  data: { act, id, lawyer, station, tier, mode, days: days?.join(' ') ?? null, from, to },
})

export function addShift({ desk, now }: Asked, { id, fields }: ActOf<'shift.add'>): Planned {
  const refused = checked(desk, fields, now)
  if (refused) return refused
  const row = { ...opened(fields, now), id } as Shift
  return {
    changes: [{ what: 'shifts', id, row }],
    entry: told('shift.add', id, fields),
    watch: watchOf(desk, fields, now),
  }
}

export function changeShift({ desk, now }: Asked, { id, fields }: ActOf<'shift.change'>): Planned {
  const before = desk.shifts.find((shift) => shift.id === id)
  if (!before) return fault('not_found')
  const closed = closedShift(before, desk.timezone, now)
  if (closed === 'over') return fault('rota_past')
  const { id: _, since: __, until: ___, ...old } = before
  const wanted = { ...old, ...fields } as ShiftFields
  const refused = checked(desk, wanted, now)
  if (refused) return refused
  const row = { ...opened(wanted, now), id } as Shift
  // What of a dated shift has been done stays as it was done.
  if (closed && !row.days) row.since = now
  const changes: Change[] = [{ what: 'shifts', id, row }]
  if (closed) changes.push(keep(desk, closed))
  return { changes, entry: told('shift.change', id, wanted), watch: watchOf(desk, wanted, now) }
}

export function removeShift({ desk, now }: Asked, { id }: ActOf<'shift.remove'>): Planned {
  const before = desk.shifts.find((shift) => shift.id === id)
  if (!before) return fault('not_found')
  const closed = closedShift(before, desk.timezone, now)
  if (closed === 'over') return fault('rota_past')
  const changes: Change[] = [{ what: 'shifts', id, row: null }]
  if (closed) changes.push(keep(desk, closed))
  return { changes, entry: told('shift.remove', id, before) }
}

function keep(desk: Desk, closed: Shift): Change {
  const row = archived(closed, desk.shifts)
  return { what: 'shifts', id: row.id, row }
}
