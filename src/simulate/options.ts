import type { Routing } from '../desk/desk.ts'
import { duration, finite, law, percent, positive, range, rate, target, whole } from './measures.ts'
import type { Law } from './random.ts'
import type { Habits } from './scenario.ts'
import type { Target } from './staffing.ts'

/** What may stand on the command line, in what form, and what holds where nothing does. */

export interface Settings {
  file: string
  rate: number
  hours: number
  runs: number
  seed: number
  /** Local, YYYY-MM-DDTHH:MM; null: the coming Monday. */
  from: string | null
  /** flat, office, or a file of 7 lines with 24 weights each. */
  profile: string
  patience: number
  talk: number
  talkLaw: (mean: number) => Law
  habits: Habits
  lawyers: Record<string, Partial<Habits>>
  written: number
  write: number
  policy: Partial<Routing>
  target: Target
  compare: boolean
  replay: boolean
  out: string
}

interface Option<T> {
  form: string
  fallback: string
  read: (text: string) => T | null
}

const option = <T>(
  form: string,
  fallback: string,
  read: (text: string) => T | null,
): Option<T> => ({
  form,
  fallback,
  read,
})

const anything = (text: string): string | null => (text === '' ? null : text)

export const options = {
  calls: option('20/h · 480/d · 3000/w', '20/h', rate),
  hours: option('1–100000', '168', (text) => within(positive(text), 1, 100_000)),
  runs: option('2–1000', '10', (text) => within(positive(text), 2, 1000)),
  seed: option('7', '7', whole),
  from: option('2026-11-23T00:00', '', (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:00$/.test(text) ? text : null,
  ),
  profile: option('flat · office · FILE', 'flat', anything),
  patience: option('90s · 5m · never', '5m', duration),
  talk: option('12m', '12m', finite),
  'talk-law': option('exponential · lognormal:0.9 · fixed', 'exponential', law),
  'no-answer': option('25%', '25%', percent),
  pass: option('3%', '0%', percent),
  answer: option('3-12s', '3-12s', range),
  written: option('20%', '0%', percent),
  write: option('25m', '25m', finite),
  target: option('95%/60s', '95%/60s', target),
  out: option('simulate.html', 'simulate.html', anything),
}

const within = (value: number | null, least: number, most: number): number | null =>
  value !== null && value >= least && value <= most ? value : null

/** May be given more than once. */
export const repeated = {
  policy: 'staggerSeconds=8',
  lawyer: 'zhang:no-answer=40%,pass=5%,answer=3-12s',
}
export const flags = ['compare', 'replay', 'help']

type Read<K extends keyof typeof options> = NonNullable<ReturnType<(typeof options)[K]['read']>>

/** As read; `from` is null where it was not given. */
export type Values = { [K in Exclude<keyof typeof options, 'from'>]: Read<K> } & {
  from: string | null
}
