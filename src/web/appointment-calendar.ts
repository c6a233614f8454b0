import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Appointment } from '../desk/appointment/appointment.ts'
import type { Desk, Language } from '../desk/desk.ts'
import { offsetAt } from '../desk/zone.ts'
import { bookingPageWords } from './locale/booking.ts'

/**
 * One appointment as iCalendar (RFC 5545), in the desk's own time zone. Whose it is and what it is about stand nowhere
 * in it (R29.6). ical-generator writes native dates by the clock of the process, whatever zone is asked for, so it is
 * given UTC and the two times are put into the zone here.
 */
export function appointmentCalendar(
  desk: Desk,
  one: Appointment,
  link: string,
  now: number,
  language: Language,
): string {
  const words = bookingPageWords[language]
  const station = desk.stations.find(({ id }) => id === one.station)
  const calendar = ical({
    prodId: { company: 'zhiban', product: 'appointment', language },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${one.id}@zhiban`,
    start: new Date(one.from),
    end: new Date(one.to),
    stamp: new Date(now),
    summary: words.calendarTitle,
    description: `${words.manage}${link}`,
    sequence: one.sequence,
    status: one.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(one.method === 'onsite' ? { location: station?.address ?? station?.name ?? null } : {}),
  })
  const zone = desk.timezone
  return calendar
    .toString()
    .replace(
      /^(DTSTART|DTEND):(\d{8}T\d{6})Z$/gm,
      (_, name: 'DTSTART' | 'DTEND') =>
        `${name};TZID=${zone}:${wall(name === 'DTSTART' ? one.from : one.to, zone)}`,
    )
    .replace('BEGIN:VEVENT', `${timeZone(zone, one.from)}\r\nBEGIN:VEVENT`)
}

const stamp = (instant: number): string =>
  new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')

const wall = (instant: number, zone: string): string => stamp(instant + offsetAt(zone, instant))

const HOUR = 3_600_000
const YEAR = 366 * 24 * HOUR

/** The zone's rules for as long as the appointment needs them: what holds at its time, and the changes around it. */
function timeZone(zone: string, instant: number): string {
  const observances = [observance(zone, null, instant - YEAR)]
  for (let at = instant - YEAR; at < instant + YEAR; at += HOUR) {
    if (offsetAt(zone, at) !== offsetAt(zone, at + HOUR)) {
      observances.push(observance(zone, at, at + HOUR))
    }
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function observance(zone: string, before: number | null, from: number): string[] {
  const to = offsetAt(zone, from)
  const was = before === null ? to : offsetAt(zone, before)
  const kind = to > was ? 'DAYLIGHT' : 'STANDARD'
  const start = before === null ? '19700101T000000' : stamp(from + was)
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offset(was)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ]
}

function offset(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`
}
