/**
 * Wall-clock time in the desk's zone, and back. Instants are milliseconds since the epoch (UTC).
 * Offsets come from the engine's own zone data through Intl, so any IANA zone works, summer time included.
 */

export interface LocalTime {
  year: number
  /** 1–12 */
  month: number
  day: number
  /** Minutes since local midnight. */
  minute: number
  /** 0 Monday … 6 Sunday */
  weekday: number
}

const MINUTE = 60_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, found)
  }
  return found
}

const DAY = 86_400_000
/** Days kept per zone before the memory is begun anew: some eleven years. */
const KEPT = 4000

/** The offset of each UTC day that has but one; null for a day on which the clocks change. */
const days = new Map<string, Map<number, number | null>>()

/**
 * Milliseconds the zone is ahead of UTC at this instant. Throws RangeError for a name that is no IANA zone.
 * Asking the engine costs 20 µs and the rota asks often, so what a whole day shares is asked for once.
 */
export function offsetAt(zone: string, instant: number): number {
  const day = Math.floor(instant / DAY)
  let known = days.get(zone)
  if (!known || known.size > KEPT) {
    known = new Map()
    days.set(zone, known)
  }
  let offset = known.get(day)
  if (offset === undefined) {
    const start = ask(zone, day * DAY)
    offset = start === ask(zone, (day + 1) * DAY - 1) ? start : null
    known.set(day, offset)
  }
  return offset ?? ask(zone, instant)
}

function ask(zone: string, instant: number): number {
  const parts: Record<string, number> = {}
  for (const part of formatter(zone).formatToParts(instant)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  return Math.round((local - instant) / MINUTE) * MINUTE
}

export function localTime(zone: string, instant: number): LocalTime {
  const shifted = new Date(instant + offsetAt(zone, instant))
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
    weekday: (shifted.getUTCDay() + 6) % 7,
  }
}

/** The instant of a wall-clock time; `minute` may pass 1440, `day` may pass the month's end. */
export function instantOf(
  zone: string,
  year: number,
  month: number,
  day: number,
  minute: number,
): number {
  const wall = Date.UTC(year, month - 1, day, 0, minute)
  const first = wall - offsetAt(zone, wall)
  return wall - offsetAt(zone, first)
}

/** YYYY-MM-DD of the instant, in the zone. */
export function localDate(zone: string, instant: number): string {
  const { year, month, day } = localTime(zone, instant)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The first instant of the local day of `instant`, and of the day `days` later. */
export function dayBounds(zone: string, instant: number, days = 1): { from: number; to: number } {
  const { year, month, day } = localTime(zone, instant)
  return {
    from: instantOf(zone, year, month, day, 0),
    to: instantOf(zone, year, month, day + days, 0),
  }
}

const wallClock = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** Reads YYYY-MM-DDTHH:MM (24:00 allowed) as a wall-clock time of the zone; null if it is not one. */
export function parseLocal(zone: string, text: string): number | null {
  const match = wallClock.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const real = new Date(Date.UTC(year, month - 1, day))
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  return instantOf(zone, year, month, day, hour * 60 + minute)
}

/** Minutes since midnight of HH:MM, 24:00 included; null if it is not one. */
export function parseClock(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2])
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  return hour * 60 + minute
}
