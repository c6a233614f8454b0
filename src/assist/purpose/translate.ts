import type { TranslationResult } from '../../desk/assist/result.ts'
import type { BanCode } from '../guard/bans-zh.ts'
import { bansIn, type Refusal } from '../guard/check.ts'
import { isChinese, sentences } from '../guard/fold.ts'
import { withoutOrders } from '../guard/injection.ts'
import type { Errand } from './purpose.ts'

/** From one language to the other, and nothing on the way: what the original does not hold may not appear. */
export const translate: Errand = {
  input({ words, to }, redactor) {
    const { sent } = withoutOrders(words)
    const text = redactor.hide(sent)
    return /\p{L}{2}/u.test(text.replace('〔略〕', '')) ? { text, to } : null
  },
  judge({ text }, { material, redactor }): TranslationResult | Refusal {
    if (typeof text !== 'string') return 'shape'
    const { sent } = withoutOrders(material.words)
    if (!sameMarks(redactor.hide(sent), text)) return 'shape'
    if (!inLanguage(text, material.to)) return 'shape'
    const ratio = text.length / Math.max(1, sent.length)
    if (ratio > 9 || ratio < 0.08) return 'shape'
    const before = new Set(bansOf(sent))
    const added = bansOf(text).find((ban) => !before.has(ban))
    if (added) return added
    if (/https?:|www\.|@|<[a-z/!]/i.test(text) && !/https?:|www\.|@|</i.test(sent)) return 'contact'
    const restored = redactor.restore(text.trim())
    return restored === null ? 'shape' : { kind: 'translation', text: restored }
  },
}

/** What it says that the guard would refuse elsewhere: a client may say it, and a translation may repeat it. */
const bansOf = (text: string): BanCode[] =>
  sentences(text).flatMap((sentence) => bansIn(sentence, null, true) ?? [])

const marks = (text: string): string[] =>
  (text.match(/〔[^〔〕]+〕/g) ?? []).filter((one) => one !== '〔略〕').sort()

/** Every placeholder and every figure, as often as before. */
function sameMarks(before: string, after: string): boolean {
  const figures = (text: string): string[] =>
    (text.replace(/〔[^〔〕]+〕/g, '').match(/\d+/g) ?? []).map((one) => String(Number(one))).sort()
  const lost = (a: string[], b: string[]): boolean => a.some((one) => !b.includes(one))
  // Figures in words may become figures; none that stood as figures may go, none of four and more may come.
  const old = figures(before)
  const now = figures(after)
  return (
    marks(before).join() === marks(after).join() &&
    !lost(old, now) &&
    now.filter((one) => !old.includes(one)).every((one) => one.length < 4)
  )
}

const inLanguage = (text: string, to: string): boolean => {
  const bare = text.replace(/〔[^〔〕]+〕/g, '')
  const han = (bare.match(/[\u3400-\u9fff]/g) ?? []).length
  const latin = (bare.match(/[a-z]/gi) ?? []).length
  return to === 'en' ? latin > han : isChinese(bare) && han * 3 > latin
}
