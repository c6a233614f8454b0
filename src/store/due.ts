import type { Db } from './engine.ts'
import { nextSend } from './outbox.ts'
import { nextTimer } from './timer.ts'

/** When the desk is next to do something unasked: fire a timer, or send what is still unsent; null: nothing waits. */
export async function nextDue(db: Db): Promise<number | null> {
  const due = [await nextTimer(db), await nextSend(db)].filter((at) => at !== null)
  return due.length > 0 ? Math.min(...due) : null
}
