import type { Language } from '../desk/desk.ts'
import { type Content, flowOf, placeOf } from '../desk/flow.ts'
import { triage } from '../desk/triage/triage.ts'
import { pieces } from './guard/fold.ts'
import { catalogue } from './purpose/find-step.ts'

/** Steps that may answer these words, best first: what triage names, then those that share most words with them. */
export function nearest(
  words: string,
  content: Content,
  language: Language,
  most: number,
): string[] {
  const listed = catalogue(content, language)
  const known = new Set(listed.map(({ at }) => at))
  const ruled = triage(words).at.filter((at) => known.has(at))
  const asked = new Set(pieces(words))
  const scored = listed
    .map(({ at, title }) => ({
      at,
      score: shared(asked, title) * 3 + shared(asked, textOf(content, language, at)),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
  return [...new Set([...ruled, ...scored.map(({ at }) => at)])].slice(0, most)
}

/** Fewer words in common than this is chance. */
const LEAST = 4

const shared = (asked: ReadonlySet<string>, text: string): number =>
  new Set(pieces(text).filter((one) => asked.has(one))).size

function textOf(content: Content, language: Language, at: string): string {
  const place = placeOf('', at)
  return flowOf(content, place.flow, language)?.steps[place.step]?.text ?? ''
}
