import type { Locale } from '../locale/zh-cn.ts'

/** What a client's words ask of the desk, where that is plain. Anything else is for the lawyer to read. */

export const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。！？、；：,.!?;:'"“”‘’()（）【】]/g, '')

/** "律师", "找律师", "转人工": short, so that "我请了律师，但他不接电话" is not taken for it. */
const SHORT = 8

export type Wish = 'lawyer' | 'learn' | 'appointment' | 'menu' | 'language'

export function wishOf(locale: Locale, text: string): Wish | null {
  const said = normal(text)
  for (const [wish, words] of Object.entries(locale.wishes) as [Wish, string[]][]) {
    if (words.some((word) => said === normal(word))) return wish
  }
  const short = /^[\x20-\x7e]*$/.test(said) ? SHORT * 3 : SHORT
  if (said.length > short) return null
  return locale.wishes.lawyer.some((word) => said.includes(normal(word))) ? 'lawyer' : null
}

/** The choice meant by a number ("1", "１", "一") or by its own label. */
export function chosen(choices: string[], labels: string[], text: string): string | null {
  const said = normal(text)
  const number = '一二三四五六七八九'.indexOf(said) + 1 || (/^\d$/.test(said) ? Number(said) : 0)
  if (number > 0) return choices[number - 1] ?? null
  const index = labels.findIndex((label) => normal(label) === said)
  return index < 0 ? null : (choices[index] ?? null)
}
