import type { Content } from '../../desk/flow.ts'
import { clauses, folded, pieces, sentences, textsOf } from './fold.ts'
import { Laws } from './laws.ts'
import { lexicon } from './lexicon.ts'

/** What generated words may rest on: what the flows say, and what was said in this conversation. */

/** Of the flows: made once. */
export class Library {
  readonly laws: Laws
  readonly pieces: ReadonlySet<string>
  readonly clauses: ReadonlySet<string>
  readonly text: string

  constructor(content: Content) {
    const texts = textsOf(content)
    this.laws = new Laws(content)
    this.pieces = new Set([...texts, ...content.terms.flatMap(termText), lexicon].flatMap(pieces))
    this.clauses = new Set(texts.flatMap(sentences).flatMap(clauses))
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
const framing =
  /告知|说明|解释|释明|介绍|咨询|询问|了解|当事人|嫌疑人|被告人|律师|值班|提示|提醒|建议|表示|自述|认为|进行|有关|相关|关于|以及|情况|问题|规定|依法|其|已|并|对|就|向/g

/** How much of a sentence stands in what it may rest on: 0 to 1. */
export function support(sentence: string, { library, told, advised }: Grounds): number {
  const own = new Set([...told, ...advised].flatMap(pieces))
  const parts = folded(sentence)
    .split(',')
    .flatMap((clause) => pieces(clause.replace(framing, ',')))
  // Neither Chinese nor English: nothing here could say what it means.
  if (parts.length === 0) return /[^\p{Script=Han}a-z\P{L}]/u.test(folded(sentence)) ? 0 : 1
  return parts.filter((one) => own.has(one) || library.pieces.has(one)).length / parts.length
}

/** The clause stands so in a flow: reviewed words may be said again. */
export const quoted = (clause: string, { library }: Grounds): boolean =>
  clause.length >= 4 && library.clauses.has(clause)
