import fc from 'fast-check'
import { type Desk, type Shift, type Weekday, weekdays } from '../../src/desk/desk.ts'
import type { Leave, Override, Rotation, ServiceHours, Swap } from '../../src/desk/rota/facts.ts'
import { onDuty } from '../../src/desk/rota.ts'
import { parseLocal } from '../../src/desk/zone.ts'
import { chineseCalendar } from '../../src/setup/calendar.ts'
import { desk, lawyer } from './fixture.ts'

/** Any rota at all, and who is on by reading its rules one instant at a time. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const people = ['a', 'b', 'c', 'd']
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns']
/** Month ends, a leap day's eve, both changes of the clocks in Berlin, a make-up workday, a holiday week. */
const starts = ['2026-03-28', '2026-10-24', '2026-02-13', '2026-09-29', '2026-12-30', '2028-02-27']

const clock = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][n % 4]}`)
export const twoClocks = fc
  .tuple(clock, clock)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ from, to }))
const days = fc.subarray([...weekdays] as Weekday[], { minLength: 1 })
export const who = fc.constantFrom(...people)
const method = fc.subarray(['phone', 'online'] as ('phone' | 'online')[], { minLength: 1 })
const kind = fc.constantFrom('every' as const, 'workdays' as const, 'restdays' as const)

const shift = fc
  .tuple(who, fc.constantFrom('main', 'other'), method, days, kind, twoClocks, fc.boolean())
  .map(
    ([lawyer, station, methods, on, onDays, times, backup]): Shift => ({
      id: 's',
      lawyer,
      station,
      methods,
      tier: backup ? 'backup' : 'primary',
      mode: 'fixed',
      days: on,
      on: onDays,
      ...times,
    }),
  )

const span = (start: number) =>
  fc
    .tuple(fc.integer({ min: -1440, max: 7 * 1440 }), fc.integer({ min: 1, max: 3 * 1440 }))
    .map(([at, length]) => ({ from: start + at * MINUTE, to: start + (at + length) * MINUTE }))

export const rota = fc
  .tuple(fc.constantFrom(...zones), fc.constantFrom(...starts))
  .chain(([zone, date]) => {
    const start = parseLocal(zone, `${date}T00:00`) as number
    return fc.record({
      zone: fc.constant(zone),
      date: fc.constant(date),
      start: fc.constant(start),
      shifts: fc.array(shift, { maxLength: 7 }),
      order: fc.array(who, { minLength: 1, maxLength: 3 }),
      turn: fc.tuple(fc.integer({ min: 1, max: 3 }), clock, kind, twoClocks),
      leave: fc.array(fc.tuple(who, span(start)), { maxLength: 3 }),
      overrides: fc.array(fc.tuple(who, fc.option(who), span(start)), { maxLength: 4 }),
      swaps: fc.array(fc.tuple(who, who, span(start), fc.option(span(start))), { maxLength: 2 }),
      hours: fc.array(fc.tuple(fc.constantFrom('main', 'other'), method, days, kind, twoClocks), {
        minLength: 1,
        maxLength: 3,
      }),
    })
  })

type Drawn = typeof rota extends fc.Arbitrary<infer T> ? T : never

export function build(drawn: Drawn): Desk {
  const [length, handover, on, times] = drawn.turn
  const rotation: Rotation = {
    id: 'r',
    station: 'main',
    methods: ['phone'],
    tier: 'primary',
    order: drawn.order,
    days: length,
    handover,
    on,
    starts: drawn.date,
    ...times,
  }
  const base = desk(
    people.map((id) => (id === 'd' ? lawyer(id, { status: 'suspended' }) : lawyer(id))),
    drawn.shifts.map((one, n) => ({ ...one, id: `s${n}` })),
  )
  return {
    ...base,
    timezone: drawn.zone,
    calendar: chineseCalendar(),
    stations: [
      ...base.stations,
      { id: 'other', name: '另一站', phone: null, address: null, neighbours: null },
    ],
    rotations: [rotation],
    leave: drawn.leave.map(
      ([who, time], n): Leave => ({
        id: `l${n}`,
        lawyer: who,
        ...time,
        state: 'granted',
        at: 0,
        reason: null,
      }),
    ),
    overrides: drawn.overrides.map(
      ([who, by, time], n): Override => ({
        id: `o${n}`,
        lawyer: who,
        by,
        ...time,
        station: null,
        at: n,
      }),
    ),
    swaps: drawn.swaps.map(
      ([one, other, gives, takes], n): Swap => ({
        id: `w${n}`,
        lawyer: one,
        with: other,
        gives,
        takes,
        state: 'accepted',
        at: 0,
        answeredAt: 100 + n,
      }),
    ),
    hours: drawn.hours.map(
      ([station, methods, onDays, onKind, time], n): ServiceHours => ({
        id: `h${n}`,
        station,
        methods,
        days: onDays,
        on: onKind,
        ...time,
      }),
    ),
  }
}

/** The plainest possible reading of the rules: no index, no spans, one instant at a time. */
export function plainly(
  d: Desk,
  method: 'phone' | 'online',
  instant: number,
  station?: string,
): string[] {
  const bare: Desk = { ...d, leave: [], overrides: [], swaps: [] }
  const found = new Set<string>()
  for (const one of [
    ...d.shifts.map((s) => ({ ...bare, shifts: [s], rotations: [] })),
    { ...bare, shifts: [] },
  ]) {
    // Everybody may serve here, so that only the rule itself speaks.
    const open = { ...one, lawyers: d.lawyers.map((l) => ({ ...l, status: 'active' as const })) }
    for (const duty of onDuty(open, method, instant)) {
      if (station && duty.shift.station !== station) continue
      let holder: string | null = duty.lawyer.id
      const covers = [
        ...d.overrides.map((o) => ({ at: o.at, parts: [{ ...o, for: o.lawyer }] })),
        ...d.swaps.map((s) => ({
          at: s.answeredAt ?? 0,
          parts: [
            { ...s.gives, for: s.lawyer, by: s.with as string | null },
            ...(s.takes ? [{ ...s.takes, for: s.with, by: s.lawyer as string | null }] : []),
          ],
        })),
      ].sort((a, b) => a.at - b.at)
      for (const { parts } of covers) {
        const part = parts.find((p) => p.for === holder && p.from <= instant && instant < p.to)
        if (part) holder = part.by
      }
      const away = d.leave.some((l) => l.lawyer === holder && l.from <= instant && instant < l.to)
      if (holder !== null && !away && holder !== 'd') found.add(holder)
    }
  }
  return [...found].sort()
}

export const instants = (drawn: Drawn, every = 45) =>
  Array.from({ length: (7 * 1440) / every }, (_, n) => drawn.start + n * every * MINUTE)

export const names = (d: Desk, method: 'phone' | 'online', at: number) =>
  onDuty(d, method, at)
    .map(({ lawyer: { id } }) => id)
    .sort()
