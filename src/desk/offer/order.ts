import { methodOf } from '../desk.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'

/** Who comes first of those who wait (R3.1: by urgency, then strictly by time; nobody picks). */

/** An urgent client goes before everyone who has not waited this much longer; so no old wait starves. */
const HEAD_START = 30 * 60_000

const rank = ({ waitingSince, urgent }: Conversation): number =>
  (waitingSince ?? Number.MAX_SAFE_INTEGER) - (urgent ? HEAD_START : 0)

export const inOrder = (a: Conversation, b: Conversation): number =>
  rank(a) - rank(b) || (a.id < b.id ? -1 : 1)

/** How many wait for the same kind of duty and come before this one. */
export function aheadOf(turn: Turn, conversation: Conversation): number {
  const method = methodOf(conversation.channel)
  let ahead = 0
  for (const other of turn.conversations()) {
    if (other.id === conversation.id || other.state !== 'waiting') continue
    if (methodOf(other.channel) === method && inOrder(other, conversation) < 0) ahead++
  }
  return ahead
}
