import type { Row } from './row.ts'

/** Words nothing else made sense of, in which something sounds like danger: one number too many is said rather than one too few. */

const despair: Row = {
  step: 'self-harm',
  outcome: 'emergency',
  fetches: true,
  urgent: true,
  when: /(?<!撞|打|砍|杀|捅|闹|弄|害|烧|淹|病|摔|压|毒|轧|枪)死|活着|活下去|不活|结束(我|自己|一切|这)|消失|拖累|连累|遗|跳下|纵身|自残|割|吊|药(片|瓶)|安眠|农药|撑不|熬不|扛不住|崩溃|绝望|解脱|来世|下辈子|告别|永别|(?<!不)想不开|没脸(见|活)|\bdie\b|dead|death|suicid|kill myself|hopeless|goodbye|end it/,
  unless:
    /死(板|机|鬼|党|活|心|缓|刑|人|者|伤|角|路|板)|(累|笑|急|烦|吓|热|冷|饿|困|气|爱|美|忙)死|(急|烦|吓|累|气|笑)煞|遗(产|嘱|失|漏|忘|憾)|割草|吊(车|销|灯)|来世界|deadline/,
}

const danger: Row = {
  step: 'danger',
  outcome: 'emergency',
  urgent: true,
  when: /血|刀|枪(?!手)|斧|匕首|汽油|着火|火灾|烧(?!烤|饭|菜|水|酒)|毒(?!品|死)|煤气|爆炸|绑|劫|后备箱|黑屋|囚|掐|砍|捅|杀(?!毒|价|青)|追(我|着|杀)|跟踪|尾随|堵(门|我|在)|砸|踹|闯|破门|救(我|她|他|人|命)|晕|昏|抽搐|窒息|呼吸|心跳|中毒|溺|坠|倒地|动不了|不动了|出不去|逃(出|不)|躲(在|着|起)|强奸|猥亵|侵犯|家暴|打(我|她|他|妈|孩子)|(?:^|[^a-z])(?:gun|knife|blood|bleed|fire|attack|hurt|kidnap|trapped|stab|shoot|threat|unconscious|breathe)/,
  unless:
    /刀(削|具店|鱼)|热血|血(压|糖|型|汗)|烧脑|砸(锅|钱)|救(济|助站|生员)|晕(车|船)|昏(君|庸)|(游戏|电影|电视|小说|歌|诗|菜|梦|故事)|fire(d|wall)|cross-?fire|heart attack of/,
}

const scam: Row = {
  step: 'scam',
  outcome: 'emergency',
  urgent: true,
  when: /(转|汇|打|付|交|存)[^,]{0,8}(钱|款|账|万|元)|余额|验证码|链接|账户|保证金|保释金|密码|transfer|deposit|gift card/,
}

/** A caller, a paper, a claim of office. */
const office =
  /警|公安|检察|最高|法院|法官|公章|盖章|文件|专案|涉案|通缉|逮捕|客服|陌生|自称|police|court|officer|prosecutor/

export function inDoubt(said: string): Row | null {
  const found = [despair, danger].find(
    ({ when, unless }) => when?.test(said) && !unless?.test(said),
  )
  if (found) return found
  return scam.when?.test(said) && office.test(said) ? scam : null
}
