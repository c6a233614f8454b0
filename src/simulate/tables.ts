import type { Figures } from './figures.ts'
import { percent, percents, ratio, secondsOf, whole } from './format.ts'
import type { Report } from './report.ts'
import type { Cell } from './staffing.ts'
import type { Words } from './words/zh.ts'

/** The report as tables of text, for the terminal and for the page beneath each chart. */

export interface Table {
  /** The first names the rows. */
  head: string[]
  rows: string[][]
  /** Cells that want attention, as "row column", counted from 0 past the head and the first column. */
  marked?: Set<string>
}

export function figures(report: Report, words: Words): Table {
  const { phone, written, bound } = report
  const line = (what: string, of: (one: Figures) => string, limit: string): string[] => [
    what,
    of(phone),
    limit,
    ...(written ? [of(written)] : []),
  ]
  const theory = (value: number | null): string => shareOrNone(value, words)
  const wait = (value: number | null): string =>
    value === null ? words.nobody : words.seconds(secondsOf(value))
  return {
    head: [words.measure, words.phone, words.bound, ...(written ? [words.written] : [])],
    rows: [
      line(words.callers, (one) => whole(one.callers), ''),
      line(words.within(20), (one) => percents(one.within20), theory(bound.within20)),
      line(words.within(60), (one) => percents(one.within60), theory(bound.within60)),
      line(words.gaveUp, (one) => percents(one.gaveUp), theory(bound.gaveUp)),
      line(words.promised, (one) => percents(one.promised), ''),
      line(words.wait('50%'), (one) => wait(one.p50), ''),
      line(words.wait('95%'), (one) => wait(one.p95), ''),
      line(words.rings, (one) => ratio(one.rings), '1'),
    ],
  }
}

export function curve({ curve: points }: Report, words: Words): Table {
  return {
    head: [words.secondsAxis, words.simulated, words.bound],
    rows: points
      .filter(({ seconds }) => seconds % 20 === 0)
      .map(({ seconds, simulated, bound }) => [
        String(seconds),
        percent(simulated),
        shareOrNone(bound, words),
      ]),
  }
}

const shareOrNone = (value: number | null, words: Words): string =>
  value === null ? words.nobody : percent(value)

export function day({ day: hours }: Report, words: Words): Table {
  return {
    head: [words.hour, words.callers, words.simulated, words.bound],
    rows: hours.map(({ hour, callers, simulated, bound }) => [
      String(hour),
      whole(callers),
      shareOrNone(simulated, words),
      shareOrNone(bound, words),
    ]),
  }
}

export function policies({ policies: compared }: Report, words: Words): Table {
  return {
    head: [words.policy, words.within(20), words.within(60), words.gain, words.gaveUp, words.rings],
    rows: (compared ?? []).map(({ policy, staggerSeconds, figures: found, gain }) => [
      policy === 'staggered' ? words.stagger(staggerSeconds) : words.policyNames[policy],
      percents(found.within20),
      percents(found.within60),
      policy === 'oneByOne' ? '' : percents(gain),
      percents(found.gaveUp),
      ratio(found.rings),
    ]),
  }
}

export function load({ lawyers }: Report, words: Words): Table {
  return {
    head: [words.lawyer, words.onDuty, words.rung, words.missed, words.taken, words.talking],
    rows: lawyers.map(({ name, hoursOnDuty, rings, missed, taken, talking }) => [
      name,
      whole(hoursOnDuty),
      whole(rings),
      whole(missed),
      whole(taken),
      percent(talking),
    ]),
  }
}

export const isShort = ({ now, needed }: Cell): boolean => needed === null || now < needed

/** Twenty-four rows of seven days, so that it fits a small screen. */
export function staffing({ staffing: cells }: Report, words: Words): Table {
  const rows = Array.from({ length: 24 }, (_, hour) =>
    cells.filter(({ hourOfWeek }) => hourOfWeek % 24 === hour),
  )
  const text = ({ now, needed }: Cell): string =>
    words.cell(now, needed === null ? '—' : `${needed}`)
  return {
    head: [words.hour, ...words.days],
    rows: rows.map((row, hour) => [String(hour), ...row.map(text)]),
    marked: new Set(
      rows.flatMap((row, hour) =>
        row.flatMap((cell, d) => (isShort(cell) ? [`${hour} ${d}`] : [])),
      ),
    ),
  }
}
