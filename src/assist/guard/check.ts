import { bansEn } from './bans-en.ts'
import { type BanCode, bansZh } from './bans-zh.ts'
import { clauses, sentences } from './fold.ts'
import { framing, type Grounds, quoted, support } from './grounds.ts'
import { echoes } from './injection.ts'
import { citationsIn } from './laws.ts'
import { newQuantities } from './quantities.ts'

/**
 * Whether generated words may be shown. What is forbidden is refused by pattern; what rests on nothing that was said or
 * that the flows hold is refused whatever it is. One bad sentence refuses all of it.
 */

export type Refusal =
  | BanCode
  | 'citation'
  | 'figure'
  | 'ungrounded'
  | 'instruction'
  | 'contact'
  | 'shape'

/** Least share of a sentence that must stand in what it may rest on. */
export const LEAST = 0.55
/** Where it speaks of what may go wrong: outcomes, speaking to the police, pleading, evidence. */
export const LEAST_RISKY = 0.66

const risky =
  /判|刑(?!事)|牢|监|罪|从轻|从宽|减轻|免|起诉|逮捕|关押|释放|坐|蹲|说|讲|答|交代|供|签|认|承|证据|手机|记录|警|公安|检察|他们|证人|被害|跑|躲|逃|走|离开|钱|关系|没事|放心|保证|一定|肯定|应该|建议|最好|别|不要|prison|jail|sentenc|guilt|convict|plea|admit|confess|sign|silen|say|tell|talk|answer|police|witness|victim|evidence|phone|messages?|leave|abroad|story|fine|worry|should|must|will|don't|never/

const contact =
  /https?:|www\.|[\w.]+@[\w.]+|\d{7,}|(微信|qq|vx|telegram|电报|扫码|加群|公众号)[^,]{0,6}[:：a-z0-9]|<[a-z/!]|javascript:|\[[^\]]*\]\(/i

const asking =
  /[?？]\s*$|吗|么|呢|会不会|是不是|是否|能否|能不能|可不可以|可否|要不要|该不该|如何|怎(么|样)|多(久|少|长)|几年|什么|哪|咨询|询问|想(知道|了解)|^(whether|how|what|when|if|can|may|does|do|is|are|will|would|should|which|where|who|why)\b|\b(whether|asks?|asked)\b/i

/** In the question a client asked, an outcome may be asked after; it may not be told. */
const askable = new Set<BanCode>([
  'prediction',
  'guilt',
  'steering',
  'silence',
  'obstruction',
  'money',
])
const assured =
  /肯定|一定|必然|绝对|保证|确保|铁定|百分之百|十有八九|definitely|certainly|guarantee/i

export function bansIn(
  sentence: string,
  grounds: Grounds | null,
  question: boolean,
): BanCode | null {
  const asks = question && asking.test(sentence) && !assured.test(sentence)
  for (const clause of [...clauses(sentence), clauses(sentence).join('')]) {
    if (grounds && quoted(clause, grounds)) continue
    for (const { what, when, unless } of [...bansZh, ...bansEn]) {
      if (asks && askable.has(what)) continue
      if (when.test(clause) && !unless?.test(clause)) return what
    }
  }
  return null
}

export interface Options {
  /** What the client asked, rather than what was answered. */
  question?: boolean
  /** Unknown citations are taken care of by the caller. */
  cites?: boolean
}

/** Null: may be shown. */
export function refuse(text: string, grounds: Grounds, options: Options = {}): Refusal | null {
  const { library, told, advised, tainted } = grounds
  const said = [...told, ...advised]
  if (contact.test(text)) return 'contact'
  if (echoes(text, tainted, [...said, library.text].join('\n'))) return 'instruction'
  const all = sentences(text)
  for (const sentence of all) {
    const ban = bansIn(sentence, grounds, options.question === true)
    if (ban) return ban
  }
  // A thought cut in two is read as one as well.
  for (const [at, sentence] of all.entries()) {
    const next = all[at + 1]
    if (next === undefined || options.question) continue
    const ban = bansIn(`${sentence.replace(/[。.！!；;]$/, '')}${next}`, null, false)
    if (
      ban &&
      !bansIn(next, null, false) &&
      !bansIn(sentence, null, false) &&
      short(sentence, next)
    )
      return ban
  }
  if (!options.cites && strange(text, grounds).length > 0) return 'citation'
  if (newQuantities(withoutCitations(text), [...said, library.text]).length > 0) return 'figure'
  for (const sentence of all) {
    if (foreign.test(sentence)) return 'ungrounded'
    if (options.question && asking.test(sentence) && !assured.test(sentence)) continue
    const least = risky.test(sentence.replace(framing, '')) ? LEAST_RISKY : LEAST
    if (support(withoutCitations(sentence), grounds) < least) return 'ungrounded'
  }
  return null
}

/** A script that neither the guard nor the lawyer reads. */
const foreign = /[^\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\P{L}]/u

const short = (...parts: string[]): boolean => parts.every((one) => one.length <= 8)

/** Citations that neither a flow nor the lawyer gave. */
export const strange = (text: string, { library, advised }: Grounds): string[] => {
  const given = new Set(
    advised.flatMap(citationsIn).map(({ statute, article }) => `${statute} ${article}`),
  )
  return citationsIn(text)
    .filter((one) => !library.laws.knows(one) && !given.has(`${one.statute} ${one.article}`))
    .map(({ text: cited }) => cited)
}

const withoutCitations = (text: string): string =>
  citationsIn(text).reduce((rest, { text: cited }) => rest.replace(cited, ''), text)
