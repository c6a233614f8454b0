import type { Content } from '../../desk/flow.ts'

/** Which citations the flows hold, and which a text holds. */

export interface Citation {
  /** As written. */
  text: string
  /** Null: an article of no statute named. */
  statute: string | null
  article: string
}

const figures = '零一二三四五六七八九'

/** 一百二十 is 120. */
export function numberOf(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text)
  let total = 0
  let last = 0
  for (const letter of text) {
    const figure = figures.indexOf(letter === '〇' ? '零' : letter === '两' ? '二' : letter)
    if (figure >= 0) last = figure
    else {
      const unit = { 十: 10, 百: 100, 千: 1000 }[letter] ?? 1
      total += (last === 0 && unit === 10 && total % 100 === 0 ? 1 : last) * unit
      last = 0
    }
  }
  return total + last
}

const count = '[0-9零〇一二两三四五六七八九十百千]+'
const zh = new RegExp(
  `(?:[《〈<]{1,2}([^》〉>]{2,40})[》〉>]{1,2}|([\\u3400-\\u9fff]{0,14}?(?:刑事诉讼法|刑诉法|刑法|律师法|监察法|宪法|法律援助法|工作办法|规则|解释|意见|条例|规定)))?[^第，。；《]{0,6}第(${count})条(之[一二三四五六七八九十])?|(刑法|刑诉法|刑事诉讼法|宪法)(${count})条`,
  'g',
)
const en =
  /((?:[A-Z][\w-]*(?: |, ?)(?:of |the |on |and |for )*){1,8})?\(?(?:[Aa]rts?\.?|[Aa]rticles?|[Ss]ections?|§)\s?(\d+)(?:[-–](\d+))?/g
const named = /[《〈]([^》〉]{2,40})[》〉]/g

export function citationsIn(text: string): Citation[] {
  const view = text.normalize('NFKC')
  let last: string | null = null
  const found: Citation[] = [...view.matchAll(zh)].map((match) => {
    last = match[1] ?? match[2] ?? match[5] ?? last
    const inserted = match[4] ? `-${numberOf(match[4].slice(1))}` : ''
    const article = `${numberOf(match[3] ?? match[6] ?? '')}${inserted}`
    return { text: match[0], statute: last, article }
  })
  for (const { 0: whole, 1: statute, 2: article = '', 3: inserted } of view.matchAll(en)) {
    const name = statute?.trim().replace(/,$/, '') || null
    found.push({
      text: whole,
      statute: name,
      article: inserted ? `${article}-${inserted}` : article,
    })
  }
  for (const { 0: whole, 1: statute = '', index } of view.matchAll(named)) {
    const cited = found.some(({ text: one }) => view.indexOf(one) <= index && one.includes(whole))
    if (!cited) found.push({ text: whole, statute, article: '' })
  }
  return found
}

export class Laws {
  /** Articles by statute's name, in both languages; whole statutes under ''. */
  readonly #articles = new Map<string, Set<string>>()
  readonly #all = new Set<string>()

  constructor(content: Content) {
    for (const flow of content.flows) {
      for (const step of Object.values(flow.steps)) for (const cite of step.cites) this.#add(cite)
    }
  }

  #add(cite: string): void {
    const zhName = /^《([^》]+)》/.exec(cite)?.[1]
    const name = zhName ?? cite.split(/, arts?\. /)[0] ?? cite
    const known = this.#articles.get(name) ?? new Set<string>()
    const list = cite.slice(zhName ? name.length + 2 : name.length).replace(/ para\. \d+/g, '')
    const form = zhName ? /第(\d+)条(?:之([一二三四五六七八九]))?/g : /(\d+)(?:-(\d+))?/g
    for (const [, article = '', inserted] of list.matchAll(form)) {
      const more = inserted && (zhName ? figures.indexOf(inserted) : inserted)
      known.add(more ? `${article}-${more}` : article)
      this.#all.add(article)
    }
    this.#articles.set(name, known)
  }

  knows({ statute, article }: Citation): boolean {
    if (statute === null) return this.#all.has(article)
    const short = statute
      .replace(/^.*?(根据|依据|依照|按照|参照|按|据|依)/, '')
      .replace(/^(我国|本)?(《)?(中华人民共和国)?/, '')
    for (const [name, articles] of this.#articles) {
      const same =
        name === short ||
        name.replace(/^中华人民共和国/, '') === short ||
        aliases[short] === name ||
        name.toLowerCase() === statute.toLowerCase().replace(/^the /, '')
      if (same) return article === '' || articles.has(article)
    }
    return false
  }
}

const aliases: Record<string, string> = {
  刑诉法: '刑事诉讼法',
  值班律师工作办法: '法律援助值班律师工作办法',
}
