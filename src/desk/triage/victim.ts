import { acquaintance, hits, other, police, relative } from './concept.ts'
import { accused } from './people.ts'
import type { Row } from './row.ts'

/** Who was wronged, and who only saw it (legal.md V1, V2): the desk's lawyers stand on the other side. */

const harm = `(?:${hits}|骗|偷|抢|盗|拐|讹|坑|捞走|诈|撞|轧|咬|性侵|非礼|糟蹋|敲诈|勒索|霸凌|家暴|骚扰|侮辱|诽谤|造谣|害|偷拍|拍裸照|卷)`
const mine = `(?:我|我们|俺|我家|(?:我)?(?:的)?${relative}|(?:我)?(?:的)?${acquaintance})`

const wronged = new RegExp(
  `${mine}[^,]{0,8}(?:被|让|给|遭)(?!${police}|指控|取保|判|起诉|立案|传|带|抓|叫|通知|诱|认定|列)[^,]{0,10}${harm}(?!去|来|着(?:去|办)|供|取)|${harm}(?:了|死|伤|走|残)(?:了)?${mine}(?!去|的时候)|(?<!我(?:把|将)?[^,]{0,6})${other}[^,]{0,8}(?:把|将|对)${mine}[^,]{0,10}${harm}|(?<!我)${harm}${mine}的(?:人|那|司机|凶手|家伙|老板|邻居|男|女|骗子)|(?:somebody|someone|he|she|they|a (?:man|guy)|my \\w+) (?:has |have )?(?:stole|robbed|attacked|beat|hit|scammed|cheated|raped|assaulted|hurt|stabbed)(?: up)? (?:me|my)|i (?:was|got|have been|am being) (?:\\w+ )?(?:robbed|attacked|beaten|scammed|cheated|raped|assaulted|stalked|hit|bullied|blackmailed)|(?:钱|积蓄|存款|养老金?|首付)[^,]{0,12}(?:被|给|让)[^,]{0,14}(?:骗|卷|坑|吞)|(?:凭什么|为什么|怎么)(?:还)?(?:不|没)(?:抓|判|关|立案|管)(?!我)|(?:要|想|怎么|能不能)(?:告|起诉|报案|追究|举报)(?:他|她|对方|那|这|骗子)|(?:轻|重)伤(?!.{0,6}(?:我|赔))[^,]{0,8}(?:对方|他)[^,]{0,6}(?:不赔|没赔|逍遥|没抓)|(?:我们?|家属)[^,]{0,4}(?:不服|不同意)(?:不起诉|私了|和解)|撤案了?我不服`,
)
/** Lured into helping is no victim of it; nor who is under investigation. */
const lured = /(?:骗|忽悠|诱骗|利用)(?:去|着|来|我)?[^,]{0,6}(?:办|开|卖|借|租|转|取|帮|做|签|去)/
/** On bail or accused, but not the writer: "他取保了". */
const theirs = new RegExp(
  `(?:${other}|他|她|凶手|嫌疑人|被告人?)[^,]{0,6}(?:取保候审|取保|涉嫌|认罪认罚|认罪|被?传唤|监视居住|具结书)|嫌疑人|被告人|认罪认罚|(?:on bail|charged|accused|suspect)`,
  'g',
)
const isAccused = (said: string): boolean =>
  accused.test(said.replace(theirs, '')) ||
  /(告|指控|冤枉|诬告|说|怀疑|赖|报警抓)(是)?我(?!们不)|(说|告)我[^,]{0,6}(打|骗|偷|抢|强奸)|我(也|先|就|一气之下|喝多了)?[^,]{0,6}(还手|打了|打伤|打的|撞了|撞到|推了|动手)|(打|骗|偷|撞)(了|伤)(人|他|她|对方|别人|邻居|同事|同学|朋友|老板)/.test(
    said,
  )

export const isVictim = (said: string): boolean =>
  wronged.test(said) &&
  !/(狗|猫|猴|蛇|蜂)[^,]{0,8}咬|咬[^,]{0,4}(狗|猫)/.test(said) &&
  !lured.test(said) &&
  !/(派出所|公安|警察)[^,]{0,6}(拘|罚|关|抓)(了)?我/.test(said) &&
  !isAccused(said)

export const victim: Row = {
  step: 'victim',
  outcome: 'redirect',
  or: isVictim,
  when: /我(是|作为)?(被害人|受害人|受害者)|(我|女儿|儿子|孩子|我妈|我爸|我家|妻子|丈夫|爸|妈)(的)?[^,]{0,6}(被|让|给)(人|他|她|别人|骗子|邻居|前夫|前男友|同学|一个人)?(家)?(打|骗|偷|抢|盗|强奸|猥亵|性侵|撞|敲诈|勒索|捅|砍|咬|诈骗|欺负|霸凌|家暴|骚扰|侮辱|拐|跟踪)(?!着|去|来)|我要(报案|报警|告他|告她)|想(报案|报警)|(不|没)(给)?(予)?立案|报(了)?警[^,]{0,6}(不|没人)管|追回(损失|钱|来)|(?<!警察|办案|民警)(前男友|前夫|前妻|他|她|对方|邻居|有人|老板|同学|丈夫|男朋友|骗子|别人|几个人|那人)[^,]{0,6}(把|将)我[^,]{0,10}(打|砍|捅|撞|骗|推|咬|踢)|(对方|他|她|骗子|有人|别人)(打|骗|偷|抢|撞|砍|捅)了我|被坑|刷单|杀猪盘|上当(了|受骗)|受骗|诈骗了我|(公安|警察|派出所)[^,]{0,6}(拖着|不管|不办|不受理|不处理)|i (was|have been|got) (robbed|attacked|beaten|scammed|cheated|raped|assaulted)|i am (the|a) victim|report a crime/,
  unless: new RegExp(
    `${accused.source}|(狗|猫)[^,]{0,8}咬|被(骗|骗去|骗着|忽悠|诱骗)(去|着|来)?(办卡|开卡|转账|取钱|帮|借卡|卖卡|做)|(警察|办案|他们)[^,]{0,6}(打|逼|骂)(我|了我)|离婚`,
  ),
}

export const witness: Row = {
  step: 'witness',
  outcome: 'redirect',
  when: /指认|辨认(?!笔录是)|(作|做)证(?!据)|(目睹|亲眼|看见|看到)[^,]{0,10}(打|偷|撞|抢|杀|捅).{0,16}(警察|派出所|公安|法院)[^,]{0,6}(问|叫|找|让)|(当|是|作为|做)(个)?证人|证人(身份|出庭)|目击(者|证人)|i am a witness|as a witness|testify/,
  unless:
    /(不是|还是|或者)(证人|嫌疑)|嫌疑人还是|证人(改|乱|说谎|撒谎|都)|(让|找|请|叫)(他|她|人|别人|朋友)[^,]{0,4}作证|伪证|作证明/,
}
