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

export const samples = (): Sample[] => [
  ...readSamples('samples.tsv', (index) => index % 3 === 2),
  ...readSamples('later.tsv', () => false),
]

export interface Verdict extends Sample {
  got: string
  found: string
  right: boolean
}

/** Where nothing is understood the desk asks who they are. */
const ASKS = 'intake/who'

export function judge(sample: Sample): Verdict {
  const finding = triage(sample.text)
  const outcome = finding.outcome.toUpperCase()
  const found = finding.at[0] ?? ASKS
  // An emergency is urgent by itself.
  const urgency = outcome === 'EMERGENCY' || (finding.urgent !== null) === sample.urgent
  const right = outcome === sample.outcome && urgency && sample.at.includes(found)
  return { ...sample, got: `${outcome}${finding.urgent === null ? '' : '!'}`, found, right }
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
