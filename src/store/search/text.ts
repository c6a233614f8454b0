import { articleForms } from './articles.ts'
import { charges } from './charges.ts'
import { initialsOf } from './initials.ts'

/** What of a text can be found: its runs of letters and digits, and other ways of writing what stands in it. */

const RUN = /[\p{L}\p{N}]+/gu

export const runsOf = (text: string): string[] =>
  text.normalize('NFKC').toLowerCase().match(RUN) ?? []

const anyCharge = new RegExp(charges.flat().join('|'))

/** `initials`: of the names and charges in it. */
export function findable(text: string, initials: readonly string[] = []): string[] {
  const runs = runsOf(text)
  const whole = runs.join('')
  const extra = whole.includes('条') ? articleForms(whole) : []
  if (anyCharge.test(whole)) {
    for (const names of charges) {
      if (names.some((name) => whole.includes(name))) extra.push(...names, initialsOf(names[0]))
    }
  }
  return [...runs, ...extra, ...initials]
}

/** What is looked for: each part must be found, in any words of the conversation. */
export const termsOf = (query: string): string[] => [...new Set(runsOf(query))]

export const lengthOf = (term: string): number => [...term].length

export const holds = (runs: readonly string[], term: string): boolean =>
  runs.some((run) => run.includes(term))
