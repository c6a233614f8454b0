/**
 * Words of these matters as they are misheard, mistyped and typed in pinyin: any letter that sounds the same stands for
 * the right one. A word of three sounds or more is hardly ever another one by chance; shorter ones are listed in plain.ts.
 */

const letters: Record<string, string> = {
  an: '安按案岸',
  ban: '办半伴版',
  bang: '帮邦绑',
  bao: '保宝报抱饱',
  bu: '不布部步',
  cai: '裁才材财采',
  chu: '出处初除厨',
  chuan: '传穿船川',
  dai: '带代戴待贷',
  fa: '罚发法伐乏',
  gong: '公工攻供共',
  guan: '官关观管馆',
  hou: '候后侯厚',
  huan: '唤换还环欢',
  jia: '假驾架家加价佳',
  jian: '检监间件简减建见减剪',
  jie: '结接节解杰姐借洁界',
  jing: '警经井景惊',
  ju: '具聚据剧句拒局俱居举巨',
  jiu: '酒九久救就旧',
  kan: '看堪砍刊',
  li: '例力立理里利',
  liang: '量良凉两亮',
  lu: '录路陆鹿',
  lv: '律率绿旅',
  ming: '明名鸣',
  pai: '派牌排拍',
  qi: '起其期七启',
  qu: '取去曲区娶',
  ren: '认人任忍仁',
  shen: '审身省申伸神深肾甚',
  shi: '师是湿司失视事室市石',
  shou: '守手首收受',
  shu: '书叔树数输',
  song: '送宋诉颂',
  su: '诉速素塑宿',
  suo: '所锁索缩',
  ta: '他她',
  xing: '刑型行形邢星',
  xin: '信新心',
  xun: '讯询训寻',
  yi: '议义以意已易',
  yuan: '院员园圆元援',
  yuanzhu: '援',
  zha: '诈炸乍',
  zhu: '住主助驻',
  zi: '自子字资',
  zui: '罪最醉嘴',
  cha: '察查擦茶插',
  zhao: '兆照找招',
  pian: '骗片偏',
  bi: '笔比必逼',
  kuan: '宽款',
  cong: '从匆葱',
  huang: '缓环还换',
}

/** The word, and its sounds. */
const words: [string, string][] = [
  ['认罪认罚', 'ren zui ren fa'],
  ['取保候审', 'qu bao hou shen'],
  ['监视居住', 'jian shi ju zhu'],
  ['量刑建议', 'liang xing jian yi'],
  ['审查起诉', 'shen cha qi su'],
  ['法律援助', 'fa lv yuan zhu'],
  ['值班律师', 'zhi ban lv shi'],
  ['具结书', 'ju jie shu'],
  ['派出所', 'pai chu suo'],
  ['看守所', 'kan shou suo'],
  ['检察院', 'jian cha yuan'],
  ['检察官', 'jian cha guan'],
  ['公安局', 'gong an ju'],
  ['不起诉', 'bu qi su'],
]

const classOf = (sound: string, right: string): string => `[${right}${letters[sound] ?? ''}]`

const patterns: [RegExp, string][] = words.flatMap(([word, sounds]) => {
  const each = sounds.split(' ')
  const heard = each.map((sound, index) => classOf(sound, [...word][index] ?? '')).join('')
  const typed = each.join("[ ']?")
  return [
    [new RegExp(heard, 'g'), word],
    [new RegExp(`\\b${typed}(?![a-z])|${each.join('')}`, 'g'), word],
  ] as [RegExp, string][]
})

/** Shorter words in pinyin, where they stand by themselves. */
const pinyin: [string, string][] = [
  ['qu bao', '取保'],
  ['lv shi', '律师'],
  ['lu shi', '律师'],
  ['jing cha', '警察'],
  ['zi shou', '自首'],
  ['zi sha', '自杀'],
  ['jiu ming', '救命'],
  ['bu xiang huo', '不想活'],
  ['ming tian', '明天'],
  ['jin tian', '今天'],
  ['zen me ban', '怎么办'],
  ['zhuan zhang', '转账'],
  ['wai di', '外地'],
  ['jiao wo', '叫我'],
  ['da wo', '打我'],
  ['qian zi', '签字'],
  ['kai ting', '开庭'],
  ['bang xin', '帮信'],
  ['zui jia', '醉驾'],
  ['jiu jia', '酒驾'],
  ['shi shen me', '是什么'],
  ['shen me', '什么'],
  ['zuo lao', '坐牢'],
  ['bei zhua', '被抓'],
  ['li hun', '离婚'],
]

const typed: [RegExp, string][] = pinyin.map(([sounds, word]) => [
  new RegExp(`(?<![a-z])${sounds.split(' ').join("[ ']?")}(?![a-z])`, 'g'),
  word,
])

export const rightly = (text: string): string =>
  [...patterns, ...typed].reduce((said, [sound, word]) => said.replace(sound, word), text)
