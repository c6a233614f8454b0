import type { Content } from '../../desk/flow.ts'
import { clauses, folded, pieces, sentences, textsOf } from './fold.ts'
import { Laws } from './laws.ts'
import { lexicon } from './lexicon.ts'

/** What generated words may rest on: what the flows say, and what was said in this conversation. */

/** Of the flows: made once. */
export class Library {
  readonly laws: Laws
  readonly clauses: ReadonlySet<string>
  readonly text: string
  /** Sentence by sentence. */
  readonly passages: ReadonlySet<string>[]
  readonly lexicon: ReadonlySet<string>

  constructor(content: Content) {
    const texts = [...textsOf(content), ...content.terms.flatMap(termText)]
    this.laws = new Laws(content)
    this.clauses = new Set(texts.flatMap(sentences).flatMap(clauses))
    this.passages = texts.flatMap(sentences).map((one) => new Set(pieces(one)))
    this.lexicon = new Set(pieces(lexicon))
    this.text = folded(texts.join('\n'))
  }
}

const termText = ({ term, also, plain }: Content['terms'][number]): string[] => [
  term,
  ...also,
  plain,
]

const libraries = new WeakMap<Content, Library>()
export function libraryOf(content: Content): Library {
  let known = libraries.get(content)
  if (!known) {
    known = new Library(content)
    libraries.set(content, known)
  }
  return known
}

export interface Grounds {
  library: Library
  /** The client's words, without those that speak to a machine. */
  told: string[]
  /** The lawyer's words. */
  advised: string[]
  /** Words that were withheld because they speak to a machine: nothing of them may come back. */
  tainted: string[]
}

/** Framing that a record is written in and nobody says. */
export const framing =
  /告知|解答|回答|答复|说明|解释|释明|介绍|咨询|询问|了解|当事人|嫌疑人|被告人|律师|值班|提示|提醒|建议|表示|自述|认为|进行|有关|相关|关于|以及|情况|问题|规定|依法|其|已|并|对|就|向/g

/**
 * How much of a sentence stands together somewhere: in one message, or in one or two sentences of the flows. Words that
 * were never said beside each other make a new claim.
 */
export function support(sentence: string, { library, told, advised }: Grounds): number {
  const parts = folded(sentence)
    .split(',')
    .flatMap((clause) => pieces(clause.replace(framing, ',')))
  const claimed = parts.filter((one) => !library.lexicon.has(one))
  // Neither Chinese nor English: nothing here could say what it means.
  if (parts.length === 0) return /\p{L}/u.test(sentence) ? 0 : 1
  if (claimed.length === 0) return 1
  const own = [...told, ...advised].map((one) => new Set(pieces(one)))
  const passages = [...own, ...library.passages]
  let left = claimed
  for (let passage = 0; passage < 2; passage++) left = leastMissing(left, passages)
  return 1 - left.length / parts.length
}

function leastMissing(parts: string[], passages: ReadonlySet<string>[]): string[] {
  let least = parts
  for (const passage of passages) {
    const missing = parts.filter((one) => !passage.has(one))
    if (missing.length < least.length) least = missing
  }
  return least
}

/** The clause stands so in a flow: reviewed words may be said again. */
export const quoted = (clause: string, { library }: Grounds): boolean =>
  clause.length >= 4 && library.clauses.has(clause)
