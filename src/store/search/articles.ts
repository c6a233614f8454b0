/** Articles are written 第一百七十三条 and 173条; whoever looks for one finds both. */

const digits = '零一二三四五六七八九'
const MENTION =
  /第?([零〇一二两三四五六七八九十百千]+|\d{1,4})条(?:之([一二三四五六七八九十]|\d))?/gu

/** Each article of a text in both ways of writing it. */
export function articleForms(text: string): string[] {
  const forms = new Set<string>()
  for (const [, number = '', part] of text.matchAll(MENTION)) {
    const value = numberIn(number)
    if (value === null) continue
    const [arabic, chinese] = [`第${value}条`, `第${inChinese(value)}条`]
    const of = part === undefined ? null : numberIn(part)
    if (of === null) forms.add(arabic).add(chinese)
    else forms.add(`${arabic}之${of}`).add(`${chinese}之${inChinese(of)}`)
  }
  return [...forms]
}

function numberIn(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  if (/^[零一二三四五六七八九]+$/u.test(plain)) {
    return plain.length > 4 ? null : Number([...plain].map((one) => digits.indexOf(one)).join(''))
  }
  let [sum, last] = [0, 0]
  for (const one of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[one]
    if (unit === undefined) last = digits.indexOf(one)
    else {
      sum += (last || 1) * unit
      last = 0
    }
  }
  return sum + last
}

function inChinese(value: number): string {
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    if (gap) text += '零'
    gap = false
    text += digits[digit] + name
  }
  // 十七, but 一百一十七
  return text.startsWith('一十') ? text.slice(1) : text || '零'
}
