import type { Lawyer } from '../desk.ts'
import { type Fault, fault } from '../fault.ts'
import { localDate } from '../zone.ts'
import type { ActOf } from './act.ts'
import type { Asked, Planned } from './plan.ts'

/** The register of duty lawyers (Art. 18, 31): who they are, and whether they may serve. */

/** R31.1: nobody is active before the first training. */
function checked({ desk, now }: Asked, row: Lawyer): Fault | null {
  const others = desk.lawyers.filter(({ id }) => id !== row.id)
  if (others.some(({ licence }) => licence === row.licence))
    return fault('already_known', { fields: ['licence'] })
  if (row.telegram !== null && others.some(({ telegram }) => telegram === row.telegram)) {
    return fault('already_known', { fields: ['telegram'] })
  }
  const trained = row.trained !== null && row.trained <= localDate(desk.timezone, now)
  return row.status === 'active' && !trained
    ? fault('lawyer_not_ready', { fields: ['trained'] })
    : null
}

export function addLawyer(asked: Asked, { id, fields }: ActOf<'lawyer.add'>): Planned {
  const { desk } = asked
  const taken = [...desk.lawyers, ...desk.coordinators].some((person) => person.id === id)
  if (taken) return fault('already_known', { fields: ['id'] })
  const row: Lawyer = { ...fields, id }
  const refused = checked(asked, row)
  if (refused) return refused
  return {
    changes: [{ what: 'lawyers', id, row }],
    entry: {
      type: 'register_changed',
      data: { act: 'lawyer.add', lawyer: id, status: row.status, from: null, fields: null },
    },
  }
}

export function addCoordinator({ desk }: Asked, { id, name }: ActOf<'coordinator.add'>): Planned {
  const taken = [...desk.lawyers, ...desk.coordinators].some((person) => person.id === id)
  if (taken) return fault('already_known', { fields: ['id'] })
  return {
    changes: [{ what: 'coordinators', id, row: { id, name } }],
    entry: { type: 'register_changed', data: { act: 'coordinator.add', coordinator: id } },
  }
}

/** A change of status takes a reason, is kept with the time it began, and never changes what was before it. */
export function changeLawyer(asked: Asked, act: ActOf<'lawyer.change'>): Planned {
  const { desk, now } = asked
  const before = desk.lawyers.find(({ id }) => id === act.id)
  if (!before) return fault('not_found')
  const moved = act.fields.status !== undefined && act.fields.status !== before.status
  if (moved && !act.reason?.trim()) return fault('reason_needed', { fields: ['reason'] })
  const row: Lawyer = {
    ...before,
    ...act.fields,
    ...(moved ? { past: [...(before.past ?? []), { status: before.status, until: now }] } : {}),
  }
  const refused = checked(asked, row)
  if (refused) return refused
  const changed = Object.keys(act.fields).filter(
    (key) =>
      JSON.stringify(before[key as keyof Lawyer]) !== JSON.stringify(row[key as keyof Lawyer]),
  )
  return {
    changes: [{ what: 'lawyers', id: row.id, row }],
    entry: {
      type: 'register_changed',
      data: {
        act: 'lawyer.change',
        lawyer: row.id,
        status: row.status,
        from: moved ? before.status : null,
        fields: changed.join(' '),
      },
    },
    words: asked.words(act.reason),
  }
}
