import { sql } from 'kysely'
import type { Desk } from '../../desk/desk.ts'
import { localTime } from '../../desk/zone.ts'
import type { Db } from '../engine.ts'
import { type Counted, Tally } from './tally.ts'

/** The figures of a stretch of time: counted by the database from the log and its projections, never from words. */

export interface Span {
  from: number
  to: number
  station?: string | undefined
}

export interface Figures {
  total: Counted
  byChannel: (Counted & { channel: string })[]
  byStation: (Counted & { station: string | null })[]
  byLawyer: (Counted & { lawyer: string })[]
  /** Of the day, on the desk's clock: who came by phone, who in writing, and messages written. */
  byHour: { hour: number; calls: number; written: number; messages: number }[]
  byDay: { day: string; calls: number; written: number; missed: number }[]
}

/** Buckets of a quarter of an hour fit every time zone there is. */
const QUARTER = 900_000

export async function figures(db: Db, desk: Desk, span: Span): Promise<Figures> {
  const total = new Tally()
  const by = { channel: tallies(), station: tallies(), lawyer: tallies() }
  for (const row of await waits(db, span)) {
    const { channel, station, lawyer, wait, asked, taken, ending } = row
    const one = {
      wait,
      asked: Number(asked) === 1,
      taken: Number(taken) === 1,
      ending,
      count: Number(row.count),
    }
    total.add(one)
    by.channel(channel).add(one)
    by.station(station ?? '').add(one)
    if (lawyer !== null) by.lawyer(lawyer).add(one)
  }
  const { byHour, byDay } = await overTime(db, desk, span)
  return {
    total: total.counted(),
    byChannel: by.channel.all().map(([channel, tally]) => ({ channel, ...tally })),
    byStation: by.station
      .all()
      .map(([station, tally]) => ({ station: station === '' ? null : station, ...tally })),
    byLawyer: by.lawyer.all().map(([lawyer, tally]) => ({ lawyer, ...tally })),
    byHour,
    byDay,
  }
}

function tallies() {
  const known = new Map<string, Tally>()
  const of = (key: string): Tally => {
    const tally = known.get(key) ?? new Tally()
    known.set(key, tally)
    return tally
  }
  return Object.assign(of, {
    all: (): [string, Counted][] =>
      [...known].map(([key, tally]): [string, Counted] => [key, tally.counted()]).sort(byCount),
  })
}

const byCount = (a: [string, Counted], b: [string, Counted]): number => b[1].came - a[1].came

/** Whole seconds waited, and how many waited so long: as exact as a list of all, and never longer than the longest wait. */
async function waits(db: Db, { from, to, station }: Span) {
  const wait = sql<number | null>`(coalesce(taken_at, ended_at, closed_at) - waiting_since) / 1000`
  const asked = sql<number>`case when waiting_since is null then 0 else 1 end`
  const taken = sql<number>`case when taken_at is null then 0 else 1 end`
  let query = db
    .selectFrom('conversation')
    .select((eb) => [
      'channel',
      'station',
      'lawyer',
      'ending',
      wait.as('wait'),
      asked.as('asked'),
      taken.as('taken'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
    .groupBy(['channel', 'station', 'lawyer', 'ending', wait, asked, taken])
  if (station) query = query.where('station', '=', station)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, wait: row.wait === null ? null : Number(row.wait) }))
}

async function overTime(
  db: Db,
  desk: Desk,
  span: Span,
): Promise<Pick<Figures, 'byHour' | 'byDay'>> {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    calls: 0,
    written: 0,
    messages: 0,
  }))
  const days = new Map<string, Figures['byDay'][number]>()
  for (const { quarter, channel, lost, count } of await arrivals(db, span)) {
    const { hour, day } = placeOf(desk, quarter)
    const at = hours[hour]
    const on = days.get(day) ?? { day, calls: 0, written: 0, missed: 0 }
    days.set(day, on)
    const kind = channel === 'phone' ? 'calls' : 'written'
    if (at) at[kind] += count
    on[kind] += count
    if (lost) on.missed += count
  }
  for (const { quarter, count } of await messages(db, span)) {
    const at = hours[placeOf(desk, quarter).hour]
    if (at) at.messages += count
  }
  return { byHour: hours, byDay: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)) }
}

function placeOf(desk: Desk, quarter: number): { hour: number; day: string } {
  const { year, month, day, minute } = localTime(desk.timezone, quarter * QUARTER)
  const two = (n: number): string => String(n).padStart(2, '0')
  return { hour: Math.floor(minute / 60), day: `${year}-${two(month)}-${two(day)}` }
}

async function arrivals(db: Db, { from, to, station }: Span) {
  const quarter = sql<number>`opened_at / ${sql.lit(QUARTER)}`
  const lost = sql<number>`case when ending in ('missed', 'unreached') then 1 else 0 end`
  let query = db
    .selectFrom('conversation')
    .select((eb) => [
      quarter.as('quarter'),
      'channel',
      lost.as('lost'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
    .groupBy([quarter, 'channel', lost])
  if (station) query = query.where('station', '=', station)
  return (await query.execute()).map((row) => ({
    quarter: Number(row.quarter),
    channel: row.channel,
    lost: Number(row.lost) === 1,
    count: Number(row.count),
  }))
}

/** Written by people, not by the desk. */
async function messages(db: Db, { from, to, station }: Span) {
  const quarter = sql<number>`event.at / ${sql.lit(QUARTER)}`
  let query = db
    .selectFrom('event')
    .select((eb) => [quarter.as('quarter'), eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`event.type = 'message'`)
    .where('event.actor', '<>', 'desk')
    .where('event.at', '>=', from)
    .where('event.at', '<', to)
    .groupBy(quarter)
  if (station) {
    query = query
      .innerJoin('conversation', 'conversation.id', 'event.conversation')
      .where('conversation.station', '=', station)
  }
  return (await query.execute()).map((row) => ({
    quarter: Number(row.quarter),
    count: Number(row.count),
  }))
}
