import {
  acquaintance,
  clauses,
  police,
  relative,
  released,
  says,
  taken,
  unreal,
} from './concept.ts'
import { past } from './people.ts'
import type { Row } from './row.ts'

/** Who is held, questioned this minute, or guarded: before anything else about the case. */

const takes = new RegExp(taken)
const notReal = new RegExp(unreal)
/** Not by the criminal law, or long over. */
const otherwise =
  /(行政|治安|司法)拘留|拘留(了)?[^,]{0,2}(天|日)(?!.{0,12}(刑|转))|留置|服刑|监狱|刑满|最(多|长)|多(久|长)|几(天|个?小时)/
const out = new RegExp(released)
const mine =
  /^(那|可是|但是|请问|你好|您好)*(我|本人)(当时|之前|以前|去年|上个?月|也|是|曾)(被|给)|^(我|本人)(被|给)(抓|拘|关|带)/

/** For so long already: a fact, whatever else is feared. */
const since =
  /(刑拘|刑事拘留|抓|关|进去|逮捕|羁押)(起|着|了|已经|已|有)*[^,]{0,2}(?<!最多|最长)[0-9一二两三四五六七八九十几半]+个?多?(天|月|星期|周)(?!以?(上|下|内))/

const heldWord =
  /刑拘|刑事拘留|看守所|进去(了|好|都)|jail|被(抓|拘)了|被抓|抓走|抓进|抓起|带走|逮|批捕|关进|拘留|拉了|关(着|在)|detain|arrest/
const byPolice = /刑|逮|抓|进去|羁押|给|被|关起/
const notByPolice = /行政|治安|派出所拘|判了/
/** Not the ordinary custody: supervision, or a sentence. */
const elsewhereHeld = /留置|服刑|监狱|纪委|监委|监察|纪检/
const notTaken = new RegExp(
  `${notReal.source}|(?<!被|给)(招待所|宾馆|酒店)|${mine.source}|逮捕(证|令)|(签|认|说|配合)[^,]{0,3}(就|才)|送看守所`,
)
const detention = /刑拘|刑事拘留|(?<!最(多|长).{0,4})看守所/

function held(said: string): boolean {
  if (elsewhereHeld.test(said) || out.test(said)) return false
  if (since.test(said) && byPolice.test(said) && !mine.test(said) && !notByPolice.test(said))
    return true
  if (!heldWord.test(said) || !says(said, takes, notTaken)) return false
  return !otherwise.test(said) || detention.test(said.replace(/多久|多长|几天/g, ''))
}

export const inCustody: Row = { step: 'in-custody', outcome: 'redirect', or: held }

const place = `(?:${police}|检察院|公安局|讯问室|审讯室|询问室|办案区|办案中心|执法办案)`
const here = new RegExp(
  `(我|人|俺|本人)?(现在|正|这会儿|已经|还|就|一直)+(都|就)?在[^,]{0,6}${place}|(我|人)在[^,]{0,4}${place}[^,]{0,6}(里|呢|门口|外面|等|坐|蹲|,|$)|(问|审)了?我[^,]{0,4}(小时|钟头|个钟|半天|一上午|一下午)|(在|正|还在)(录|做)(着)?(口供|笔录|材料)(,|呢|$)|手铐[^,]{0,4}(都)?(上|戴|铐)|(刚)到(派出所|公安局|分局)|(问|审|关|待|坐|等)[^,]{0,4}到(现在|这会|刚才)|(他们|警察|办案的?|民警)(还|正|在|一直|又)+(问|审|盘|录|做)|(马上|快|就要|等会)?(轮到|该)(问|审)?我(了)?$|(传唤|带|叫|喊)(我)?(进来|过来|到这)[^,]{0,6}(小时|钟头|半天|多久)|刑大[^,]{0,4}(等|坐|里)|等(着|候)?(被)?(问话|讯问|审|做笔录)|(偷偷|趁)[^,]{0,8}(厕所|上厕所|出去|不注意|接电话|换班)[^,]{0,6}(发|打|说|问|写)|不(让|放)(我|人)?(走|离开|回家)|(警察|他们|办案的?)[^,]{0,4}(在|就在)[^,]{0,3}(旁边|对面|门口|外面)|(站|坐|等)[^,]{0,4}(旁边|对面)[^,]{0,4}(催|等|看|盯)|(旁边|一直)[^,]{0,2}(催|盯)(着)?(我)?|police (have|got|are holding|keep) me|interview room|手机(马上|要|快要|等会|快)[^,]{0,3}(收|没收)|(want|asking|asked|tell|telling|make|making) me (questions|to sign)[^,]{0,10}(now)?|(i am|i'm|im|sitting|still) (here )?(at|in) (the |a )?(police|station|interrogation)|they (are|keep) (asking|questioning)`,
)
const elsewhere = new RegExp(
  `${past.source}|(让|叫|要|通知)我(?:[^,]{0,6})(去|到|来|过)|(案子|案件|卷|钱|车|手机|身份证|东西|材料)[^,]{0,4}(在|到|移送)|(${relative}|${acquaintance})[^,]{0,4}(现在|正|还)?(在|被)|上班|工作|干过|当(辅警|协警)|传销|窝点|会不会|如果|要是|通常|一般|(可以|能|能不能|可不可以)[^,]{0,4}(不|拒绝|什么都|啥都|沉默)`,
)

const questioned = (said: string): boolean =>
  clauses(said).some((one) => here.test(one) && !elsewhere.test(one)) &&
  /派出所|公安|警|局|所|审|讯|问|录|材料|侦|传唤|刑大|支队|大队|police|station|question|sign/.test(
    said,
  )

export const questionedNow: Row = {
  step: 'questioned-now',
  outcome: 'redirect',
  fetches: true,
  urgent: true,
  when: /(我|人|本人)?(现在|正|这会儿|此刻|已经)?(就)?(在|到|被带到)(了)?(?<!接到|收到|没到|送到|移到|转到|要到|得到|须到|该到|点到|前到|让到)[^,]{0,6}(派出所|公安局|公安分局|刑警队|经侦|办案区|办案中心|审讯室|讯问室|检察院|局里|所里)(里|门口)?(了|呢|,|做笔录|被|问|$)|正(在)?(被)?(做|录)?(笔录|讯问|问话|审讯|问我|审我)|(在|还在)(做|录)笔录|(警察|他们)(正|正在|还在)(问|审)我|让我现在(签|按手印)|被(叫|带|喊|传)(到|来|去)(了)?[^,]{0,6}(派出所|公安|刑警|经侦|局|所|队)[^,]{0,3}(来了|里|了,)|在(局|所|队)里[^,]{0,4}(坐|等|呢|待)|(警察|他们|办案的)(问我呢|盘问我|审我呢|(正|正在|在)问我话)|(打印|换班|出去)[^,]{0,6}了,?[^,]{0,8}(要我|让我)签|候问室|讯问椅|being (questioned|interrogated)|(questioning|interrogating) me|at the police station/,
  unless: new RegExp(
    `${past.source}|让我(去|到|来)|叫我(去|到|来|过)|通知我|要我(去|到)|(案子|案件|卷)(现在|已经)?(在|到|移送)|儿子|丈夫|妻子|女儿|爸|妈|弟|哥|朋友|签(了)?(具结|字)?[^,]{0,6}(在检察院)|上班|自己去|去的`,
  ),
  or: questioned,
}

const hotel = '(宾馆|酒店|招待所|旅馆|旅店|宿舍|基地|度假村|民宿|出租屋)'
const guards = '(看着|看守|守着|盯着|陪着|监视|不让|不许|不准|出不去|收了|没收|轮班)'
const watched = new RegExp(`${hotel}.{0,30}${guards}|${guards}.{0,20}${hotel}`)
const watchers = new RegExp(`${police}|他们|办案|有人|几个人`)
const guarded = (said: string): boolean =>
  /指居/.test(said) ||
  (watched.test(said) &&
    watchers.test(said) &&
    !/留置|监委|纪委|偷|捡|传销|监狱|嫖|卖淫/.test(said))

export const designated: Row = {
  step: 'designated',
  outcome: 'redirect',
  when: /指定(居所|住所|地点|场所)|(宾馆|酒店|招待所|旅馆|基地)[^,]{0,12}(看着|看守|守着|不让|不许|监视)|(看着|看守|守着)[^,]{0,8}(不让|不许)(出|离)/,
  unless: /留置|监委|纪委|偷|捡/,
  or: guarded,
}
