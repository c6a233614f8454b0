import type { DatedShift } from '../desk.ts'
import { type Fault, fault } from '../fault.ts'
import { localTime } from '../zone.ts'
import { onLeave } from './absences.ts'
import type { ActOf } from './act.ts'
import type { Change } from './change.ts'
import type { DutyAsk, Override } from './facts.ts'
import { stintsBetween } from './index-of.ts'
import { type Asked, iso, known, notReady, type Planned, wrong } from './plan.ts'

/** 请值班: a coordinator asks a lawyer for a duty, a gap or another's; it is theirs once they agree, and not before. */

const entry = (act: string, ask: DutyAsk) => ({
  type: 'rota_changed' as const,
  data: {
    act,
    id: ask.id,
    lawyer: ask.lawyer,
    station: ask.station,
    instead: ask.instead?.lawyer ?? null,
    state: ask.state,
    from: iso(ask.from),
    to: iso(ask.to),
  },
})

function impossible(asked: Asked, row: DutyAsk): Fault | null {
  const { desk, now } = asked
  if (row.to <= now) return fault('rota_past')
  const refused = notReady(desk, row.lawyer, Math.max(row.from, now), 'lawyer')
  if (refused) return refused
  if (onLeave(asked, row.lawyer, row)) return fault('on_leave')
  const { instead } = row
  if (!instead) return null
  const theirs = stintsBetween(desk, instead.from, instead.to).some(
    ({ lawyer, place }) => lawyer === instead.lawyer && place.rule.station === row.station,
  )
  return theirs && instead.to > now ? null : fault('not_rostered')
}

export function askDuty(asked: Asked, { id, fields }: ActOf<'duty.ask'>): Planned {
  const { desk, by, now, locale, link } = asked
  if (!known(desk.lawyers, fields.lawyer)) return wrong('lawyer')
  if (!known(desk.stations, fields.station)) return wrong('station')
  if (fields.to <= fields.from) return wrong('to')
  const { instead } = fields
  if (instead && instead.to <= instead.from) return wrong('instead')
  if (instead && same(instead, fields)) return wrong('instead')
  const row: DutyAsk = { ...fields, id, state: 'asked', by: by.id, at: now, answeredAt: null }
  const refused = impossible(asked, row)
  if (refused) return refused
  const text = locale.dutyAsked(locale.span(row, now, desk.timezone), link)
  return {
    changes: [{ what: 'asks', id, row }],
    entry: entry('duty.ask', row),
    tell: [{ lawyer: row.lawyer, text }],
  }
}

const same = (a: { lawyer: string; from: number; to: number }, b: typeof a): boolean =>
  a.lawyer === b.lawyer && a.from === b.from && a.to === b.to

export function answerDuty(asked: Asked, { id, accept }: ActOf<'duty.answer'>): Planned {
  const { desk, by, now } = asked
  const before = desk.asks.find((one) => one.id === id)
  if (!before || before.lawyer !== by.id) return fault('not_found')
  if (before.state !== 'asked') return fault('already_decided')
  const row: DutyAsk = { ...before, state: accept ? 'accepted' : 'declined', answeredAt: now }
  // The rota may have moved on since they were asked.
  const refused = accept ? impossible(asked, row) : null
  if (refused) return refused
  const changes: Change[] = [{ what: 'asks', id, row }]
  if (accept) changes.push(...taken(asked, row))
  return {
    changes,
    entry: entry('duty.answer', row),
    ...(accept ? { watch: { from: Math.max(row.from, now), to: row.to } } : {}),
  }
}

/** Another's duty at the same time is cover; anything else is a duty of its own, and what it was moved from is empty. */
function taken({ desk, now }: Asked, row: DutyAsk): Change[] {
  const { id, instead } = row
  const from = Math.max(row.from, now)
  const moved = instead && (instead.from !== row.from || instead.to !== row.to)
  const changes: Change[] = []
  if (instead) {
    const override: Override = {
      id: `ask-${id}`,
      lawyer: instead.lawyer,
      by: moved ? null : row.lawyer,
      from: Math.max(instead.from, now),
      to: instead.to,
      station: row.station,
      at: now,
    }
    changes.push({ what: 'overrides', id: override.id, row: override })
  }
  if (instead && !moved) return changes
  const shift: DatedShift = {
    id: `ask-${id}`,
    lawyer: row.lawyer,
    station: row.station,
    methods: row.methods,
    tier: row.tier,
    mode: 'fixed',
    from: local(desk.timezone, from),
    to: local(desk.timezone, row.to),
  }
  return [...changes, { what: 'shifts', id: shift.id, row: shift }]
}

function local(zone: string, instant: number): string {
  const { year, month, day, minute } = localTime(zone, instant)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** By a coordinator, while there is no answer yet; the lawyer hears of it. */
export function endDutyAsk({ desk, now, locale }: Asked, { id }: ActOf<'duty.end'>): Planned {
  const before = desk.asks.find((one) => one.id === id)
  if (!before) return fault('not_found')
  if (before.state !== 'asked') return fault('already_decided')
  const row: DutyAsk = { ...before, state: 'withdrawn' }
  const text = locale.dutyUnasked(locale.span(row, now, desk.timezone))
  return {
    changes: [{ what: 'asks', id, row }],
    entry: entry('duty.end', row),
    tell: [{ lawyer: row.lawyer, text }],
  }
}
