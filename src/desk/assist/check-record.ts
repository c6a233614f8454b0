import type { ConsultationRecord, Outcome } from '../state.ts'
import type { Finding } from './result.ts'

/** A closed record, looked over by rules: what looks incomplete or contradictory, for the coordinator to ask about. */

export interface Closed
  extends Pick<ConsultationRecord, 'charge' | 'question' | 'answer' | 'stage'> {
  outcome: Outcome | string
}

/** Nothing of substance: a filler, or too short to be a question or an answer. */
const filler =
  /^(无|没有|同上|略|已答|已解答|已回复|ok|好|好的|知道了|答复了|解答了|见聊天|见上|[-—.。…x]+|n\/?a|none|done|yes|no|test|测试|asdf?|123)$/i
const unknown = /^(不详|未告知|不明|unknown)$/i

/** 诈骗 in the question and 盗窃 as the charge: one of them is a slip. */
const kinds: [string, RegExp][] = [
  ['driving', /危险驾驶|醉驾|酒驾|醉酒驾/],
  ['accident', /肇事/],
  ['theft', /盗窃|偷/],
  ['fraud', /诈骗|骗了|骗取/],
  ['injury', /故意伤害|寻衅|斗殴|殴打|打架/],
  ['helping', /帮信|信息网络犯罪|掩饰|隐瞒犯罪所得/],
  ['gambling', /赌/],
  ['drugs', /毒品|吸毒|贩毒/],
]

const stages: [NonNullable<ConsultationRecord['stage']>, RegExp][] = [
  ['investigation', /侦查阶段|公安(机关)?(还在|正在)(侦查|办理)/],
  ['prosecution_review', /审查起诉(阶段)?|检察院(正在)?审查/],
  ['trial_first', /一审(阶段|开庭|期间)/],
  ['trial_second', /二审(阶段|开庭|期间)/],
]

const kindsIn = (text: string): string[] =>
  kinds.filter(([, form]) => form.test(text)).map(([name]) => name)

const empty = (text: string): boolean =>
  filler.test(text.trim()) || [...text.trim()].length < SHORTEST

const SHORTEST = 4

export function checkRecordByRule(record: Closed): Finding[] {
  const { charge, question, answer, stage, outcome } = record
  const own = kindsIn(charge)
  const asked = kindsIn(question)
  const told = kindsIn(answer)
  const named = stages.filter(([, form]) => form.test(`${question}\n${answer}`))
  const says = (form: RegExp): boolean => form.test(answer)
  const found: Record<Finding, boolean> = {
    charge_unclear:
      (unknown.test(charge.trim()) && asked.length + told.length > 0) || filler.test(charge.trim()),
    charge_differs: own.length > 0 && asked.length > 0 && !asked.some((kind) => own.includes(kind)),
    question_missing: empty(question),
    answer_missing: empty(answer),
    answer_off: question.trim() === answer.trim() && !empty(answer),
    stage_differs: stage !== null && named.length === 1 && named[0]?.[0] !== stage,
    outcome_differs:
      (outcome === 'answered' && says(/另(行)?约|改天再|预约(了)?时间再|下次再(谈|答)/)) ||
      (outcome === 'interrupted' && says(/已(全部|完整)?解答(完毕|清楚)/)) ||
      (outcome === 'referred' &&
        !says(/转|介绍|建议.*(找|到|向)|12348|法律援助|热线|其他|机构|窗口/)),
    contradictory:
      (says(/可以离开|不用(经|得到)?批准/) && says(/(应当|须|需|要)(经|得到).*批准|不得离开/)) ||
      (told.length > 0 && own.length > 0 && !told.some((kind) => own.includes(kind))),
  }
  return (Object.keys(found) as Finding[]).filter((one) => found[one])
}
