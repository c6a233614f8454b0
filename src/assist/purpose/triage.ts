import type { TriageResult } from '../../desk/assist/result.ts'
import type { Intake } from '../../desk/state.ts'
import { withoutOrders } from '../guard/injection.ts'
import type { Errand } from './purpose.ts'

/** First words: how urgent, and what is known. All of it is one of a few words; none of the model's own. */
export const triage: Errand = {
  input({ words }, redactor) {
    const { sent } = withoutOrders(words)
    return /\p{L}{2}/u.test(sent.replace('〔略〕', ''))
      ? { words: redactor.hide(sent.slice(0, 1500)) }
      : null
  },
  judge(answer): TriageResult {
    const { urgent, danger, hard } = answer
    return {
      kind: 'triage',
      urgent: urgent === true,
      danger: danger === 'self-harm' || danger === 'danger' ? danger : null,
      knows: known(answer),
      hard: hard === true,
    }
  },
}

/** A model's word sends nobody away: of `role`, `matter` and `defender` only what keeps a client here is taken. */
function known(answer: Record<string, unknown>): Partial<Intake> {
  const { stage, measure, role, matter } = answer
  return {
    ...(role === 'self' ? { role } : {}),
    ...(matter === 'criminal' ? { matter } : {}),
    ...(isStage(stage) ? { stage } : {}),
    ...(measure === 'bail' || measure === 'residential' ? { measure } : {}),
  }
}

const isStage = (value: unknown): value is Intake['stage'] =>
  value === 'investigation' ||
  value === 'prosecution_review' ||
  value === 'trial_first' ||
  value === 'trial_second'
