import { languages } from '../../desk/desk.ts'
import type { Library } from '../library.ts'
import { type Check, sentences, spots } from './fault.ts'

/** What may never be said to a client, whoever wrote it: patterns over every text. */

export interface Ban {
  what: string
  when: RegExp
  /** Where the same words mean the opposite. */
  unless?: RegExp
}

/** Criminal Procedure Law Art. 120: questions are to be answered truthfully. */
const silence: Ban = {
  what: 'speaks of a right to silence, which the law does not give',
  when: /沉默权|(有权|可以|应当|应该|请|要)[^，。]{0,4}(保持)?沉默|一句话(都|也)(别|不要)说|right to (remain )?silen|(stay|remain|keep) silent|say nothing/i,
}

const prediction: Ban = {
  what: 'predicts how a case ends',
  when: /(您|你|这样|这种情况|一般|肯定|一定|大概|应该|估计|基本上?|多半|通常)[^，。]{0,6}(会|能|可以)?(被)?(判(?!断|决)|坐牢|关(?!系)|不起诉|缓刑|无罪|免刑|从轻处理)[^，。]{0,6}(年|月|了|的|。|$)|保证[^，。]{0,4}(缓刑|不起诉|从宽|取保|无罪)|(不会|肯定不|一定不)(坐牢|判刑|被抓|起诉)|you (will|are going to) (be (sentenced|convicted|acquitted|jailed|released)|go to (prison|jail)|get (a|off|probation))|we (guarantee|promise)/i,
  unless: /不能|没有人能|谁要是|beware|nobody can/i,
}

const discount: Ban = {
  what: 'names a discount by stage, which only a province pack may',
  when: /(侦查|审查起诉|审判|一审|每个?|某个?)(的)?(阶段)[^。\n]{0,16}(\d+\s*%|百分之|[一二三四五六七八九两几]\s*(折|成))|(\d+\s*%|百分之)[^。\n]{0,16}(侦查|审查起诉|审判)阶段|(\d+\s*%)[^.\n]{0,30}(during|at) (the )?(investigation|review|trial)|(investigation|review|trial)[^.\n]{0,30}\d+\s*%/i,
  unless: /没有[^。]{0,6}[“"]?某个阶段打几折|no nationwide/i,
}

const steering: Ban = {
  what: 'steers for or against pleading',
  when: /(建议|劝|希望|最好|应该|应当|赶紧|尽快|一定要|必须|不如|还是)(您|你)?[^，。]{0,2}(认罪(?!认罚从宽)|认了|签了|不认|不要认|别认|拒绝认)|(千万)?(别|不要)(认罪|认了|签具结)|认了(对您)?(更|比较)?(划算|有好处)|(不认|拒绝)(对您)?更(好|有利)|(you should|we advise you to|it is better to|you must) (not )?(plead|admit|confess|refuse to plead|sign)|do not (plead|confess)/i,
}

const obstruction: Ban = {
  what: 'helps to obstruct the case',
  when: /(您|你)?(可以|能|试试|不妨)[^，。]{0,6}(删(除|掉)?(聊天|记录|照片)|销毁|串供|躲(起来|一阵)|换个?号码躲|离境避|转移财产)|you (can|could|may) (delete|destroy|hide|flee)/i,
}

const money: Ban = {
  what: 'speaks of paying for this service',
  when: /(收取|需要支付|请支付|付费|收费标准|律师费由您)|(pay|fee) (us|for this service)/i,
}

export const bans: Ban[] = [silence, prediction, discount, steering, obstruction, money]

export const banned = (text: string): string[] =>
  sentences(text).flatMap((sentence) =>
    bans
      .filter(({ when, unless }) => when.test(sentence) && !unless?.test(sentence))
      .map(({ what }) => `${what}: “${sentence.slice(0, 30)}”`),
  )

export const never: Check = (library) =>
  textsOf(library).flatMap(({ where, text }) => banned(text).map((fault) => `${where}: ${fault}`))

function textsOf(library: Library): { where: string; text: string }[] {
  const steps = spots(library).flatMap(({ name, step }) =>
    languages.flatMap((language) => [
      { where: `${name} (${language})`, text: step[language].text },
      { where: `${name} (${language}, spoken)`, text: step[language].spoken.join('\n') },
      ...step.choices.map((choice) => ({ where: `${name}, a choice`, text: choice[language] })),
    ]),
  )
  const terms = Object.entries(library.glossary).flatMap(([id, sides]) =>
    languages.map((language) => ({ where: `glossary, ${id}`, text: sides[language].plain })),
  )
  return [...steps, ...terms]
}

/** Percentages stand where the fact about the nationwide ceilings does, and nowhere else. */
export const percentages: Check = (library) =>
  spots(library)
    .filter(({ step }) => !step.facts.includes('F32'))
    .filter(({ step }) => /\d\s*%|百分之/.test(step['zh-CN'].text + step.en.text))
    .map(({ name }) => `${name}: names a percentage without the fact on nationwide ceilings (F32)`)

/** Nobody but a person is called a lawyer, and the automatic guide says that it is none. */
export const guideIsNoLawyer: Check = (library) =>
  textsOf(library)
    .filter(({ text }) =>
      /我是(值班)?律师(?!某)|AI律师|智能律师|i am (your|a|the) (duty )?lawyer/i.test(text),
    )
    .map(({ where }) => `${where}: the guide calls itself a lawyer`)
