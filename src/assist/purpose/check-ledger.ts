import { type Finding, findings, type LedgerResult } from '../../desk/assist/result.ts'
import { withoutOrders } from '../guard/injection.ts'
import type { Errand } from './purpose.ts'

/** A closed record, looked over: the answer is a few codes, and the words a coordinator reads are the desk's. */
export const checkLedger: Errand = {
  input({ record, outcome }, redactor) {
    if (!record) return null
    const hidden = (text: string): string => redactor.hide(withoutOrders(text).sent.slice(0, 4000))
    return {
      charge: hidden(record.charge),
      question: hidden(record.question),
      answer: hidden(record.answer),
      stage: record.stage,
      outcome: outcome ?? '',
    }
  },
  judge({ findings: found }): LedgerResult {
    const list = Array.isArray(found) ? found : []
    return { kind: 'ledger', findings: findings.filter((one: Finding) => list.includes(one)) }
  },
}
