import { acquaintance, other, relative } from './concept.ts'
import type { Row } from './row.ts'

/** Who must have a defender (Legal Aid Law Art. 25). */

const quantity = '[0-9一二两三四五六七八九十百]+'

const years = '(?:1[0-7]|十[一二三四五六七])'
const person = `(?:我|他|她|${relative}|${acquaintance}|今年|才|刚|还是|只有|虚岁|周岁)`
const young = new RegExp(
  `${person}[^,]{0,4}(?<![0-9个第])${years}(?![0-9个多天年月万千百块分点号日时级楼路%人次])|${years}(周)?岁|(?:差|还有|没到|不到|没满|未满|不满)[^,]{0,6}(?:18|十八|成年)|(?:上|读|念|在读?|是)(?:小学|初中|高中|中学|职高|中专|技校|[四五六七八九]年级)|(?:初中|高中|中学|职高|中专|技校|小学)(?:生|在读|在校)|(?:初|高)[一二三](?![院法级审])|未成年|没成年|20(?:1[0-9])年?(?:出)?(?:生|的)|(?:he|she|i|son|daughter|boy|girl)[^,]{0,12}\\b1[0-7]\\b(?! (?:days|months|hours|years ago|people|yuan|thousand))|under.?age|teenager|juvenile`,
)
/** The young one is the victim, or it is long ago. */
const notAccused = new RegExp(
  `(?:${other}|和|跟|与|同|把|将|打了|骗了|撞了|睡了)[^,]{0,8}(?:未成年|初中|高中|${years}岁?|不满1|没满)|(?:当年|当时|那时|小时候|以前|犯罪记录|犯的事|读书的时候)|1[0-7]岁(?:的)?(?:女|姑娘|小孩)[^,]{0,6}(?:受害|被害)|20多岁|培训|学历|毕业`,
)

const isMinor = (said: string): boolean => young.test(said) && !notAccused.test(said)

export const under18: Row = {
  step: 'under-18',
  outcome: 'redirect',
  when: /(?<![0-9万千百])(1[0-7]|十[二三四五六七])(周)?岁|(我|儿子|女儿|孩子|娃|弟弟?|妹妹?)[^,]{0,6}(?<![0-9])(1[2-7])(?=了|,|$|呢|啊|还|的)|(读|上|念)(初|高)(中|一|二|三)|未成年|没成年|还没满18|(不|没|未|还没)满(18|十八)|(读|上|在|念)?(初|高)(中|一|二|三)(?!院|法|级)|i am 1[0-7]\b|(is|am|aged?|just) (only )?1[0-7]\b|1[0-7] years? old|under 18|minor(?! (injury|offen|crime))|high school/,
  unless:
    /(对方|被害人|受害人|女方|那个?女(孩|的)|她|人家|打了|和|跟|与|骗了)[^,]{0,8}(才|只有|是|,)?(未成年|1[0-7]岁|不满1[48]|没满1[48]|十[三四五六七]岁)|未成年(时|的时候|人?犯罪记录)|高(一|二|三)(院|法)/,
  or: isMinor,
}

export const disability: Row = {
  step: 'disability',
  outcome: 'redirect',
  when: /聋|哑(?!口)|盲人|失明|(眼睛|双眼)[^,]{0,3}(看不见|瞎)|听不见|听(力|障)[^,]{0,2}(残|障|不|差)?|(视|听)力残疾|言语残疾|手语|不会说话|\bdeaf\b|\bblind\b|\bmute\b|sign language/,
  unless: /(对方|被害人|受害人|他家)[^,]{0,4}(聋|哑|盲)|听力考试/,
}

/** An illness alone takes nobody's mind; with words about not knowing what they did it may. */
const ill =
  /抑郁|双相|躁狂|幻(觉|听|想)|妄想|癫痫|神经(病|衰弱|失常)|自闭|唐氏|脑(瘫|梗|损伤|外伤|炎)|老年痴呆|健忘|心智|智商|depress|autis|delusion/
const lost =
  /(不知道|不清楚|不晓得|记不得|记不清|没意识|控制不|不受控|管不住|失控|犯病|发病|发作|不清醒|糊涂)|吃药|住过院|鉴定|残疾证|智商|(像|跟)[^,]{0,4}(小孩|孩子)|didn't know what/
const unaware = (said: string): boolean =>
  (ill.test(said) &&
    lost.test(said) &&
    !/(对方|被害人|受害人|邻居)[^,]{0,6}(抑郁|精神|智)/.test(said)) ||
  /(智力|脑子|脑壳|脑筋|精神|神志|神经)[^,]{0,4}(问题|残|缺陷|不(正常|好|行|清|全)|低下|障碍|迟钝)|智力只有|傻子|疯了好几年/.test(
    said,
  )

export const capacity: Row = {
  step: 'capacity',
  outcome: 'redirect',
  when: /精神(病|分裂|残疾|障碍|失常|异常|科)|智力(残疾|低|障碍|有问题|不)|智障|弱智|双相|躁郁|老年痴呆|痴呆症|脑子(有问题|不正常|不好使)|schizophren|mental(ly)? ?(ill|disab)|bipolar|intellectual disab/,
  unless: /(对方|被害人|受害人|邻居|前夫|前妻)[^,]{0,6}(精神|智|痴)|神经病啊|精神损失|精神赔偿/,
  or: unaware,
}

export const grave: Row = {
  step: 'grave',
  outcome: 'redirect',
  when: new RegExp(
    `故意杀人|杀了人|(把|将)[^,]{0,6}(杀了|杀死|捅死|打死|砍死)|杀人(罪|案|犯)|死刑|无期|死缓|缺席审判|(贩|运|走私|制)[^,]{0,3}(毒|冰毒|海洛因)[^,]{0,6}(公斤|千克|kg|斤|${quantity}克)|绑架|抢劫(致|杀|死)|致人死亡罪|爆炸罪|故意伤害致死|伤害致死|death penalty|murder|life (imprisonment|sentence)`,
  ),
  unless: /交通|肇事|车祸|开车|撞|不是死刑|(?<!会)不会(判)?(死刑|无期)/,
}

const alone = (said: string): boolean =>
  /普通程序|合议庭|三个(法官|审判)|(法官|审判员|陪审)[^,]{0,2}三/.test(said) &&
  /没(有)?(请|找|委托)?(过)?(个)?(辩护人|律师)|(没|无)(人)?(帮|替)?我?辩护|自己(一个人)?(去|出庭|辩)|no (lawyer|defender)/.test(
    said,
  )

export const trialAlone: Row = {
  step: 'trial-no-defender',
  outcome: 'redirect',
  when: /(普通程序.{0,20}没(有)?(请)?(辩护|律师)|没(有)?(请)?(辩护人|律师).{0,20}普通程序)/,
  or: alone,
}
