import type { Desk } from '../desk.ts'
import { localTime, parseLocal } from '../zone.ts'
import type { ActOf } from './act.ts'
import { dateOfDay, dayNumber, dayOfDate, workdayAfter } from './calendar.ts'
import { serves } from './duty.ts'
import type { DutyChange, Publication, PublishedDuty } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { type Asked, iso, type Planned, wrong } from './plan.ts'
import { lineOf } from './version.ts'

/** Art. 18 ¶2: the authorities are told the rota in advance, and of every change to what they were told. */

type Told = Omit<PublishedDuty, 'version'>

/** The rota as others are told it: who serves, where, when. Nobody's number, no reason. */
export function dutiesBetween(desk: Desk, from: number, to: number): Told[] {
  return stintsBetween(desk, from, to).flatMap((stint) => {
    if (!serves(stint) || stint.lawyer === null) return []
    const { id, station, methods, tier } = stint.place.rule
    const { window, lawyer } = stint
    const uid = `${lineOf(id)}-${window.from}`
    return [{ uid, lawyer, station, methods, tier, from: window.from, to: window.to }]
  })
}

const said = ({ lawyer, station, methods, tier, from, to }: Told, now: number): string =>
  // What has begun began when it did, whichever rule says so.
  [lawyer, station, methods.join(' '), tier, Math.max(from, now), to].join('|')

/** What differs from now on, as far as both reach. */
export function changesBetween(
  before: Told[],
  after: Told[],
  now: number,
  to: number,
): DutyChange[] {
  const reached = (duty: Told): boolean => duty.to > now && duty.from < to
  const [old, fresh] = [before.filter(reached), after.filter(reached)]
  const same = new Set(fresh.map((duty) => said(duty, now)))
  const known = new Set(old.map((duty) => said(duty, now)))
  const gone = old.filter((duty) => !same.has(said(duty, now)))
  const come = fresh.filter((duty) => !known.has(said(duty, now)))
  const byUid = new Map(come.map((duty) => [duty.uid, duty]))
  const changed = gone.map((duty): DutyChange => {
    const next = byUid.get(duty.uid)
    if (!next) return { kind: 'removed', before: bare(duty), after: null }
    byUid.delete(duty.uid)
    return { kind: 'changed', before: bare(duty), after: bare(next) }
  })
  const added = [...byUid.values()].map(
    (duty): DutyChange => ({ kind: 'added', before: null, after: bare(duty) }),
  )
  const start = ({ before: was, after: is }: DutyChange): number => was?.from ?? is?.from ?? 0
  return [...changed, ...added].sort((a, b) => start(a) - start(b))
}

const bare = ({ uid, lawyer, station, methods, tier, from, to }: Told): Told => ({
  uid,
  lawyer,
  station,
  methods,
  tier,
  from,
  to,
})

/** The next version: what is new or changed carries its number, the rest the number it had. */
export function nextVersion(
  desk: Desk,
  how: { id: string; to: number; by: string | null },
  now: number,
): Publication {
  const last = desk.publication
  const { year, month, day } = localTime(desk.timezone, now)
  const from = parseLocal(desk.timezone, `${dateOfDay(dayNumber(year, month, day))}T00:00`) ?? now
  const version = (last?.version ?? 0) + 1
  const duties = dutiesBetween(desk, from, how.to)
  const changes = last ? changesBetween(last.duties, duties, now, Math.min(last.to, how.to)) : []
  const fresh = new Set(changes.map(({ after }) => after?.uid))
  const versions = new Map(last?.duties.map((duty) => [duty.uid, duty.version]))
  return {
    ...how,
    version,
    from,
    at: now,
    changes,
    duties: duties.map((duty) => ({
      ...duty,
      version: fresh.has(duty.uid) ? version : (versions.get(duty.uid) ?? version),
    })),
  }
}

/** The end of the n-th working day from now. */
export function publishedThrough(desk: Desk, workingDays: number, now: number): number {
  const { year, month, day } = localTime(desk.timezone, now)
  const last = workdayAfter(desk.calendar, dayNumber(year, month, day), workingDays)
  return parseLocal(desk.timezone, `${dateOfDay(last + 1)}T00:00`) ?? now
}

/** Never less far than was published before. */
export function publish({ desk, by, now }: Asked, act: ActOf<'publish'>): Planned {
  let to = publishedThrough(desk, act.workingDays, now)
  if (act.to !== null) {
    const day = dayOfDate(act.to)
    const wanted = day === null ? null : parseLocal(desk.timezone, `${dateOfDay(day + 1)}T00:00`)
    if (wanted === null || wanted <= now) return wrong('to')
    to = Math.max(to, wanted)
  }
  to = Math.max(to, desk.publication?.to ?? to)
  const row = nextVersion(desk, { id: act.id, to, by: by.id }, now)
  return {
    changes: [{ what: 'publication', id: row.id, row }],
    entry: publishedEntry(row),
  }
}

export const publishedEntry = ({ id, version, from, to, duties, changes }: Publication) => ({
  type: 'published' as const,
  data: {
    id,
    version,
    from: iso(from),
    to: iso(to),
    duties: duties.length,
    changes: changes.length,
  },
})

/** After a change: the version to be sent on, or null where nothing published is touched. */
export function resent(desk: Desk, id: string, now: number): Publication | null {
  const last = desk.publication
  if (!last || last.to <= now) return null
  const next = nextVersion(desk, { id, to: last.to, by: null }, now)
  return next.changes.length > 0 ? next : null
}
