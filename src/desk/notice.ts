import type { Conversation } from './state.ts'
import { notify, reachable, tell, text } from './talk/tell.ts'
import type { Turn } from './turn.ts'

/** Word to lawyers that can wait: one message at a time, the rest in one more. Whoever waits for a lawyer is never held back. */

const QUIET = 10 * 60_000

/** Art. 7 ¶3: a talk is over, its record is not. */
export function recordDue(turn: Turn, row: Conversation, lawyer: string): void {
  const { noticedAt, held } = turn.lawyer(lawyer)
  const free = noticedAt + QUIET
  if (turn.now < free) {
    turn.putLawyer(lawyer, { held: held + 1 })
    turn.timer('notice', lawyer, free)
    return
  }
  turn.putLawyer(lawyer, { noticedAt: turn.now })
  const link = `${turn.snapshot.publicUrl}/console/c/${row.id}`
  const words = turn.house.lawyer.recordDue(row.pseudonym, link)
  if (reachable(turn, lawyer)) tell(turn, { lawyer, conversation: row.id, text: words })
  else text(turn, row, { lawyer }, words)
}

/** What was held back, in one message. */
export function noticeDue(turn: Turn, lawyer: string): void {
  const { held } = turn.lawyer(lawyer)
  if (held === 0) return
  turn.putLawyer(lawyer, { held: 0, noticedAt: turn.now })
  notify(turn, lawyer, turn.house.lawyer.recordsDue(held, `${turn.snapshot.publicUrl}/console`))
}
