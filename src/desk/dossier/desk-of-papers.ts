import type { Staff } from '../access.ts'
import { dateOfDay, dayOfDate } from '../rota/calendar.ts'
import type { Turn } from '../turn.ts'
import { workingDay } from '../workday.ts'
import { instantOf, localDate, localTime } from '../zone.ts'
import type { Paper, PaperKind, PaperOf } from './paper.ts'

/** What the files of the dossier share: finding papers, filing them, and days of the desk's own calendar. */

export type By = Pick<Staff, 'id' | 'role'>

export function paperOf<K extends PaperKind>(
  turn: Turn,
  id: string | null,
  kind: K,
): PaperOf<K> | null {
  const found = turn.snapshot.papers.find((one) => one.id === id && one.kind === kind)
  return (found as PaperOf<K> | undefined) ?? null
}

export const papersOf = <K extends PaperKind>(turn: Turn, kind: K): PaperOf<K>[] =>
  turn.snapshot.papers.filter((one) => one.kind === kind) as PaperOf<K>[]

/** Files it with its words in a line of the log, whose digest then vouches for them. */
export function file(turn: Turn, paper: Paper, act: string, by: By | null, data: object = {}) {
  const words = turn.words(JSON.stringify(paper.body))
  turn.ask({ do: 'file', paper, content: words.id })
  turn.log({
    type: 'filed',
    actor: by?.role ?? 'desk',
    ...(by ? { by: by.id } : {}),
    ...(paper.conversation === null ? {} : { conversation: paper.conversation }),
    data: { act, paper: paper.id, kind: paper.kind, state: paper.state, ...data },
    words,
  })
}

/** Files one of many without a line of its own: the line beside it tells of all. */
export function fileQuietly(turn: Turn, paper: Paper): void {
  const words = turn.words(JSON.stringify(paper.body))
  turn.ask({ do: 'keep', words, conversation: paper.conversation })
  turn.ask({ do: 'file', paper, content: words.id })
}

export const today = (turn: Turn): number => dayOf(turn, turn.now)

export const dayOf = (turn: Turn, instant: number): number =>
  dayOfDate(localDate(turn.desk.timezone, instant)) as number

/** The instant of a clock time (minutes since midnight) on a day; 1440 is its end. */
export function onDay(turn: Turn, day: number, minute: number): number {
  const [year, month, date] = dateOfDay(day).split('-').map(Number) as [number, number, number]
  return instantOf(turn.desk.timezone, year, month, date, minute)
}

/** Nobody is reminded at night. */
const MORNING = 9 * 60
const EVENING = 18 * 60

/**
 * This time of day, n working days on. Our own reminders are no periods of law: where a year is not published, so many
 * days on.
 */
export function workingDaysOn(turn: Turn, n: number): number {
  const found = workingDay(turn.desk.calendar, today(turn), n)
  const { minute } = localTime(turn.desk.timezone, turn.now)
  const day = typeof found === 'number' ? found : today(turn) + n
  return onDay(turn, day, Math.min(EVENING, Math.max(MORNING, minute)))
}
