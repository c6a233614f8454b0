import type { Context } from 'hono'
import { AI_LABEL } from '../../../desk/assist/purpose.ts'
import { FaultError } from '../../../desk/fault.ts'
import type { Answered, Asked } from '../../../job/answer.ts'
import { holderOf } from '../../../store/read/conversation.ts'
import { prefersEnglish } from '../../answer.ts'
import type { WebParts } from '../../parts.ts'
import { require, type StaffEnv } from '../staff-app.ts'

/** What the lawyer's three requests share. */

/** The lawyer whose conversation it is, and nobody else. */
export async function held(parts: WebParts, c: Context<StaffEnv>, conversation: string) {
  const holder = await holderOf(parts.engine.db, conversation)
  if (!holder) throw new FaultError('not_found')
  require(c.get('staff'), 'conversation.answer', { conversation: holder })
  return c.get('staff').id
}

export async function asked(parts: WebParts, request: Asked): Promise<Answered> {
  const answered = await parts.answerer.ask(request)
  if (answered.fault) throw new FaultError(answered.fault.code, answered.fault)
  return answered
}

/** The label for programs stands in the head of the answer as well. */
export function labelled(c: Context<StaffEnv>, request: string) {
  c.header('X-AI-Generated', 'true')
  const label = AI_LABEL[prefersEnglish(c) ? 'en' : 'zh-CN']
  return { ai: true as const, label, request }
}
