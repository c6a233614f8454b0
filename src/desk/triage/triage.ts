import type { Intake } from '../state.ts'
import { provinces } from './concept.ts'
import { type Difficulty, difficultiesIn } from './difficulty.ts'
import { inDoubt } from './doubt.ts'
import { knownFrom } from './known.ts'
import { isFamilys, isOthers } from './people.ts'
import { plain } from './plain.ts'
import { fits, type Row } from './row.ts'
import { rows } from './rows.ts'
import { topics } from './topics.ts'
import { urgencyOf } from './urgent.ts'

/**
 * What a client's own words are about: rules, no model. It decides nothing for good: a person stays one choice away
 * whatever it finds (PIPL Art. 24).
 */

export interface Finding {
  outcome: 'emergency' | 'refuse' | 'redirect' | 'explain' | 'clarify'
  /** `flow/step` to show, the most pressing first. Empty where nothing was understood. */
  at: string[]
  /** Questioned, signing or in court within a day, or pressed: such a client comes first. Why, or null. */
  urgent: string | null
  /** Fetch a person without being asked. */
  fetches: boolean
  /** Worth an appointment besides. */
  hard: boolean
  /** What makes it difficult (R20.3). */
  flags: Difficulty[]
  knows: Partial<Intake>
}

/** As many places as are offered at once. */
const TOPICS = 3

/** What matters stands early; a whole story is for the lawyer to read. */
const HEARD = 1500

export function triage(words: string): Finding {
  const said = plain(words.slice(0, HEARD))
  const row = rowOf(said)
  const flags = difficultiesIn(words)
  const found = topics.filter(({ when, unless }) => when.test(said) && !unless?.test(said))
  const at = [...new Set([...(row ? [`redirects/${row.step}`] : []), ...found.map((t) => t.at)])]
  const outcome = row?.outcome ?? (found.length > 0 ? 'explain' : 'clarify')
  return {
    outcome,
    at: at.slice(0, TOPICS),
    urgent: urgencyOf(said, row, found[0]?.urgent === true),
    fetches: row?.fetches === true,
    hard: row?.hard === true || found[0]?.hard === true || flags.length > 0,
    flags,
    knows: knownFrom(said, row),
  }
}

export type Found = Pick<Row, 'step' | 'outcome' | 'fetches' | 'urgent' | 'hard'>

function rowOf(said: string): Found | null {
  const row = rows.find((one) => fits(one, said))
  if (row) return row
  if (saysPlea.test(said)) return { step: 'says-plea', outcome: 'refuse' }
  // Only where nothing better is known: whose matter it is, where it is, or that it is none.
  if (isFamilys(said)) return { step: 'near-relative', outcome: 'redirect' }
  if (isOthers(said)) return { step: 'other-person', outcome: 'redirect' }
  if (elsewhere.test(said) || isElsewhere(said)) return { step: 'elsewhere', outcome: 'redirect' }
  if (topics.some(({ when, unless }) => when.test(said) && !unless?.test(said))) return null
  const doubt = inDoubt(said)
  if (abuse.test(said) && doubt?.step !== 'danger') return { step: 'abuse', outcome: 'refuse' }
  if (doubt) return doubt
  if (offTopic.test(said)) return { step: 'off-topic', outcome: 'refuse' }
  return null
}

const saysPlea =
  /(我(都)?认罪|我承认|我认了|我有罪|是我干的|我愿意认罪).{0,14}(告诉|转告|跟|报告|通知|帮我说|快).{0,6}(检察|警察|公安|法院|法官)|^我(全)?认罪[,我]*(认罚)?$|tell (the )?(prosecutor|police)[^,]{0,20}(guilty|plead)|^i plead guilty/

const elsewhere =
  /(案子|案件|办案|事情|出事)[^,]{0,4}(是|在)(外省|外地|异地|别的(省|市|地方)|其他(省|市)|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西|内蒙古|西藏|宁夏|新疆|深圳|广州)|外省的案|异地(办案|取保)|another (province|city)/

/** The office is in another place, or they are. */
const farOff = new RegExp(
  `${provinces}(?:的|那边|那里|省|市|这边)?[^,]{0,4}(?:警察|公安|派出所|检察院|法院|办案|办的|立的案|警方)(?!局长)|(?:案子|案件|案发|警察|派出所|立案|管辖)[^,]{0,6}(?:在|是)${provinces}|(?:人|住|工作|打工)(?:现在)?在[^,]{2,6},?.{0,8}案(?:子|件)?(?:是|在|归|由)|(?:police|case|court)[^,]{0,20}(?:in|from) (?:another|a different|other)`,
)
const isElsewhere = (said: string): boolean =>
  farOff.test(said) && !/自称|转账|去(?:年|过)/.test(said)

const abuse =
  /狗(东西|日|屎|娘)|吃干饭|吃屎|不要脸|王八|他娘|你大爷|骗人的玩意|滚蛋|去你的|你们(这些|这帮|一群)|屌|扑街|冚家|龟儿|瓜娃|锤子|傻逼|傻b|傻x|sb(?![a-z])|破玩意|狗屁|脑残|白痴|畜生|贱人|tmd|nmsl|cnm|有病吧|煞笔|操你|草你|日你|你妈|妈的|他妈|去死吧|王八|混蛋|垃圾|骗子|滚|废物|fuck|shit|idiot|stupid/

const offTopic =
  /天气|下雨|下雪|台风|(写|作|来|说|听)(一)?(首|篇|个)?[^,]{0,3}(诗|作文|歌|小说|论文|故事|笑话)(?!里)|笑话|股票|彩票|基金|足球|比分|电影|游戏|菜谱|翻译一(下|段)|你(是|叫)(谁|什么|不是人|机器人|chatgpt|gpt|deepseek)|chatgpt|deepseek|你会(什么|干)|几点了|星期几|唱(首)?歌|星座|算命|写[^,]{0,4}(请假条|作文|检讨|简历|文案|代码|邮件|祝福|故事|情书)|真人还是|是不是(真人|机器人|ai)|机器人(吗|么)|人工智能|几号(?![^,]*(去|开庭|传))|吃什么|好吃|火锅|外卖|奶茶|餐厅|附近[^,]{0,6}(哪|有)|[0-9] ?[+*x×=÷] ?[0-9]|等于几|编程|代码|python|程序员|你(会|能|可以)[^,]{0,4}(什么|吗|聊|唱|画)|(推荐|介绍)[^,]{0,10}(书|歌|剧|电影|餐|酒店|手机|工作)|(明星|偶像|追剧|综艺|王者|抖音|网红|八卦)|感冒|发烧|头疼|失眠怎么|祝你|晚安|早安|生日快乐|翻译成|手机(没电|死机|怎么设)|快递到哪|wifi|密码忘|作业|考试题|历史|地理|什么模型|capital of|translate|write (me )?(a|an|some)|tell me (a|about) (joke|story|yourself)|what('s| is) (the (time|capital)|your (name|model)|2 ?[+])|football|movie|song|(好)?无聊|聊(聊天|会天|天吧)|数学题|新闻|女朋友|减肥|旅游攻略|weather|joke|poem|who are you|recipe|stock/

/** Every step triage can name, so that a check can see that all are there. */
export const named = (): string[] => [
  ...rows.map(({ step }) => `redirects/${step}`),
  ...['says-plea', 'other-person', 'near-relative', 'elsewhere', 'abuse', 'off-topic'].map(
    (step) => `redirects/${step}`,
  ),
  ...topics.map(({ at }) => at),
]
