import type { Desk, Lawyer, Shift } from '../desk/desk.ts'
import { weekdays } from '../desk/desk.ts'
import type { Content } from '../desk/flow.ts'
import { hourOfWeek } from './arrivals.ts'
import { handlingOf, phoneRate, staffAt } from './bound.ts'
import { erlangA } from './erlang.ts'
import { shareWithin, visitsBy } from './figures.ts'
import { rehearseOnce } from './rehearse.ts'
import { flat, HOURS_A_WEEK, type Scenario } from './scenario.ts'
import { meanOf } from './statistics.ts'

/**
 * The fewest lawyers for each hour of the week (Art. 17: duty is to be arranged by what is needed). Erlang-A gives the
 * fewest there could be; from there up, desks of so many lawyers are rehearsed, rings lost and all, until one does it.
 */

export interface Target {
  /** Share of callers to be answered. */
  share: number
  seconds: number
}

export interface Cell {
  hourOfWeek: number
  calls: number
  /** On duty by the rota as it stands. */
  now: number
  /** By Erlang-A alone. */
  least: number
  /** Null: with these habits no number of lawyers does it. */
  needed: number | null
}

/** Calls rehearsed before a number of lawyers is believed, in as many runs. */
const CALLS = 3000
const RUNS = 10
const HOUR = 3_600_000
/** More lawyers than this beyond Erlang-A's make no difference. */
const MORE = 6
/** Nor do two in a row that bring less than this. */
const GAIN = 0.001

export function staffing(
  desk: Desk,
  content: Content,
  scenario: Scenario,
  seed: number,
  target: Target,
): Cell[] {
  const steps = staffingSteps({ desk, content, scenario, seed, target })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export interface Question {
  desk: Desk
  content: Content
  scenario: Scenario
  seed: number
  target: Target
  /** The load an hour is rehearsed at; hours of like loads are rehearsed once. */
  levelOf?: (calls: number) => number
}

/** The same a piece at a time, for whoever has something else to do meanwhile; yields how much of it is done, 0 to 1. */
export function* staffingSteps(question: Question): Generator<number, Cell[]> {
  const { desk, scenario, target, levelOf = (calls) => calls } = question
  const cells = hoursOf(desk, scenario)
  const levels = [...new Set(cells.map(({ calls }) => levelOf(calls)))].sort((a, b) => a - b)
  const known = new Map<number, Pick<Cell, 'least' | 'needed'>>()
  for (const [n, level] of levels.entries()) {
    const least = fewest(level, desk, scenario, target)
    const rehearsal = confirmed(level, least, question)
    let step = rehearsal.next()
    for (; !step.done; step = rehearsal.next()) yield n / levels.length
    known.set(level, { least, needed: step.value })
  }
  return cells
    .map((cell) => ({ ...cell, ...(known.get(levelOf(cell.calls)) ?? { least: 0, needed: 0 }) }))
    .toSorted((a, b) => a.hourOfWeek - b.hourOfWeek)
}

const hoursOf = (desk: Desk, scenario: Scenario): Pick<Cell, 'hourOfWeek' | 'calls' | 'now'>[] =>
  Array.from({ length: HOURS_A_WEEK }, (_, i) => {
    const middle = scenario.from + (i + 0.5) * HOUR
    const hour = hourOfWeek(desk.timezone, middle)
    const calls = phoneRate(scenario) * (scenario.profile[hour] ?? 0)
    return { hourOfWeek: hour, calls, now: staffAt(desk, middle) }
  })

function fewest(calls: number, desk: Desk, scenario: Scenario, { share, seconds }: Target): number {
  const handling = handlingOf(desk, scenario)
  for (let lawyers = calls > 0 ? 1 : 0; ; lawyers++) {
    const load = { arrivals: calls / 3600, handling, patience: scenario.patience.mean, lawyers }
    if ((erlangA(load)?.answeredWithin(seconds) ?? 0) >= share) return lawyers
  }
}

function* confirmed(
  calls: number,
  least: number,
  { desk, content, scenario, seed, target: { share, seconds } }: Question,
): Generator<void, number | null> {
  if (calls === 0) return 0
  // Where no phone is ever picked up there is nothing to rehearse, and nobody would ever get through.
  if (scenario.habits.noAnswer >= 1) return null
  const hours = CALLS / RUNS / calls
  const steady: Scenario = {
    ...scenario,
    hours: hours + 1,
    warmUpHours: 1,
    rate: calls,
    profile: flat,
    lawyers: {},
    written: { ...scenario.written, share: 0 },
  }
  let before = Number.NEGATIVE_INFINITY
  let idle = 0
  for (let lawyers = least; lawyers <= least + MORE; lawyers++) {
    const rehearsal = { desk: deskOf(desk, lawyers), content, scenario: steady, seed }
    const shares: number[] = []
    for (let n = 0; n < RUNS; n++) {
      shares.push(shareWithin(visitsBy(rehearseOnce(rehearsal, n), 'phone'), seconds))
      yield
    }
    const reached = meanOf(shares)
    if (reached >= share) return lawyers
    idle = reached - before < GAIN ? idle + 1 : 0
    if (idle === 2) return null
    before = reached
  }
  return null
}

/** The desk's own rules, with this many lawyers on duty round the clock. */
function deskOf(desk: Desk, count: number): Desk {
  const ids = Array.from({ length: count }, (_, i) => `rehearsal-${i}`)
  const station = desk.stations[0]?.id ?? ''
  const lawyers = ids.map(
    (id): Lawyer => ({
      id,
      name: id,
      licence: id,
      firm: id,
      phone: '+8613800000000',
      telegram: null,
      languages: ['zh-CN'],
      trained: '2000-01-01',
      status: 'active',
      limit: 1,
    }),
  )
  const shifts = ids.map(
    (id): Shift => ({
      id,
      lawyer: id,
      station,
      methods: ['phone'],
      tier: 'primary',
      mode: 'fixed',
      days: [...weekdays],
      from: '00:00',
      to: '24:00',
    }),
  )
  return { ...desk, lawyers, shifts }
}
