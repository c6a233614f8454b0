import type { Desk, Method } from '../desk.ts'
import type { Span } from '../rota/facts.ts'
import { stintsBetween } from '../rota/index-of.ts'
import { overlap, without } from '../rota/spans.ts'
import type { Stint } from '../rota/stint.ts'
import { instantOf, localTime, parseClock } from '../zone.ts'
import { type Appointment, fills, type Slot } from './appointment.ts'

/** Times that can be booked: by-appointment shifts, less leave and cover, lunch, other appointments and the pauses after them. */

const MINUTE = 60_000
const DAY = 86_400_000

interface Length {
  slotMinutes: number
  bufferMinutes: number
}

/** How long an appointment of this kind takes, and how long the lawyer rests after it. */
export const lengthOf = ({ booking }: Desk, method: Method): Length => ({
  slotMinutes: booking.slotMinutes,
  bufferMinutes: booking.bufferMinutes ?? 0,
  ...booking.kinds?.[method],
})

/** Lawyers' stretches of by-appointment shifts; whoever is on leave, suspended or untrained has none. */
export const appointmentStints = (desk: Desk, from: number, to: number): Stint[] =>
  stintsBetween(desk, from, to).filter(
    ({ place, absence, lawyer }) =>
      place.rule.mode === 'appointment' && absence === null && lawyer !== null,
  )

/** Not sooner than the notice asked for, not later than the horizon. */
export function bookable({ booking }: Desk, now: number): Span {
  return {
    from: now + booking.noticeMinutes * MINUTE,
    to: now + booking.horizonDays * DAY,
  }
}

export interface Wanted {
  from?: number | undefined
  to?: number | undefined
  lawyer?: string | undefined
  /** Only by one of these. */
  methods?: readonly Method[] | undefined
}

/** In the order of time. `now`: what has begun, or is too near, is not offered. */
export function slotsOf(
  desk: Desk,
  taken: readonly Appointment[],
  now: number,
  wanted: Wanted = {},
): Slot[] {
  const limits = bookable(desk, now)
  const from = Math.max(limits.from, wanted.from ?? limits.from)
  const to = Math.min(limits.to, wanted.to ?? limits.to)
  if (from >= to) return []
  const busy = new Map<string, Span[]>()
  for (const one of taken) {
    if (!fills(one.state)) continue
    const spans = busy.get(one.lawyer) ?? []
    spans.push({ from: one.from, to: one.busyUntil })
    busy.set(one.lawyer, spans)
  }
  const lunch = lunches(desk, from, to)
  const found = new Map<string, Slot>()
  for (const stint of appointmentStints(desk, from, to)) {
    const lawyer = stint.lawyer ?? ''
    if (wanted.lawyer !== undefined && wanted.lawyer !== lawyer) continue
    const free = without([stint.window], [...lunch, ...(busy.get(lawyer) ?? [])])
    for (const slot of gridOf(desk, stint, free, from, to)) {
      if (wanted.methods && !slot.methods.some((one) => wanted.methods?.includes(one))) continue
      if (!found.has(slot.id)) found.set(slot.id, slot)
    }
  }
  return [...found.values()].sort(
    (a, b) => a.from - b.from || (a.lawyer < b.lawyer ? -1 : a.lawyer > b.lawyer ? 1 : 0),
  )
}

/** Slots begin where the shift does and follow one another, so that they stay where they are whatever is booked. */
function gridOf(desk: Desk, stint: Stint, free: Span[], after: number, before: number): Slot[] {
  const { rule, window } = stint.place
  const slots: Slot[] = []
  for (const { methods, slotMinutes, bufferMinutes } of groups(desk, rule.methods)) {
    const length = slotMinutes * MINUTE
    const step = length + bufferMinutes * MINUTE
    for (const span of free) {
      const first = Math.max(span.from, after, window.from)
      const n = Math.ceil((first - window.from) / step)
      for (let from = window.from + n * step; from + length <= span.to; from += step) {
        if (from >= before) break
        slots.push({
          id: slotId(stint.lawyer ?? '', from, slotMinutes),
          lawyer: stint.lawyer ?? '',
          station: rule.station,
          methods,
          from,
          to: from + length,
          // The pause may reach past what is free: the next appointment then begins after it, or it is not there.
          busyUntil: Math.min(from + step, Math.max(span.to, from + length)),
        })
      }
    }
  }
  return slots
}

/** Kinds of the same length share their slots. */
function groups(desk: Desk, methods: Method[]): (Length & { methods: Method[] })[] {
  const found = new Map<string, Length & { methods: Method[] }>()
  for (const method of methods) {
    const length = lengthOf(desk, method)
    const key = `${length.slotMinutes} ${length.bufferMinutes}`
    const known = found.get(key)
    if (known) known.methods.push(method)
    else found.set(key, { ...length, methods: [method] })
  }
  return [...found.values()]
}

/** The lunch hours of the days that [from, to) touches. */
export function lunches({ booking, timezone }: Desk, from: number, to: number): Span[] {
  if (!booking.lunch) return []
  const [start, end] = [parseClock(booking.lunch.from), parseClock(booking.lunch.to)]
  if (start === null || end === null) return []
  const { year, month, day } = localTime(timezone, from)
  const spans: Span[] = []
  for (let n = 0; ; n++) {
    const span = {
      from: instantOf(timezone, year, month, day + n, start),
      to: instantOf(timezone, year, month, day + n, end),
    }
    if (span.from >= to) return spans
    if (overlap(span, { from, to })) spans.push(span)
  }
}

/** Whose it is, the minute it begins, its length: small letters and digits, short enough for a button. */
export const slotId = (lawyer: string, from: number, minutes: number): string =>
  `${hash(lawyer)}-${Math.floor(from / MINUTE).toString(36)}-${minutes}`

/** FNV-1a. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  }
  return value.toString(36)
}
