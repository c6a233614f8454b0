import { sql } from 'kysely'
import type { Act, Carried, OutboxItem, Recipient } from '../desk/effect.ts'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'
import { slot, statement, upsert } from './statement.ts'

/** What is to be sent: claimed with a lease, tried again with a delay, settled through the loop. */

export interface Due {
  n: number
  key: string
  lane: string
  channel: Carried
  to: Recipient | null
  conversation: string | null
  content: string | null
  act: Act
  /** Tries begun, this one included. */
  attempts: number
  expiresAt: number | null
  createdAt: number
}

/** Long enough for any vendor's answer. Among several processes a claim lasts as long as its process (peer.ts). */
export const LEASE = 60_000

/** Only the first unsettled row of a lane is ever due, so a lane's order holds through every retry. */
const isHead = sql<boolean>`not exists (
  select 1 from outbox earlier
  where earlier.lane = outbox.lane and earlier.state = 'due' and earlier.n < outbox.n)`

const heads = statement((db) => {
  const free = db
    .selectFrom('outbox')
    .selectAll()
    .where(sql<boolean>`state = 'due'`)
    .where('next_at', '<=', slot<number>(0))
    .where('lease_until', '<=', slot<number>(0))
    .where('claimant', 'is', null)
    .where(isHead)
    .orderBy('n')
    .limit(sql.lit(64))
  return flavourOf(db).name === 'postgres' ? free.forUpdate().skipLocked() : free
})
const lease = statement((db) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      lease_until: slot<number>(0),
      claimant: slot<string | null>(1),
    }))
    .where('n', '=', slot<number>(2)),
)

/** `claimant`: the process that claims, where there are several; no clock ever ends its claims. */
export async function claim(tx: Db, now: number, claimant: string | null): Promise<Due[]> {
  const rows = await heads(tx, now)
  for (const row of rows) await lease(tx, now + LEASE, claimant, row.n)
  return rows.map((row) => ({
    n: row.n,
    key: row.key,
    lane: row.lane,
    channel: row.channel as Due['channel'],
    to: row.recipient === null ? null : JSON.parse(row.recipient),
    conversation: row.conversation,
    content: row.content,
    act: JSON.parse(row.act),
    attempts: row.attempts + 1,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  }))
}

const again = statement((db) =>
  db
    .updateTable('outbox')
    .set({ next_at: slot<number>(0), lease_until: 0, claimant: null, code: slot<string>(1) })
    .where('n', '=', slot<number>(2)),
)
export const retryAt = async (tx: Db, n: number, at: number, code: string): Promise<void> => {
  await again(tx, at, code, n)
}

const giveUp = statement((db) =>
  db
    .updateTable('outbox')
    .set((eb) => ({ attempts: eb('attempts', '-', 1), lease_until: 0, claimant: null }))
    .where('n', '=', slot<number>(0))
    .where('claimant', '=', slot<string>(1)),
)
/** A claim that was not begun is given back, for whoever comes first. */
export const giveBack = async (tx: Db, n: number, claimant: string): Promise<void> => {
  await giveUp(tx, n, claimant)
}

const soonest = statement((db) =>
  db
    .selectFrom('outbox')
    .select((eb) =>
      eb.fn
        .min(sql<number>`case when next_at > lease_until then next_at else lease_until end`)
        .as('at'),
    )
    .where(sql<boolean>`state = 'due'`)
    .where('claimant', 'is', null)
    .where(isHead),
)
export const nextSend = async (db: Db): Promise<number | null> => (await soonest(db))[0]?.at ?? null

/** What the process before, where there is one at a time, had begun: so that calls are not placed twice. */
export async function breakLeases(tx: Db): Promise<{ key: string; act: Act }[]> {
  const begun = await tx
    .selectFrom('outbox')
    .select(['key', 'act'])
    .where('state', '=', 'due')
    .where('lease_until', '>', 0)
    .execute()
  await tx
    .updateTable('outbox')
    .set({ lease_until: 0, claimant: null })
    .where('state', '=', 'due')
    .where('lease_until', '>', 0)
    .execute()
  return begun.map(({ key, act }) => ({ key, act: JSON.parse(act) }))
}

const byReceipt = statement((db) =>
  db.selectFrom('outbox').select('key').where('receipt', '=', slot<string>(0)).limit(sql.lit(1)),
)
export const itemByReceipt = async (db: Db, receipt: string): Promise<string | null> =>
  (await byReceipt(db, receipt))[0]?.key ?? null

const addOutbox = upsert(
  'outbox',
  [
    'key',
    'lane',
    'channel',
    'recipient',
    'conversation',
    'content',
    'act',
    'state',
    'attempts',
    'next_at',
    'lease_until',
    'expires_at',
    'created_at',
  ],
  null,
)
/** Asked for by a decision; sent once the transaction that holds it is durable. */
export const addItem = (tx: Db, item: OutboxItem, now: number): Promise<void> =>
  addOutbox(tx, [
    item.key,
    item.lane,
    item.channel,
    item.to && JSON.stringify(item.to),
    item.conversation,
    item.content,
    JSON.stringify(item.act),
    'due',
    0,
    now,
    0,
    item.expiresAt,
    now,
  ])
