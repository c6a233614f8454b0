import { sql } from 'kysely'
import type { Act } from '../desk/effect.ts'
import type { Db } from './engine.ts'
import { slot, statement, upsert } from './statement.ts'

/** The processes of one desk as they see each other in the database. */

export interface Peer {
  id: string
  beat: number
  /** Its clock at that beat. */
  clock: number
}

const save = upsert('process', ['id', 'beat', 'clock'], 'id')
export const saveBeat = (db: Db, { id, beat, clock }: Peer): Promise<void> =>
  save(db, [id, beat, clock])

const others = statement((db) =>
  db.selectFrom('process').selectAll().where('id', '<>', slot<string>(0)),
)
export const peersOf = (db: Db, id: string): Promise<Peer[]> => others(db, id)

const claimants = statement((db) =>
  db
    .selectFrom('outbox')
    .select('claimant')
    .distinct()
    .where('claimant', 'is not', null)
    .where(sql<boolean>`state = 'due'`),
)
/** Processes that hold claims, whether they are still there or not. */
export const claimantsIn = async (db: Db): Promise<string[]> =>
  (await claimants(db)).map((row) => row.claimant ?? '')

const claimed = statement((db) =>
  db
    .selectFrom('outbox')
    .select(['key', 'act', 'attempts'])
    .where('claimant', '=', slot<string>(0))
    .where(sql<boolean>`state = 'due'`)
    .orderBy('n'),
)
export async function claimsOf(
  db: Db,
  claimant: string,
): Promise<{ key: string; act: Act; attempts: number }[]> {
  const rows = await claimed(db, claimant)
  return rows.map(({ key, act, attempts }) => ({ key, act: JSON.parse(act), attempts }))
}

const free = statement((db) =>
  db
    .updateTable('outbox')
    .set({ claimant: null, lease_until: 0 })
    .where('claimant', '=', slot<string>(0))
    .where(sql<boolean>`state = 'due'`),
)
const remove = statement((db) => db.deleteFrom('process').where('id', '=', slot<string>(0)))

/** A process that is no more: what it had claimed is anybody's. */
export async function forgetPeer(tx: Db, id: string): Promise<void> {
  await free(tx, id)
  await remove(tx, id)
}

const touched = statement((db) =>
  db
    .selectFrom('event')
    .leftJoin('conversation', 'conversation.id', 'event.conversation')
    .select(['event.seq', 'event.conversation', 'event.by_id', 'conversation.contact'])
    .where('event.seq', '>', slot<number>(0))
    .orderBy('event.seq')
    .limit(500),
)
/** Who has news in the log since a line, by any process; at most 500 lines at a time. */
export async function newsSince(db: Db, seq: number): Promise<{ next: number; topics: string[] }> {
  const rows = await touched(db, seq)
  const topics = new Set(rows.flatMap((row) => [row.conversation, row.by_id, row.contact]))
  topics.delete(null)
  return { next: rows.at(-1)?.seq ?? seq, topics: [...topics] as string[] }
}
