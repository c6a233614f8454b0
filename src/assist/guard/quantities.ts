import { asFigures } from '../redact/digits.ts'
import { numberOf } from './laws.ts'

/** Figures a text holds: none may appear that nobody said. */

const units =
  '年|个月|月|日|天|小时|钟头|分钟|周|万|元|块|亿|克|毫克|人|次|倍|成|折|岁|号|点|条|款|项|级|%|years?|months?|days?|weeks?|hours?|yuan|rmb|mg|times?'
const form = new RegExp(
  `([0-9]+(?:\\.[0-9]+)?|[零〇一二三四五六七八九十百千万两半几]+)\\s?(?:多|来|余|几)?\\s?(${units})`,
  'gi',
)
const inWords: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  thirty: '30',
}

/** 三年 and 3年 are the same. 一些, 一次 and the like are no figures. */
export function quantitiesIn(text: string): string[] {
  const view = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty)\b/g,
      (word) => inWords[word] ?? word,
    )
  const found = [...view.matchAll(form)].map(([, figure = '', unit = '']) => {
    const value = /^[0-9.]+$/.test(figure) ? figure : String(numberOf(asPlain(figure)))
    return `${value}${canonical(unit)}`
  })
  const bare = (view.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []).filter((one) => one.length > 1)
  return [...found.filter((one) => !/^1(次|人|条|项|点|款)$/.test(one)), ...bare]
}

const asPlain = (figure: string): string =>
  /^[半几]$/.test(figure) ? `0` : figure.replace(/万/g, '')

const canonical = (unit: string): string =>
  ({
    个月: '月',
    month: '月',
    months: '月',
    year: '年',
    years: '年',
    day: '天',
    days: '天',
    日: '天',
    号: '天',
    块: '元',
    yuan: '元',
    rmb: '元',
  })[unit] ?? unit

/** Those of `text` that stand in none of the sources. */
export function newQuantities(text: string, sources: string[]): string[] {
  const known = new Set(sources.flatMap(quantitiesIn))
  const bare = new Set(sources.flatMap((one) => asFigures(one).match(/[0-9]+/g) ?? []))
  return quantitiesIn(text).filter((one) => !known.has(one) && !bare.has(one))
}
