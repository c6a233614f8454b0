import type { Language } from '../desk/desk.ts'
import type { Library } from './library.ts'
import type { StepFile } from './schema.ts'

/** Citations: `cpl 36, 120.1` as files hold them, 《刑事诉讼法》第36条、第120条第1款 as people read them. */

export interface Article {
  statute: string
  number: number
  /** 第133条之一 is 133, inserted 1. */
  inserted: number
  /** 0: the whole article. */
  paragraph: number
}

export function readCite(cite: string): { statute: string; articles: Article[] } {
  const [statute = '', ...rest] = cite.split(/,? /)
  const articles = rest.map((part) => {
    const [, number = '0', , inserted = '0', , paragraph = '0'] =
      /^(\d+)(-(\d+))?(\.(\d+))?$/.exec(part) ?? []
    return {
      statute,
      number: Number(number),
      inserted: Number(inserted),
      paragraph: Number(paragraph),
    }
  })
  return { statute, articles }
}

/** All a step cites, its facts' articles first. */
export const citesOf = ({ facts }: Pick<Library, 'facts'>, step: StepFile): string[] => [
  ...step.facts.flatMap((fact) => facts[fact]?.cites ?? []),
  ...step.cites,
]

const places = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

const articleIn: Record<Language, (article: Article) => string> = {
  'zh-CN': ({ number, inserted, paragraph }) =>
    `第${number}条${inserted ? `之${places[inserted]}` : ''}${paragraph ? `第${paragraph}款` : ''}`,
  en: ({ number, inserted, paragraph }) =>
    `${number}${inserted ? `-${inserted}` : ''}${paragraph ? ` para. ${paragraph}` : ''}`,
}

/** One line a statute, articles in order, each once. */
export function writeCites(
  { statutes }: Pick<Library, 'statutes'>,
  cites: string[],
  language: Language,
): string[] {
  const byStatute = new Map<string, Map<string, Article>>()
  for (const cite of cites) {
    const { statute, articles } = readCite(cite)
    const known = byStatute.get(statute) ?? new Map<string, Article>()
    for (const article of articles) known.set(articleIn.en(article), article)
    byStatute.set(statute, known)
  }
  return [...byStatute].map(([statute, articles]) => {
    const name = statutes[statute]?.[language] ?? statute
    const whole = new Set(
      [...articles.values()].filter((one) => one.paragraph === 0).map(({ number }) => number),
    )
    const sorted = [...articles.values()]
      .filter((one) => one.paragraph === 0 || !whole.has(one.number))
      .sort((a, b) => a.number - b.number || a.inserted - b.inserted || a.paragraph - b.paragraph)
    const list = sorted.map(articleIn[language])
    if (language === 'zh-CN') return `《${name}》${list.join('、')}`
    if (list.length === 0) return name
    return `${name}, ${list.length > 1 ? 'arts.' : 'art.'} ${list.join(', ')}`
  })
}
