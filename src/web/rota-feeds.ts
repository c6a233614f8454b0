import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Desk, Lawyer } from '../desk/desk.ts'
import type { Publication, PublishedDuty } from '../desk/rota/facts.ts'
import { dutiesBetween } from '../desk/rota/publish.ts'
import { lawyersOf } from '../desk/rota.ts'
import { csv, local } from './csv.ts'
import { rotaPageWords } from './locale/rota.ts'

/** The rota as iCalendar (RFC 5545) and CSV. No number, no client, no case ever stands in one. */

const DAY = 86_400_000

const stationName = (desk: Desk, id: string): string =>
  desk.stations.find((one) => one.id === id)?.name ?? desk.name

interface Item {
  uid: string
  from: number
  to: number
  summary: string
  /** Grows with every change, so that a calendar takes the newer over the older. */
  sequence: number
}

function calendarOf(desk: Desk, items: Item[], stamp: number): string {
  const calendar = ical({
    name: rotaPageWords[desk.language].calendar(desk.name),
    prodId: { company: 'zhiban', product: 'rota', language: desk.language },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const { uid, from, to, summary, sequence } of items) {
    calendar.createEvent({
      id: `${uid}@zhiban`,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(stamp),
      summary,
      sequence,
      status: ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** A lawyer's own duty, four weeks back and twelve ahead. */
export function lawyerCalendar(desk: Desk, lawyer: Lawyer, now: number): string {
  const words = rotaPageWords[desk.language]
  const items = dutiesBetween(desk, now - 28 * DAY, now + 84 * DAY)
    .filter((duty) => duty.lawyer === lawyer.id)
    .map(({ uid, from, to, station, tier }) => ({
      uid,
      from,
      to,
      summary: `${words.mine(stationName(desk, station))}${tier === 'backup' ? words.backup : ''}`,
      sequence: desk.revision,
    }))
  return calendarOf(desk, items, now)
}

export function publishedCalendar(desk: Desk, published: Publication | null): string {
  const words = rotaPageWords[desk.language]
  const items = (published?.duties ?? []).map(
    ({ uid, from, to, station, lawyer, tier, version }) => ({
      uid,
      from,
      to,
      summary: `${words.duty(lawyersOf(desk).get(lawyer)?.name ?? '', stationName(desk, station))}${tier === 'backup' ? words.backup : ''}`,
      sequence: version,
    }),
  )
  return calendarOf(desk, items, published?.at ?? 0)
}

/** One duty as a row of the table, in the columns of `rotaPageWords`. */
export function dutyCells(
  desk: Desk,
  duty: Omit<PublishedDuty, 'version'>,
  language = desk.language,
): string[] {
  const words = rotaPageWords[language]
  const lawyer = lawyersOf(desk).get(duty.lawyer)
  return [
    local(desk, new Date(duty.from).toISOString()),
    local(desk, new Date(duty.to).toISOString()),
    stationName(desk, duty.station),
    duty.methods.map((method) => words.methods[method]).join(words.and),
    words.tiers[duty.tier],
    lawyer?.name ?? '',
    lawyer?.firm ?? '',
    lawyer?.licence ?? '',
  ]
}

export const publishedCsv = (desk: Desk, published: Publication | null): string =>
  csv([
    rotaPageWords[desk.language].columns,
    ...(published?.duties ?? []).map((duty) => dutyCells(desk, duty)),
  ])
