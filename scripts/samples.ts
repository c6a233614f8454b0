import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { triage } from '../src/desk/triage/triage.ts'

/** What clients may write, each with where it belongs (test/triage/*.tsv); and how triage fares with it. */

export interface Sample {
  outcome: string
  urgent: boolean
  /** Any of these steps is right. */
  at: string[]
  text: string
  /** Not looked at while the rules were first written (docs/decisions/triage.md). */
  held: boolean
}

const folder = join(import.meta.dirname, '..', 'test', 'triage')

/** `held`: which lines were held out. */
export const readSamples = (file: string, held: (index: number) => boolean): Sample[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const [outcome = '', at = '', text = ''] = line.split('\t')
      return {
        outcome: outcome.replace('!', ''),
        urgent: outcome.endsWith('!'),
        at: at.split('|'),
        text,
        held: held(index),
      }
    })

/**
 * Lots in the order they were written, each before its author looked at the rules again; `first` is how many were right
 * then, before the rules were widened by what had failed. The first lot's figure is of its held-out third.
 */
export const lots = [
  { file: 'samples.tsv', what: 'legal.md Part 8 and like it', first: null },
  { file: 'later.tsv', what: 'two lots', first: 94 },
  { file: 'third.tsv', what: 'all rows of Part 3', first: 104 },
  { file: 'fourth.tsv', what: 'long, rambling, dialect', first: 67 },
  { file: 'fifth.tsv', what: 'short, as in Part 8', first: 46 },
  { file: 'sixth.tsv', what: 'danger and haste alone', first: 21 },
  { file: 'seventh.tsv', what: 'danger told obliquely, and of all else', first: 23 },
] as const

export const lot = (file: string): Sample[] =>
  readSamples(file, (index) => file === 'samples.tsv' && index % 3 === 2)

export const samples = (): Sample[] => lots.flatMap(({ file }) => lot(file))

export interface Verdict extends Sample {
  got: string
  found: string
  right: boolean
  /** Whatever the step: the same kind of answer, and as urgent. */
  kind: boolean
}

/** Where nothing is understood the desk asks who they are. */
const ASKS = 'intake/who'

export function judge(sample: Sample): Verdict {
  const finding = triage(sample.text)
  const outcome = finding.outcome.toUpperCase()
  const found = finding.at[0] ?? ASKS
  // An emergency is urgent by itself.
  const urgency = outcome === 'EMERGENCY' || (finding.urgent !== null) === sample.urgent
  const kind = outcome === sample.outcome && urgency
  const right = kind && sample.at.includes(found)
  return { ...sample, got: `${outcome}${finding.urgent === null ? '' : '!'}`, found, right, kind }
}

/** Outcome by outcome: how many, how many right, and of those held out. */
export function table(verdicts: Verdict[]): string[] {
  const kinds = [...new Set(verdicts.map(({ outcome }) => outcome)), 'all']
  const cell = (list: Verdict[]): string =>
    `${list.filter(({ right }) => right).length}/${list.length}`.padStart(9)
  return [
    `${'outcome'.padEnd(12)}${'all'.padStart(9)}${'held out'.padStart(9)}`,
    ...kinds.map((kind) => {
      const own = verdicts.filter(({ outcome }) => kind === 'all' || outcome === kind)
      return `${kind.padEnd(12)}${cell(own)}${cell(own.filter(({ held }) => held))}`
    }),
  ]
}

/** Lot by lot: right at first sight, and now; and how many get the right kind of answer. */
export function byLot(): string[] {
  const percent = (part: number, of: number): string => `${Math.round((part / of) * 100)}%`
  return [
    `${'lot'.padEnd(14)}${'messages'.padStart(9)}${'first sight'.padStart(13)}${'now'.padStart(7)}${'kind, now'.padStart(11)}`,
    ...lots.map(({ file, first }) => {
      const own = lot(file).map(judge)
      const now = own.filter(({ right }) => right).length
      const kind = own.filter((one) => one.kind).length
      const seen = first === null ? '–' : percent(first, own.length)
      return `${file.padEnd(14)}${String(own.length).padStart(9)}${seen.padStart(13)}${percent(now, own.length).padStart(7)}${percent(kind, own.length).padStart(11)}`
    }),
  ]
}
