import type { RecordResult } from '../../desk/assist/result.ts'
import { chargeOf } from '../guard/charges.ts'
import { type Refusal, refuse } from '../guard/check.ts'
import { withoutOrders } from '../guard/injection.ts'
import { bare } from '../redact/redact.ts'
import { groundsOf } from './grounds-of.ts'
import type { Errand } from './purpose.ts'

/** Charge, question and answer out of what was said (R7.4: a draft until a lawyer confirms it). */

/** The last part of a long talk holds the advice. */
const LONGEST = 12_000

export const draftRecord: Errand = {
  input({ talk, read, record }, redactor) {
    const said = talk.map(({ who, text }) => ({
      who,
      text: redactor.hide(who === 'client' ? withoutOrders(text).sent : text),
    }))
    const kept = record && {
      charge: record.charge,
      question: record.question,
      answer: record.answer,
    }
    const written = kept !== null && Object.values(kept).some((field) => field.trim() !== '')
    if (said.length === 0 && !written) return null
    while (JSON.stringify(said).length > LONGEST && said.length > 1) said.shift()
    return {
      talk: said,
      read,
      ...(written ? { record: JSON.parse(redactor.hide(JSON.stringify(kept))) as object } : {}),
      stage: record?.stage ?? null,
    }
  },
  judge(answer, context): RecordResult | Refusal {
    const grounds = groundsOf(context)
    const { redactor, material } = context
    const { charge, question, answer: advice } = answer
    if (typeof charge !== 'string' || typeof question !== 'string') return 'shape'
    if (typeof advice !== 'string') return 'shape'
    const named = chargeOf(charge, [...grounds.told, ...grounds.advised], material.language)
    if (named === null) return 'ungrounded'
    const refused =
      refuse(bare(question), grounds, { question: true }) ?? refuse(bare(advice), grounds)
    if (refused) return refused
    const asked = redactor.restore(question.trim())
    const told = redactor.restore(advice.trim())
    if (asked === null || told === null) return 'shape'
    return { kind: 'record', charge: named, question: asked, answer: told }
  },
}
