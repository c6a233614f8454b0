import { plain } from './plain.ts'

/**
 * What makes a case difficult (Art. 20 ¶3, R20.3), heard by rule in the client's own words: worth an appointment
 * besides the lawyer now. Each is a hint for the lawyer, and decides nothing.
 */
export const difficulties = [
  'denies',
  'involuntary',
  'co_suspects',
  'heavy',
  'expertise',
  'foreign',
  'many_victims',
  'property',
  'interpreter',
  'second_instance',
  'lawyer_judgement',
] as const

export type Difficulty = (typeof difficulties)[number]

const signs: [Difficulty, RegExp][] = [
  [
    'denies',
    /我没(干|做|偷|打|骗|拿|碰|杀|参与)|不是我(干|做|偷|打|骗)?|(我|是)?(被)?冤枉|跟我没关系|我不认|我没罪|我无罪|didn.?t do it|not me|innocent|not guilty/,
  ],
  [
    'involuntary',
    /逼(我|着)|刑讯|(打|吓|骗|诱|哄)(着|得)?我(认|签|说)|不让(我)?睡|屈打|被迫|诱供|逼供|(forced|made|beat|threatened) me|coerc/,
  ],
  [
    'co_suspects',
    /同案|同伙|一起(干|被抓|进去)|团伙|我们(几|两|三|四|五|好几)个|(两|三|四|五|六|七|八|九|十|几)个人(一起)?(干|被抓)|co-?(accused|suspect|defendant)|gang/,
  ],
  [
    'heavy',
    /(三|四|五|六|七|八|九|十|3|4|5|6|7|8|9|10|15)年以上|数额(特别)?巨大|情节(特别)?严重|重伤|死了|人没了|对方没了|致人死亡|killed|died/,
  ],
  ['expertise', /鉴定|司法会计|审计|电子数据|资金流水|伤情|appraisal|audit|forensic/],
  ['foreign', /外国|境外|国外|涉外|跨境|缅北|缅甸|柬埔寨|foreign|abroad|cross-?border/],
  [
    'many_victims',
    /(几十|上百|几百|上千|好多|很多|众多)(个|名|位)?(被害|受害|投资|老人|人报案)|非吸|非法吸收|集资|many victims/,
  ],
  ['property', /查封|扣押|冻结|涉案财物|退赃|没收(我|房|车)|seized|frozen account|confiscat/],
  [
    'interpreter',
    /翻译|听不懂(普通话|中文)|不会(说)?(普通话|中文|汉语)|手语|interpreter|no chinese/,
  ],
  ['second_instance', /二审|上诉|不服(一审|判决)|appeal/],
]

/** As far as words show; `HEARD` characters are enough. */
const HEARD = 1500

export function difficultiesIn(words: string): Difficulty[] {
  const said = plain(words.slice(0, HEARD))
  return signs.flatMap(([name, sign]) => (sign.test(said) ? [name] : []))
}
