/** Chinese as clients write it, without end: sentences put together, with names, numbers and rare characters among them. */

export type Chance = () => number

/** mulberry32: the same seed, the same year. */
export function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(chance: Chance, from: readonly T[]): T =>
  from[Math.floor(chance() * from.length)] as T

const openings = [
  '昨晚',
  '上个月',
  '我老公',
  '我儿子',
  '律师您好',
  '请问',
  '前天',
  '单位里',
  '我朋友',
  '检察院',
]
const middles = [
  '喝酒开车被查了',
  '被派出所叫去做笔录',
  '取保候审快到期了',
  '借了银行卡给别人',
  '和人打架对方轻伤',
  '收到起诉意见书',
  '签了认罪认罚具结书',
  '在网上卖东西被人告',
  '公司欠工资闹起来',
  '帮人取钱',
]
const endings = [
  '现在该怎么办',
  '会不会留案底',
  '还能不能反悔',
  '明天9点要去',
  '想找值班律师问问',
  '要不要赔偿',
  '量刑建议能不能改',
  '第一百七十三条是什么意思',
  '什么时候开庭',
  '家里还有孩子',
]

/** Common characters are common, rare ones rare. */
const rare = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(chance() ** 2.5 * 6000)),
  ).join('')

export const sentence = (chance: Chance): string =>
  `${pick(chance, openings)}${pick(chance, middles)}，${rare(chance, 2 + Math.floor(chance() * 6))}，${pick(chance, endings)}`
