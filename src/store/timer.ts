import { sql } from 'kysely'
import type { Timer } from '../desk/state.ts'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'
import { timerOf } from './row.ts'
import { slot, statement } from './statement.ts'

/** Timers as rows: what came due while the process was down is still due when it comes back. */

const due = statement((db) =>
  db
    .selectFrom('timer')
    .selectAll()
    .where('due_at', '<=', slot<number>(0))
    .orderBy('due_at')
    .orderBy('id')
    .limit(sql.lit(100)),
)
export const dueTimers = async (db: Db, now: number): Promise<Timer[]> =>
  (await due(db, now)).map(timerOf)

const ensure = statement((db) =>
  db
    .insertInto('timer')
    .values({
      id: slot<string>(0),
      kind: slot<string>(1),
      subject: slot<string>(2),
      due_at: slot<number>(3),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)
/** Sets a timer that sets itself again from then on; one that is set already stays. */
export const ensureTimer = async (tx: Db, { id, kind, subject, dueAt }: Timer): Promise<void> => {
  await ensure(tx, id, kind, subject, dueAt)
}

const next = statement((db) =>
  db.selectFrom('timer').select('due_at').orderBy('due_at').limit(sql.lit(1)),
)
export const nextTimer = async (db: Db): Promise<number | null> =>
  (await next(db))[0]?.due_at ?? null

const take = statement((db) => {
  const mine = db
    .selectFrom('timer')
    .select('id')
    .where('id', '=', slot<string>(0))
    .where('due_at', '=', slot<number>(1))
  // The row's lock is the claim: a process that dies in the middle loses it with its transaction.
  const claimed = flavourOf(db).name === 'postgres' ? mine.forUpdate().skipLocked() : mine
  return db.deleteFrom('timer').where('id', 'in', claimed).returning('id')
})
/** False where it was cleared, set anew, or fired by another in the meantime. */
export const takeTimer = async (tx: Db, timer: Timer): Promise<boolean> =>
  (await take(tx, timer.id, timer.dueAt)).length > 0
