import { asFigures, isIdentity, isLuhn, narrow } from './digits.ts'

/** What tells who somebody is, found by form. Each find is a stretch of the text as it was written. */

export type Kind =
  | '姓名'
  | '电话'
  | '证件'
  | '车牌'
  | '地址'
  | '账号'
  | '银行卡'
  | '邮箱'
  | '网址'
  | '编号'

export interface Find {
  from: number
  to: number
  kind: Kind
}

/** What people put between the figures of one number. */
const gap = '[ \\u00a0\\u3000\\u200b-\\u200f\\-–—.·,，_/]{0,3}'

const longNumber = new RegExp(`\\+?\\d(?:${gap}\\d){5,}[xX]?`, 'g')
const money = /^\s*(元|块|万|亿|千元|人民币|rmb|yuan|美元|￥)/i

function kindOfNumber(figures: string, plus: boolean): Kind | null {
  if (isIdentity(figures)) return '证件'
  const bare = figures.replace(/^(0086|86)(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(bare) || plus) return '电话'
  if (/^\d{17}[\dxX]$|^\d{15}$/.test(figures) && /^[1-8]\d{5}/.test(figures)) {
    return isLuhn(figures) && !/^\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])/.test(figures)
      ? '银行卡'
      : '证件'
  }
  if (/^\d{13,19}$/.test(figures)) return isLuhn(figures) ? '银行卡' : '账号'
  if (/^(0\d{9,11}|[48]00\d{7})$/.test(figures)) return '电话'
  return figures.length >= 7 ? '账号' : null
}

export function numbers(text: string): Find[] {
  return [narrow(text), asFigures(text)].flatMap((view, spokenToo) =>
    [...view.matchAll(longNumber)].flatMap(({ 0: match, index }): Find[] => {
      const figures = match.replace(/[^\dxX]/g, '')
      // Said one by one: at least seven, or it may be a sum or a date.
      if (spokenToo && figures.length < 7) return []
      const after = view.slice(index + match.length)
      if (money.test(after) && figures.length < 11) return []
      const kind = kindOfNumber(figures, match.startsWith('+'))
      return kind ? [{ from: index, to: index + match.length, kind }] : []
    }),
  )
}

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const part = '[^\\s,，。.;；:：!！?？、()（）“”"\'我你他她您在住到去的是和与从往离把被给跟对为了过]'
const number = '[0-9０-９一二三四五六七八九十百零〇a-zA-Z\\-－#＃]{1,8}'
const room = `(?:\\s{0,2}(?:第|附|特)?${number}\\s{0,2}(?:号楼|号院|号|栋|幢|座|楼|单元|室|层|户|弄|门|组|队|房|棟))`
const above = `(?:${part}{2,8}?(?:省|自治区|特别行政区))?(?:${part}{1,8}?(?:市|自治州|地区|盟))?(?:${part}{1,8}?(?:区|县|旗|市))?(?:${part}{1,8}?(?:镇|乡|街道))?`
const context = (words: string, rest: string): RegExp =>
  new RegExp(`(?<![a-z])(?:${words})\\s{0,2}[是为叫:：号=]{0,2}\\s{0,2}(${rest})`, 'gid')

const forms: [Kind, RegExp][] = [
  ['邮箱', /[\w.+-]+\s?[@＠]\s?[\w-]+(?:\s?[.．]\s?[\w-]+)+/g],
  [
    '网址',
    /(?:https?:\/\/|www\.)[^\s，。；、）)]+|\b[\w-]+\.(?:com|cn|net|org|io|me|top|vip|xyz|cc)(?:\/[^\s，。；]*)?/gi,
  ],
  [
    '车牌',
    new RegExp(
      `[${provinces}]\\s?[A-HJ-NP-Za-hj-np-z]\\s?[·•.\\-]?\\s?(?:[A-HJ-NP-Za-hj-np-z0-9]\\s?){4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳使领]`,
      'g',
    ),
  ],
  ['编号', /[（(〔[【]\s?(?:19|20)\d{2}\s?[）)〕\]】][^\s，。,]{1,12}?\d{1,6}\s?号/g],
  [
    '编号',
    /(?<![A-Za-z])[A-Za-z]{1,3}\d{6,12}(?!\d)|(?<![A-Za-z0-9])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![A-Za-z0-9])/g,
  ],
  [
    '地址',
    new RegExp(
      `${above}${part}{1,10}?(?:大道|大街|路|街|巷|弄|胡同|里|道|村|小区|花园|家园|公寓|大厦|新村|社区|广场|苑|府|城|湾|屯|庄|营|寨|坊)(?:东|西|南|北|中)?(?:[一二三四五六1-9]?[段期区])?${room}+`,
      'g',
    ),
  ],
  [
    '地址',
    new RegExp(`${part}{2,8}?(?:镇|乡|街道)${part}{1,8}?(?:村|屯|庄|寨|社区|社)(?:${room})*`, 'g'),
  ],
  ['地址', new RegExp(`(?<!${part})${part}{1,6}(?:小区|花园|家园|公寓|新村)`, 'g')],
  ['地址', /(?:\d{1,4}\s?(?:栋|幢|号楼|座))\s?(?:\d{1,3}\s?单元)?\s?\d{2,5}\s?(?:室|房|号)?/g],
  [
    '地址',
    /(?<!\w)(?:(?:Room|Flat|Apt\.?|Unit|No\.?)\s?\w{1,6},?\s)?\d{0,5}\s?(?:[A-Z][a-z]+\s){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Building|Block|Garden)\b(?:,?\s(?:No\.?\s?)?\d+)?/g,
  ],
]

const named: [Kind, RegExp][] = [
  [
    '账号',
    context(
      '微信|薇信|威信|v信|vx|wx|weixin|wechat(?:\\s?id)?|抖音|快手|qq|扣扣|支付宝|telegram|电报|微博|小红书|whatsapp|line(?![a-z])|ins(?![a-z])',
      '[a-z0-9][\\w\\-.@]{3,24}',
    ),
  ],
  ['账号', /(?:加我|加一下我|搜)\s?([A-Za-z][\w-]{5,19})/dg],
  ['账号', /(?<![\w@])(@[A-Za-z]\w{3,31})/dg],
  [
    '账号',
    context(
      '验证码|密码|账号|帐号|账户|卡号|口令|用户名|password|account(?:\\s(?:no\\.?|number))?|passcode',
      '[\\w\\-*]{4,32}',
    ),
  ],
  [
    '编号',
    context(
      '(?:警|工|学|案|编|档案|流水|订单|快递单?|执业证|驾驶?证|护照|通行证|居住证|准考证|病历|保单|合同)(?:编)?号码?|身份证(?:号码?)?|证件号码?|passport|licen[cs]e(?:\\sno\\.?)?|id\\s(?:card|number|no\\.?)',
      '[A-Za-z0-9（）()〔〕\\-*]{4,24}',
    ),
  ],
  ['编号', context('尾号|后[四六4 6]位', '[0-9xX]{3,6}')],
  [
    '地址',
    context(
      '住址|地址|家庭住址|户籍(?:地|所在地)?|籍贯|家住|现住|暂住(?:地)?|居住地',
      '[^\\s，。、,;；!！?？变改]{2,40}',
    ),
  ],
  [
    '地址',
    /(?:住在|家在|(?<!居)住)((?:[^\s，。、,;；!！?？在了的]{2,24})(?:省|市|区|县|镇|乡|村|路|街|号|楼|室|小区|花园|大厦|公寓|栋|单元|苑|旁边|对面|附近))/dg,
  ],
]

export function shapes(text: string): Find[] {
  const view = narrow(text)
  const whole = forms.flatMap(([kind, form]) =>
    [...view.matchAll(form)].map(({ 0: match, index }) => ({
      from: index,
      to: index + match.length,
      kind,
    })),
  )
  const inside = named.flatMap(([kind, form]) =>
    [...view.matchAll(form)].flatMap(({ indices }): Find[] => {
      const found = indices?.[1]
      return found ? [{ from: found[0], to: found[1], kind }] : []
    }),
  )
  return [...whole, ...inside]
}
