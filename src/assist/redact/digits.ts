/** Check digits, so that an identity number is told from any other long number. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const tails = '10X98765432'

/** GB 11643: the eighteenth character of a resident identity number. */
export function isIdentity(text: string): boolean {
  if (!/^\d{17}[\dX]$/i.test(text)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return tails[sum % 11] === text[17]?.toUpperCase()
}

/** ISO/IEC 7812: bank cards. */
export function isLuhn(text: string): boolean {
  let sum = 0
  for (let index = 0; index < text.length; index++) {
    const digit = Number(text[text.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return text.length > 0 && sum % 10 === 0
}

const spoken = '零一二三四五六七八九'
const otherwise: Record<string, string> = {
  〇: '0',
  '○': '0',
  幺: '1',
  两: '2',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
}

/** One character for one: full width, circled and spoken figures become 0 to 9; everything stays where it is. */
export function asFigures(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const letter = text[index] ?? ''
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0)
    else if (code >= 0x2460 && code <= 0x2468) out += String(code - 0x245f)
    else if (spoken.includes(letter)) out += String(spoken.indexOf(letter))
    else out += otherwise[letter] ?? letter
  }
  return out
}

/** As `asFigures`, but figures in words stay words. */
export const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
