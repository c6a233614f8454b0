import { fault } from '../fault.ts'
import { parseClock } from '../zone.ts'
import type { ActOf } from './act.ts'
import type { Change } from './change.ts'
import { type Asked, known, type Planned, wrong } from './plan.ts'
import { archived, closedAt, isOver } from './version.ts'

/** Published hours, the authorities told of the rota, and private links. */

/** The whole list anew; hours that are no longer promised close now, and were promised until now. */
export function setHours({ desk, now }: Asked, { hours }: ActOf<'hours.set'>): Planned {
  for (const { station, from, to } of hours) {
    if (!known(desk.stations, station)) return wrong('station')
    if (parseClock(from) === null) return wrong('from')
    if (parseClock(to) === null || from === to) return wrong('to')
  }
  const say = (rule: object): string => {
    const { id: _, since: __, until: ___, ...rest } = rule as Record<string, unknown>
    return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  const wanted = new Map(hours.map((one) => [say(one), one]))
  const changes: Change[] = []
  for (const old of desk.hours) {
    if (isOver(old, now)) continue
    if (wanted.delete(say(old))) continue
    const closed = closedAt(old, now)
    changes.push({ what: 'hours', id: old.id, row: null })
    if (closed) {
      const row = archived(closed, desk.hours)
      changes.push({ what: 'hours', id: row.id, row })
    }
  }
  for (const one of wanted.values()) {
    changes.push({ what: 'hours', id: one.id, row: { ...one, since: now } })
  }
  return {
    changes,
    entry: { type: 'rota_changed', data: { act: 'hours.set', count: hours.length } },
  }
}

export function addAuthority({ desk }: Asked, { id, fields }: ActOf<'authority.add'>): Planned {
  if (known(desk.authorities, id)) return fault('already_known', { fields: ['id'] })
  return {
    changes: [{ what: 'authorities', id, row: { ...fields, id, link: 0 } }],
    entry: { type: 'rota_changed', data: { act: 'authority.add', id, ...fields } },
  }
}

export function changeAuthority(
  { desk }: Asked,
  { id, fields }: ActOf<'authority.change'>,
): Planned {
  const before = desk.authorities.find((one) => one.id === id)
  if (!before) return fault('not_found')
  const row = { ...before, ...fields }
  return {
    changes: [{ what: 'authorities', id, row }],
    entry: {
      type: 'rota_changed',
      data: { act: 'authority.change', id, name: row.name, kind: row.kind },
    },
  }
}

export function removeAuthority({ desk }: Asked, { id }: ActOf<'authority.remove'>): Planned {
  if (!known(desk.authorities, id)) return fault('not_found')
  return {
    changes: [{ what: 'authorities', id, row: null }],
    entry: { type: 'rota_changed', data: { act: 'authority.remove', id } },
  }
}

/** The old link then leads nowhere. A lawyer renews their own. */
export function renewLink({ desk, by }: Asked, { id, of }: ActOf<'link.renew'>): Planned {
  if (of === 'lawyer') {
    const before = desk.lawyers.find((one) => one.id === id)
    if (!before) return fault('not_found')
    if (by.role === 'lawyer' && by.id !== id) return fault('forbidden')
    const row = { ...before, link: (before.link ?? 0) + 1 }
    return {
      changes: [{ what: 'lawyers', id, row }],
      entry: { type: 'register_changed', data: { act: 'link.renew', lawyer: id } },
    }
  }
  const before = desk.authorities.find((one) => one.id === id)
  if (!before) return fault('not_found')
  return {
    changes: [{ what: 'authorities', id, row: { ...before, link: before.link + 1 } }],
    entry: { type: 'rota_changed', data: { act: 'link.renew', id } },
  }
}
