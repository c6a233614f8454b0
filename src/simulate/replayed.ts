import { hourOfWeek } from './arrivals.ts'
import type { Rehearsal } from './rehearse.ts'
import type { Replay } from './replay.ts'
import { HOURS_A_WEEK, normalised, type Scenario } from './scenario.ts'
import { meanOf } from './statistics.ts'

const HOUR = 3_600_000

/** The rehearsal with the log's people in place of chance ones; null where nobody is in the log. */
export function replayed(
  rehearsal: Rehearsal,
  replay: Replay,
  /** Where the log was looked at only so far; else from the first to the last who came. */
  span?: { from: number; hours: number },
): Rehearsal | null {
  const { asked } = replay
  const [first, last] = [asked[0], asked.at(-1)]
  if (first === undefined || last === undefined) return null
  const { scenario, desk } = rehearsal
  const from = span?.from ?? Math.floor(first / HOUR) * HOUR
  const hours = span?.hours ?? Math.floor((last - from) / HOUR) + 1
  const talk = meanOr(replay.talks('phone'), scenario.talk.mean)
  const write = meanOr(replay.talks('online'), scenario.written.talk.mean)
  const online = replay.written / asked.length
  const seen: Scenario = {
    ...scenario,
    ...replay.habits(scenario.habits),
    from,
    hours,
    warmUpHours: 0,
    rate: asked.length / hours,
    profile: profileOf(asked, from, hours, desk.timezone),
    patience: { law: 'exponential', mean: replay.patience },
    talk: { ...scenario.talk, mean: talk },
    written: {
      ...scenario.written,
      share: online,
      talk: { ...scenario.written.talk, mean: write },
    },
  }
  const arrivals = (chance: number) => replay.arrivals(chance, talk)
  return { ...rehearsal, scenario: seen, arrivals }
}

const meanOr = (values: number[], fallback: number): number =>
  values.length > 0 ? meanOf(values) : fallback

/** Callers in each hour of the week for each time the log went through it. */
function profileOf(asked: number[], from: number, hours: number, zone: string): number[] {
  const came = Array.from({ length: HOURS_A_WEEK }, () => 0)
  const passed = came.slice()
  for (let i = 0; i < hours; i++) add(passed, hourOfWeek(zone, from + i * HOUR))
  for (const at of asked) add(came, hourOfWeek(zone, at))
  const mean = asked.length / hours
  // An hour the log never saw counts as a usual one.
  return normalised(came.map((count, hour) => (passed[hour] ? count / passed[hour] : mean)))
}

function add(counts: number[], hour: number): void {
  counts[hour] = (counts[hour] ?? 0) + 1
}
