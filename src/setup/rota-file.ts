import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  type Desk,
  dayKinds,
  methods,
  type Shift,
  shiftModes,
  tiers,
  weekdays,
} from '../desk/desk.ts'
import { authorityKinds } from '../desk/rota/facts.ts'
import { wrongTimes } from '../desk/rota/shifts.ts'
import { parseClock, parseLocal } from '../desk/zone.ts'

/** The rota's part of a desk file: shifts, rotations, leave, published hours, authorities. */

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, _ . - alone')
export const date = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
)
export const clock = z.string().refine((text) => parseClock(text) !== null, 'HH:MM is needed')
const days = z.array(z.enum(weekdays)).min(1)

const force = { since: date.optional(), until: date.optional() }

const shift = z.strictObject({
  lawyer: id,
  station: id,
  methods: z.array(z.enum(methods)).min(1),
  tier: z.enum(tiers),
  mode: z.enum(shiftModes),
  days: days.optional(),
  on: z.enum(dayKinds).optional(),
  from: z.string(),
  to: z.string(),
  ...force,
})

const rotation = z.strictObject({
  id,
  station: id,
  methods: z.array(z.enum(methods)).min(1),
  tier: z.enum(tiers).default('primary'),
  order: z.array(id).min(1),
  days: z.number().int().min(1).max(366),
  handover: clock,
  on: z.enum(dayKinds).default('every'),
  from: clock,
  to: clock,
  starts: date,
  ...force,
})

const leave = z.strictObject({ lawyer: id, from: z.string(), to: z.string() })

const hours = z.strictObject({
  station: id,
  methods: z.array(z.enum(methods)).min(1),
  days: days.default([...weekdays]),
  on: z.enum(dayKinds).default('every'),
  from: clock,
  to: clock,
})

const authority = z.strictObject({ id, name: z.string().min(1), kind: z.enum(authorityKinds) })

export const rotaSchema = {
  shifts: z.array(shift).default([]),
  rotations: z.array(rotation).default([]),
  leave: z.array(leave).default([]),
  hours: z.array(hours).default([]),
  authorities: z.array(authority).default([]),
}

export type RotaFile = z.infer<z.ZodObject<typeof rotaSchema>>

interface Fault {
  path: PropertyKey[]
  message: string
}

/** What every single field allows and the whole does not. */
export function meaninglessRota(
  file: RotaFile & { lawyers: { id: string }[]; stations: { id: string }[] },
  zone: string,
): Fault[] {
  const faults: Fault[] = []
  const say = (path: PropertyKey[], message: string): void => void faults.push({ path, message })
  const stations = new Set(file.stations.map((s) => s.id))
  const lawyers = new Set(file.lawyers.map((l) => l.id))
  const lawyer = (path: PropertyKey[], one: string): void => {
    if (!lawyers.has(one)) say(path, `no lawyer has the id ${one}`)
  }
  const station = (path: PropertyKey[], one: string): void => {
    if (!stations.has(one)) say(path, `no station has the id ${one}`)
  }
  const backwards = (path: PropertyKey[], from: string, to: string): void => {
    if (from === to) say([...path, 'to'], 'to: must be after from')
  }
  file.shifts.forEach((one, i) => {
    lawyer(['shifts', i, 'lawyer'], one.lawyer)
    station(['shifts', i, 'station'], one.station)
    const field = wrongTimes(one, zone)
    if (field) say(['shifts', i, field], timesMessage(one, field, zone))
    if (one.on && !one.days) say(['shifts', i, 'on'], 'on: only for a weekly shift')
  })
  file.rotations.forEach((one, i) => {
    station(['rotations', i, 'station'], one.station)
    for (const [n, who] of one.order.entries()) lawyer(['rotations', i, 'order', n], who)
    backwards(['rotations', i], one.from, one.to)
  })
  file.leave.forEach((one, i) => {
    lawyer(['leave', i, 'lawyer'], one.lawyer)
    const [from, to] = [parseLocal(zone, one.from), parseLocal(zone, one.to)]
    if (from === null) say(['leave', i, 'from'], 'from: YYYY-MM-DDTHH:MM is needed')
    else if (to === null || to <= from) say(['leave', i, 'to'], 'to: must be after from')
  })
  file.hours.forEach((one, i) => {
    station(['hours', i, 'station'], one.station)
    backwards(['hours', i], one.from, one.to)
  })
  for (const list of ['rotations', 'authorities'] as const) {
    const seen = new Set<string>()
    file[list].forEach((one, i) => {
      if (seen.has(one.id)) say([list, i, 'id'], `${one.id} is used twice`)
      seen.add(one.id)
    })
  }
  return faults
}

function timesMessage(
  { days: weekly, from, to }: { days?: string[] | undefined; from: string; to: string },
  field: 'from' | 'to',
  zone: string,
): string {
  const text = field === 'from' ? from : to
  const read = weekly ? parseClock(text) : parseLocal(zone, text)
  if (read === null) return `${field}: ${weekly ? 'HH:MM' : 'YYYY-MM-DDTHH:MM'} is needed`
  return 'to: must be after from'
}

/** Local dates a rule is in force from, and through, as instants. */
function forceOf(
  { since, until }: { since?: string | undefined; until?: string | undefined },
  zone: string,
) {
  const from = since === undefined ? null : parseLocal(zone, `${since}T00:00`)
  const to = until === undefined ? null : parseLocal(zone, `${until}T24:00`)
  return { ...(from === null ? {} : { since: from }), ...(to === null ? {} : { until: to }) }
}

export function toRota(
  file: RotaFile,
  zone: string,
): Pick<Desk, 'shifts' | 'rotations' | 'leave' | 'hours' | 'authorities'> {
  return {
    shifts: file.shifts.map(named('s')).map(
      ({ since, until, days: weekly, on, ...rest }) =>
        ({
          ...rest,
          ...(weekly ? { days: weekly } : {}),
          ...(on ? { on } : {}),
          ...forceOf({ since, until }, zone),
        }) as Shift,
    ),
    rotations: file.rotations.map(({ since, until, ...rest }) => ({
      ...rest,
      ...forceOf({ since, until }, zone),
    })),
    leave: file.leave.map(named('l')).map(({ from, to, ...rest }) => ({
      ...rest,
      from: parseLocal(zone, from) ?? 0,
      to: parseLocal(zone, to) ?? 0,
      state: 'granted' as const,
      at: 0,
      reason: null,
    })),
    hours: file.hours.map(named('h')),
    authorities: file.authorities.map((one) => ({ ...one, link: 0 })),
  }
}

/** An id that is what the thing says, so that the same file gives the same ids; the second of two alike gets a number. */
function named(prefix: string) {
  const used = new Map<string, number>()
  return <T extends object>(one: T): T & { id: string } => {
    const { days: weekly, ...rest } = one as { days?: unknown }
    const whole = weekly ? { ...rest, days: weekly } : rest
    const hash = createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 12)
    const count = used.get(hash) ?? 0
    used.set(hash, count + 1)
    const name = count === 0 ? `${prefix}-${hash}` : `${prefix}-${hash}-${count + 1}`
    return { id: name, ...one }
  }
}
