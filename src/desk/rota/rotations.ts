import type { Desk } from '../desk.ts'
import { type Fault, fault } from '../fault.ts'
import { parseClock } from '../zone.ts'
import type { ActOf } from './act.ts'
import { dayOfDate } from './calendar.ts'
import type { Change } from './change.ts'
import type { Rotation } from './facts.ts'
import { type Asked, ahead, known, notReady, type Planned, wrong } from './plan.ts'
import { archived, closedAt, isOver } from './version.ts'

/** Rotations added, changed and ended by a coordinator. */

function checked(desk: Desk, fields: Omit<Rotation, 'id'>, now: number): Fault | null {
  if (!known(desk.stations, fields.station)) return wrong('station')
  for (const field of ['from', 'to', 'handover'] as const) {
    if (parseClock(fields[field]) === null) return wrong(field)
  }
  if (fields.from === fields.to) return wrong('to')
  if (dayOfDate(fields.starts) === null) return wrong('starts')
  if (fields.order.length === 0) return wrong('order')
  for (const lawyer of fields.order) {
    const refused = notReady(desk, lawyer, now, 'order')
    if (refused) return refused
  }
  return null
}

const told = (act: string, { id, station, order, days, on, from, to, starts }: Rotation) => ({
  type: 'rota_changed' as const,
  data: { act, id, station, order: order.join(' '), days, on, from, to, starts },
})

export function addRotation({ desk, now }: Asked, { id, fields }: ActOf<'rotation.add'>): Planned {
  const refused = checked(desk, fields, now)
  if (refused) return refused
  const row = { ...fields, id, since: now }
  return {
    changes: [{ what: 'rotations', id, row }],
    entry: told('rotation.add', row),
    watch: ahead(now),
  }
}

export function changeRotation(
  { desk, now }: Asked,
  { id, fields }: ActOf<'rotation.change'>,
): Planned {
  const before = desk.rotations.find((rotation) => rotation.id === id)
  if (!before) return fault('not_found')
  if (isOver(before, now)) return fault('rota_past')
  const { until: _, ...old } = before
  const row: Rotation = { ...old, ...fields, id, since: now }
  const refused = checked(desk, row, now)
  if (refused) return refused
  return {
    changes: [{ what: 'rotations', id, row }, ...kept(desk, before, now)],
    entry: told('rotation.change', row),
    watch: ahead(now),
  }
}

export function removeRotation({ desk, now }: Asked, { id }: ActOf<'rotation.remove'>): Planned {
  const before = desk.rotations.find((rotation) => rotation.id === id)
  if (!before) return fault('not_found')
  if (isOver(before, now)) return fault('rota_past')
  return {
    changes: [{ what: 'rotations', id, row: null }, ...kept(desk, before, now)],
    entry: told('rotation.remove', before),
  }
}

function kept(desk: Desk, before: Rotation, now: number): Change[] {
  const closed = closedAt(before, now)
  if (!closed) return []
  const row = archived(closed, desk.rotations)
  return [{ what: 'rotations', id: row.id, row }]
}
