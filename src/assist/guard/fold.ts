import type { Content } from '../../desk/flow.ts'
import { plain } from '../../desk/triage/plain.ts'

/** Text as the guard compares it: one spelling, one script, sentence by sentence, clause by clause. */

export const sentences = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/(?<=[。！？!?;；\n])|(?<=[a-z)]\.)\s+/)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one))

/** Nothing between two Chinese characters but what a reader sees: 沉 默, 沉*默 and 沉​默 are 沉默. */
export const folded = (sentence: string): string =>
  plain(sentence.replace(/(?<=[\u3400-\u9fff])[\s*_\-·.|/\\~^]+(?=[\u3400-\u9fff])/g, ''))
    .replace(/(?<=\b[a-z])[ .\-_*](?=[a-z]\b)/g, '')
    .replace(/([a-z])\1{2,}/g, '$1')

export const clauses = (sentence: string): string[] =>
  folded(sentence)
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const cjk = /[\u3400-\u9fff]/
export const isChinese = (text: string): boolean => cjk.test(text)

/** Words that stand for nothing when two texts are compared. */
const small = new Set(
  'the a an and or of to in on at by for is are was were be been it that this with as from you your they he she his her their may can will has have had not no if any'.split(
    ' ',
  ),
)

const stem = (word: string): string => word.replace(/(?:'s|ing|ed|es|s|ly)$/, '')

/** Pairs of Chinese characters, and English words. */
export function pieces(text: string): string[] {
  const said = folded(text)
  const pairs: string[] = []
  for (const run of said.match(/[\u3400-\u9fff]+/g) ?? []) {
    for (let index = 0; index < run.length - 1; index++) pairs.push(run.slice(index, index + 2))
    if (run.length === 1) pairs.push(run)
  }
  const words = (said.match(/[a-z']{2,}/g) ?? []).filter((word) => !small.has(word)).map(stem)
  return [...pairs, ...words]
}

/** All that the flows say, as text. */
export const textsOf = (content: Content): string[] =>
  content.flows.flatMap((flow) =>
    Object.values(flow.steps).flatMap((step) => [step.title, step.text]),
  )
