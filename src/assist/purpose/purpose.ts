import type { Result } from '../../desk/assist/result.ts'
import type { Content } from '../../desk/flow.ts'
import type { Refusal } from '../guard/check.ts'
import type { Material } from '../material.ts'
import type { Redactor } from '../redact/redact.ts'

/** What each purpose makes of its material, and of an answer that has the right shape. */
export interface Errand {
  /** What is sent beside the instructions; null: there is nothing to ask. */
  input(material: Material, redactor: Redactor, content: Content): object | null
  /** The answer with everything put back, or why it is not to be shown. */
  judge(answer: Record<string, unknown>, context: Context): Result | Refusal
}

export interface Context {
  material: Material
  redactor: Redactor
  content: Content
}
