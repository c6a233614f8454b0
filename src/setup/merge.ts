import { createHash } from 'node:crypto'
import type { Desk, Lawyer, Shift } from '../desk/desk.ts'
import { archived, closedAt, closedShift } from '../desk/rota/version.ts'

/**
 * Brings a desk file into a desk that has lived on since the last one (docs/decisions/rota.md): what the file
 * says as it said it before is left as the staff have made it since; what it says anew is done.
 */

/** Of each thing the last file said, by kind and id. */
export type Digests = Record<string, string>

const lists = [
  'stations',
  'lawyers',
  'coordinators',
  'shifts',
  'rotations',
  'leave',
  'hours',
  'authorities',
] as const

type List = (typeof lists)[number]

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

/** Kept by coordinators in the app as well. */
const settings = ['routing', 'booking'] as const

export const digestsOf = (desk: Desk): Digests =>
  Object.fromEntries([
    ...lists.flatMap((list) => desk[list].map((one) => [`${list}:${one.id}`, digest(one)])),
    ...settings.map((name) => [name, digest(desk[name])]),
  ])

export function merged(known: Desk, file: Desk, before: Digests, now: number): Desk {
  const anew = (list: List, one: { id: string }): boolean =>
    before[`${list}:${one.id}`] !== digest(one)
  /** People and places a new file leaves out stay known: the ledger names them. */
  const kept = <T extends { id: string }>(list: List, old: T[], said: T[]): T[] => {
    const ids = new Set(said.map(({ id }) => id))
    const current = said.map((one) => {
      const was = old.find(({ id }) => id === one.id)
      return was && !anew(list, one) ? was : one
    })
    return [...current, ...old.filter(({ id }) => !ids.has(id))]
  }
  const rules = <T extends { id: string; since?: number; until?: number }>(
    list: List,
    old: T[],
    said: T[],
    close: (rule: T) => T | null | 'over',
    open: (rule: T) => T,
  ): T[] => {
    const ids = new Set(said.map(({ id }) => id))
    const left = (one: T): boolean => !ids.has(one.id) && saidBefore(before, list, one.id)
    const rest = old.flatMap((one) => {
      if (!left(one)) return [one]
      const closed = close(one)
      if (closed === 'over') return [one]
      return closed ? [archived(closed, old)] : []
    })
    const fresh = said.filter((one) => anew(list, one) && !rest.some(({ id }) => id === one.id))
    return [...rest, ...fresh.map(open)]
  }
  const later = <T extends { since?: number }>(rule: T): T => ({
    ...rule,
    since: Math.max(rule.since ?? now, now),
  })
  const shift = (one: Shift): Shift => (one.days ? later(one) : one)
  const asBefore = (name: (typeof settings)[number]): boolean => before[name] === digest(file[name])
  return {
    ...file,
    routing: asBefore('routing') ? known.routing : file.routing,
    booking: asBefore('booking') ? known.booking : file.booking,
    stations: kept('stations', known.stations, file.stations),
    lawyers: kept('lawyers', known.lawyers, file.lawyers).map((one) => withPast(known, one, now)),
    coordinators: kept('coordinators', known.coordinators, file.coordinators),
    authorities: kept('authorities', known.authorities, file.authorities),
    shifts: rules(
      'shifts',
      known.shifts,
      file.shifts,
      (one) => closedShift(one, known.timezone, now),
      shift,
    ),
    rotations: rules(
      'rotations',
      known.rotations,
      file.rotations,
      (one) => closedAt(one, now),
      later,
    ),
    hours: rules('hours', known.hours, file.hours, (one) => closedAt(one, now), later),
    leave: [
      ...known.leave.filter(
        ({ id, from }) =>
          from <= now ||
          file.leave.some((one) => one.id === id) ||
          !saidBefore(before, 'leave', id),
      ),
      ...file.leave.filter(
        (one) => anew('leave', one) && !known.leave.some(({ id }) => id === one.id),
      ),
    ],
    overrides: known.overrides,
    swaps: known.swaps,
    asks: known.asks,
    publication: known.publication,
    revision: known.revision,
  }
}

/** Shifts of a desk older than this record are known as the file's by the ids it gives them. */
const saidBefore = (before: Digests, list: List, id: string): boolean =>
  `${list}:${id}` in before || (list === 'shifts' && /^s-[0-9a-f]{12}(-\d+)?$/.test(id))

/** A status the file changes is kept with the time it ended, like any other change of status. */
function withPast(known: Desk, lawyer: Lawyer, now: number): Lawyer {
  const old = known.lawyers.find(({ id }) => id === lawyer.id)
  if (!old || old === lawyer) return lawyer
  const past = [
    ...(old.past ?? []),
    ...(old.status === lawyer.status ? [] : [{ status: old.status, until: now }]),
  ]
  return {
    ...lawyer,
    ...(past.length > 0 ? { past } : {}),
    ...(old.link === undefined ? {} : { link: old.link }),
  }
}
