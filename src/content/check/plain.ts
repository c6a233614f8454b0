import { languages } from '../../desk/desk.ts'
import { type Check, sayings, sentences, spots } from './fault.ts'

/** Reading level: short sentences, and no legal word that is not explained. */

/** Letters a Chinese sentence, words an English one may have. */
const LONGEST = { 'zh-CN': 66, en: 36 } as const
const USUAL = { 'zh-CN': 30, en: 18 } as const

const lengthOf = (sentence: string, language: 'zh-CN' | 'en'): number =>
  language === 'en' ? sentence.split(/\s+/).length : sentence.length

export const shortSentences: Check = (library) =>
  sayings(library).flatMap(({ name, language, text }) =>
    sentences(text)
      .filter((sentence) => lengthOf(sentence, language) > LONGEST[language])
      .map(
        (sentence) =>
          `${name} (${language}): a sentence of ${lengthOf(sentence, language)}, at most ${LONGEST[language]}: “${sentence.slice(0, 16)}…”`,
      ),
  )

export const usualLength: Check = (library) =>
  spots(library).flatMap(({ name, step }) =>
    languages.flatMap((language) => {
      const lengths = sentences(step[language].text).map((one) => lengthOf(one, language))
      const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length)
      return mean > USUAL[language]
        ? [
            `${name} (${language}): sentences of ${mean.toFixed(0)} on average, at most ${USUAL[language]}`,
          ]
        : []
    }),
  )

/** Words only lawyers know. Whoever uses one in a step owes it a line in the glossary. */
const jargon = {
  'zh-CN':
    /具结书|量刑建议|速裁|简易程序|普通程序|辩护人|法律援助|取保候审|监视居住|强制措施|传唤证?|拘传|讯问|笔录|侦查|审查起诉|提起公诉|起诉意见书|不起诉|缓刑|拘役|管制|罚金|基准刑|自首|坦白|立功|供述|退赃|谅解|和解|累犯|从轻|减轻|上诉|抗诉|裁定|羁押必要性|近亲属|法定代理人|留置|责令候查|强制医疗|自诉|保证金|保证人|指定居所|缺席判决|附带民事|假释|取证|质证|管辖|羁押期限|撤案|移送管辖|回避|追诉时效|认罪认罚/g,
  en: /affidavit|expedited|summary procedure|ordinary procedure|defender|legal aid|bail|residential surveillance|coercive measures?|compelled appearance|indict(?:s|ment)|suspended sentence|short-term detention|public surveillance|base sentence|voluntary surrender|truthful confession|restitution|reconciliation|repeat offenders?|mitigated|protest|legal representative|near relatives?|private prosecution|compulsory treatment|guarantor|deposit|remand|arraign|plaintiff|statute of limitations|recusal/gi,
} as const

export const explained: Check = (library) => {
  const terms = Object.values(library.glossary)
  const missing = new Map<string, string>()
  for (const { name, language, text } of sayings(library)) {
    const known = terms.flatMap((sides) => [sides[language].term, ...sides[language].also])
    for (const [word] of text.matchAll(jargon[language])) {
      const plain = word.toLowerCase()
      if (
        !known.some(
          (term) => term.toLowerCase().includes(plain) || plain.includes(term.toLowerCase()),
        )
      )
        missing.set(`${language} ${plain}`, name)
    }
  }
  return [...missing].map(
    ([word, name]) => `glossary.yaml: “${word}” is used in ${name} and not explained`,
  )
}

export const termsUsed: Check = (library) => {
  const text = sayings(library)
    .filter(({ language }) => language === 'zh-CN')
    .map((saying) => saying.text)
    .join('\n')
  return Object.entries(library.glossary)
    .filter(([, { 'zh-CN': zh }]) => ![zh.term, ...zh.also].some((word) => text.includes(word)))
    .map(([id]) => `glossary.yaml: ${id} is explained and nowhere used`)
}
