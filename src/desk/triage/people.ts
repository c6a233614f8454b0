import { acquaintance, relative } from './concept.ts'

/** Who the words speak of, and when. Patterns over `plain` text. */

const near =
  '(丈夫|妻子|爱人|对象|配偶|儿子|女儿|闺女|孩子|娃|小孩|爸妈|爸爸?|妈妈?|父亲|母亲|爹|娘|老爸|老妈|老爷子|哥哥?|弟弟?|姐姐?|妹妹?|兄弟|家人|家里人|husband|wife|son|daughter|father|mother|dad|mum|mom|brother|sister|child|kid)'

const far =
  '(表(哥|弟|姐|妹|叔|舅)|堂(哥|弟|姐|妹)|朋友|哥们|闺蜜|同事|同学|邻居|老板|员工|室友|老乡|亲戚|舅舅?|叔叔?|姑姑?|姨妈?|侄子|外甥|爷爷|奶奶|外公|外婆|姥姥|姥爷|未婚夫|未婚妻|男朋友|女朋友|男友|女友|friend|cousin|colleague|boyfriend|girlfriend|neighbou?r|uncle|nephew)'

/** "我表哥取保了", "帮朋友问": the matter is another person's. */
export const ofAnother = new RegExp(
  `^(你好,|您好,|请问,?)*(我|我们|俺)?(的|家|有个|有一个|一个)?${far}(被|是|的|在|他|她|因|涉|取保|昨|今|前|现在|已|也|犯|让|,|has|is|was)|(帮|替|代)(我)?(的|家)?(一个|个)?${far}(问|打听|咨询)|my ${far}`,
)

/** "我儿子取保了", "替老公问". */
export const ofFamily = new RegExp(
  `^(你好,|您好,|请问,?)*(律师,?)?(我|我们|家|我家)(的|家|那个)?(里)?${near}(被|是|的案|在|他|她|因|涉|取保|昨|今|前|现在|已|也|犯|让|偷|打|帮|卖|借|酒|醉|接到|收到|,)|(帮|替|代)(我)?(的|家)?${near}(问|打听|咨询|申请)|my ${near} (is|was|has|got)`,
)

export const relativeNamed = new RegExp(`${near}|他|她`)

/** It is the writer who is accused, whatever else happened to them. */
export const accused =
  /取保|嫌疑人|被告人|涉嫌|具结书|认罪|监视居住|传唤|刑事立案|起诉(我|了我)|我(把|给)(人|他|她|对方)[^,]{0,8}(打|伤|撞)|互殴|轻伤害|还手|帮信|检察院(叫|让|找|通知|打电话)|on bail|suspect|accused|charged/

export const past =
  /昨天|昨晚|昨日|前天|前几天|上(周|个?月|星期|次)|之前|以前|去年|已经(回|出)来|放(我)?(回|出)来|回(到)?家了|出来了|yesterday|last (week|month|night)/

/** Within a day: today, tonight, tomorrow, in an hour. */
export const soon =
  /今天|今晚|今早|今下午|明天|明晚|(?<!昨天|前天)(下午|上午|晚上|早上|中午)[^,]{0,3}[0-9一二两三四五六七八九十]+点|^(下午|上午|晚上)|(?<!昨天|前天|那天|上周.{0,2}|周.)(下午|上午|晚上|中午|傍晚|后半晌|晌午|下半天)(?=[^,]{0,6}(要|就|得|去|到|开庭|签|问|过去|审|叫|让))|还(剩|有)[^,]{0,4}(分钟|小时|钟头)|今天(必须|要|得|就)|[0-9一二两三四五六七八九十]+点(半|钟|整)?(就)?(要|得|必须)(到|去)|等下|等哈|待下|过会|稍后|回头就|今夜|半夜|凌晨[0-9一二三四五六]+点|等(一)?(会|下)儿?(就)?(要|去|到|来)|一会儿?|马上(就)?(要|去|来|到|开庭|签)|待会|刚(才|刚)?(打|来|接到)(了)?[^,]{0,8}电话|(让|叫|要)我(下午|上午|晚上|中午)|(半|[0-9一二两三几]+)个?(小时|钟头)(后|内|之内|以内)|tomorrow|today|tonight|this (morning|afternoon|evening)|in (an|one|two|a few|\d+) hours?|right now/

/** What one is called to: questioning, signing, a hearing. */
export const called =
  /派出所|公安|警察|刑警|经侦|刑侦|支队|大队|分局|所里|办案|检察院|检察官|法院|法官|法庭|开庭|庭审|宣判|传唤|传讯|讯问|问话|提审|笔录|签字|签(了)?(个)?(名|具结)|具结书|投案|自首|报到|说明情况|配合调查|police|court|hearing|prosecutor|procuratorate|affidavit|interview|interrogat|sign/

/** What happens to whoever is accused. */
const status =
  '(?:取保|保候|涉嫌|犯(?!病)|惹|摊上|出(?:了)?(?:点)?事|被(?!骗|打|偷|害|抢|撞|欺)|因(?:为)?|酒驾|醉驾|喝酒开|偷|开(?:设)?赌|诈骗|骗(?:了|人)|打(?:架|人|伤|了人)|伤人|帮(?:人|别人|朋友|信)|卖(?:卡|了卡)|借(?:卡|了卡)|开卡|跑分|立案|传唤|(?:公安|警察|派出所|检察院|法院)[^,]{0,4}(?:叫|找|通知|让|传)|签|判|起诉|开庭|监视居住|认罪|的案|的事|那个案|这个案|has been|was|is (?:on bail|charged|accused|under))'
const asksFor = '(?:帮|替|代|给|为)(?:我|我们)?(?:的|一?个|这个|那个)?'
const asked = '(?:问|打听|咨询|了解|查|看看|申请|找|联系|说)'

/** A writer who stands in the matter themselves. */
const inIt =
  /(?:^|,)(?:你好|您好|请问|我想问)?我(?:也|本人|自己)?(?:现在|目前|因为|涉嫌|被取保|取保|也被|犯了)|我(?:和|跟|与|同|把|将)|(?:让|叫|请|找|帮)我(?!问|打听|妈|爸|哥|弟|姐|妹|儿|女)|我(?:被|涉嫌|取保)(?!.{0,2}的)/

const onBail = /(?:^|,)我(?:也|自己|本人)?(?:被|在|现在|正|还在)*(?:取保|涉嫌|立案|传唤|监视居住)/

const about = (people: string): RegExp =>
  new RegExp(
    `${asksFor}[^,]{0,3}${people}[^,]{0,10}${asked}|${people}[^,]{0,12}${status}|${people},?[^,]{0,6}(?:现在|已经|前几天|昨天)[^,]{0,8}${status}|我是(?:他|她)(?:的)?${people}|(?:he|she) is my ${people}`,
  )
const ofFar = about(acquaintance)
const ofNear = about(relative)

/** The matter is another's: an acquaintance's, or a near relative's (R6.1 tells them apart). */
export const isOthers = (said: string): boolean =>
  (ofAnother.test(said) && !onBail.test(said)) || (ofFar.test(said) && !inIt.test(said))
export const isFamilys = (given: string): boolean =>
  ofFamilys(given.replace(distant, '别人').replace(onlySay, ''))

/** 表哥 is no 哥. */
const distant = new RegExp(acquaintance, 'g')

/** "我妈说": a voice in the writer's own matter. */
const onlySay = new RegExp(
  `(?:我|我们)?(?:的)?(?:${relative}|${acquaintance})(?:他|她)?(?:都|也|老|总|就|跟我|一直)?(?:说|觉得|讲|劝|骂|问我|让我|叫我|告诉我|担心)`,
  'g',
)

const ofFamilys = (said: string): boolean =>
  (ofFamily.test(said) && !onBail.test(said)) || (ofNear.test(said) && !inIt.test(said))
