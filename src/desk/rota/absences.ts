import { fault } from '../fault.ts'
import type { ActOf } from './act.ts'
import type { Leave, Override, Span } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { type Asked, iso, known, notReady, type Planned, wrong } from './plan.ts'
import { overlap } from './spans.ts'
import { lawyersOf } from './standing.ts'

/** Leave, and cover for part of a shift. Neither reaches into the past, nor touches what it does not name. */

const leaveEntry = (act: string, { id, lawyer, from, to, state }: Leave) => ({
  type: 'leave' as const,
  data: { act, id, lawyer, from: iso(from), to: iso(to), state },
})

/** A lawyer asks for their own; what a coordinator puts down is granted. */
export function askLeave(asked: Asked, act: ActOf<'leave.ask'>): Planned {
  const { desk, by, now } = asked
  const { id, lawyer, span } = act
  if (by.role === 'lawyer' && by.id !== lawyer) return fault('forbidden')
  if (!known(desk.lawyers, lawyer)) return wrong('lawyer')
  if (span.to <= span.from) return wrong('to')
  if (span.to <= now) return fault('rota_past')
  const words = asked.words(act.reason)
  const row: Leave = {
    id,
    lawyer,
    from: Math.max(span.from, now),
    to: span.to,
    state: by.role === 'coordinator' ? 'granted' : 'asked',
    at: now,
    reason: words?.id ?? null,
  }
  return {
    changes: [{ what: 'leave', id, row }],
    entry: leaveEntry('leave.ask', row),
    words,
  }
}

export function decideLeave(asked: Asked, { id, grant, reason }: ActOf<'leave.decide'>): Planned {
  const { desk, now, locale } = asked
  const before = desk.leave.find((one) => one.id === id)
  if (!before) return fault('not_found')
  if (before.state !== 'asked') return fault('already_decided')
  if (grant && before.to <= now) return fault('rota_past')
  const row: Leave = {
    ...before,
    from: grant ? Math.max(before.from, now) : before.from,
    state: grant ? 'granted' : 'refused',
  }
  const time = locale.span(before, now, desk.timezone)
  return {
    changes: [{ what: 'leave', id, row }],
    entry: leaveEntry('leave.decide', row),
    words: asked.words(reason),
    tell: [
      { lawyer: row.lawyer, text: grant ? locale.leaveGranted(time) : locale.leaveRefused(time) },
    ],
  }
}

/** Taken back, or, where it has begun, over from now on. */
export function endLeave({ desk, by, now }: Asked, { id }: ActOf<'leave.end'>): Planned {
  const before = desk.leave.find((one) => one.id === id)
  if (!before) return fault('not_found')
  if (by.role === 'lawyer' && by.id !== before.lawyer) return fault('forbidden')
  if (before.state !== 'asked' && before.state !== 'granted') return fault('already_decided')
  if (before.to <= now) return fault('rota_past')
  const running = before.state === 'granted' && before.from < now
  const row: Leave = running ? { ...before, to: now } : { ...before, state: 'withdrawn' }
  return { changes: [{ what: 'leave', id, row }], entry: leaveEntry('leave.end', row) }
}

const overrideEntry = (act: string, { id, lawyer, by, station, from, to }: Override) => ({
  type: 'rota_changed' as const,
  data: { act, id, lawyer, instead: by, station, from: iso(from), to: iso(to) },
})

export function addOverride(asked: Asked, act: ActOf<'override.add'>): Planned {
  const { desk, now, locale } = asked
  const { id, fields } = act
  if (!known(desk.lawyers, fields.lawyer)) return wrong('lawyer')
  if (fields.station !== null && !known(desk.stations, fields.station)) return wrong('station')
  if (fields.to <= fields.from) return wrong('to')
  if (fields.to <= now) return fault('rota_past')
  if (fields.by === fields.lawyer) return wrong('by')
  const row: Override = { ...fields, id, from: Math.max(fields.from, now), at: now }
  const refused = fields.by === null ? null : notReady(desk, fields.by, row.from, 'by')
  if (refused) return refused
  const theirs = stintsBetween(desk, row.from, row.to).filter(
    ({ lawyer, place }) =>
      lawyer === row.lawyer && (row.station === null || place.rule.station === row.station),
  )
  if (theirs.length === 0) return fault('not_rostered')
  const name = lawyersOf(desk).get(row.lawyer)?.name ?? row.lawyer
  return {
    changes: [{ what: 'overrides', id, row }],
    entry: overrideEntry('override.add', row),
    words: asked.words(act.reason),
    watch: span(row),
    tell: row.by
      ? [{ lawyer: row.by, text: locale.cover(name, locale.span(row, now, desk.timezone)) }]
      : [],
  }
}

const span = ({ from, to }: Span): Span => ({ from, to })

export function endOverride({ desk, now }: Asked, { id }: ActOf<'override.end'>): Planned {
  const before = desk.overrides.find((one) => one.id === id)
  if (!before) return fault('not_found')
  if (before.to <= now) return fault('rota_past')
  const row = before.from < now ? { ...before, to: now } : null
  return {
    changes: [{ what: 'overrides', id, row }],
    entry: overrideEntry('override.end', before),
    watch: { from: now, to: before.to },
  }
}

/** Whether this lawyer is away on granted leave in any of this time. */
export const onLeave = ({ desk }: Asked, lawyer: string, time: Span): boolean =>
  desk.leave.some((one) => one.lawyer === lawyer && one.state === 'granted' && overlap(one, time))
