import { sql } from 'kysely'
import type { Db } from '../engine.ts'

/** What a coordinator narrows the list of conversations to, besides state, lawyer, channel and time. */
export interface Narrowing {
  station?: string | undefined
  stage?: string | undefined
  /** So few records have this stage that a database does best to begin with them. */
  rareStage?: boolean
  outcome?: string | undefined
  /** Keyed hash of the charge (flag.ts). */
  chargeMark?: string | undefined
  /** Seconds. */
  waitedOver?: number | undefined
  /** The instant up to which whoever waits still has waited. */
  now?: number | undefined
  /** Asked for a lawyer, and went without. */
  missed?: boolean | undefined
  flagged?: boolean | undefined
}

type Query = ReturnType<typeof base>

const base = (db: Db) =>
  db
    .selectFrom('conversation')
    .leftJoin('record', 'record.conversation', 'conversation.id')
    .selectAll('conversation')
    .select(['record.stage'])

export function narrow<Q extends Query>(all: Q, by: Narrowing): Q {
  let query = all as Query
  if (by.station) query = query.where('conversation.station', '=', by.station)
  if (by.stage && by.rareStage) {
    const { stage } = by
    query = query.where('conversation.id', 'in', ({ selectFrom }) =>
      selectFrom('record').select('record.conversation').where('record.stage', '=', stage),
    )
  }
  // Not `record.stage = ?`: a database would then begin with all records of the stage, and sort them.
  else if (by.stage) query = query.where(sql<string>`coalesce(record.stage, '')`, '=', by.stage)
  if (by.outcome) query = query.where('conversation.ending', '=', by.outcome)
  if (by.chargeMark) query = query.where('record.charge_mark', '=', by.chargeMark)
  if (by.missed) query = query.where('conversation.ending', 'in', ['missed', 'unreached'])
  if (by.waitedOver !== undefined) {
    query = query
      .where('conversation.waiting_since', 'is not', null)
      .where(waited(by.now ?? 0), '>', by.waitedOver * 1000)
  }
  if (by.flagged) {
    // Flags are few: begun with, not looked for beside every conversation.
    query = query.where('conversation.id', 'in', ({ selectFrom }) =>
      selectFrom('flag').select('flag.conversation'),
    )
  }
  return query as Q
}

const waited = (now: number) =>
  sql<number>`coalesce(conversation.taken_at, conversation.ended_at, conversation.closed_at, ${sql.lit(now)})
    - conversation.waiting_since`

const RARE = 2000

export async function isRareStage(db: Db, stage: string): Promise<boolean> {
  const some = await db
    .selectFrom('record')
    .select('conversation')
    .where('stage', '=', stage)
    .limit(RARE)
    .execute()
  return some.length < RARE
}
