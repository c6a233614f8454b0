import { type RawBuilder, sql } from 'kysely'
import type { Event } from '../desk/event.ts'
import type { Db } from './engine.ts'
import { flavourOf } from './flavour.ts'
import { subjectOf } from './subject.ts'

/**
 * Who decides on what at one time, where several processes decide on one desk. Locks last to the end of the
 * transaction and are taken in one order, so that nobody waits for each other in a ring: the floor (shared by narrow
 * decisions, alone for those over the whole floor), a lawyer, a client, and last the log (docs/decisions/postgres.md).
 * An engine with one writer needs none of them.
 */

const FLOOR = 1
const LAWYER = 2
const CLIENT = 3
const LOG = 4
const INDEX = 5

/** Decided over the whole floor without being asked twice. */
const wide = new Set<Event['type']>([
  'timer.fired',
  'offer.accepted',
  'offer.passed',
  'leg.ended',
  'presence.set',
  'conversation.assigned',
  'desk.imported',
  'rota.asked',
  'dossier.asked',
  'publication.seen',
  'conversation.handed',
  'backup.called',
  'staff.told',
  'settings.changed',
  'push.asked',
  'appointment.asked',
])

const one = (lock: RawBuilder<unknown>) => sql`select ${lock}`
const alone = sql.raw(`pg_advisory_xact_lock(${FLOOR}, 0)`)
const shared = sql.raw(`pg_advisory_xact_lock_shared(${FLOOR}, 0)`)
const on = (kind: number, name: string) =>
  sql`pg_advisory_xact_lock(${sql.lit(kind)}, hashtext(${name}))`

/** True where nobody else decides on anything until this transaction ends. */
export async function hold(tx: Db, event: Event, whole: boolean): Promise<boolean> {
  if (flavourOf(tx).name !== 'postgres') return true
  if (whole || wide.has(event.type)) {
    await one(alone).execute(tx)
    return true
  }
  await one(shared).execute(tx)
  if (event.type === 'lawyer.wrote') await one(on(LAWYER, event.lawyer)).execute(tx)
  const client = await clientOf(tx, event)
  if (client !== null) await one(on(CLIENT, client)).execute(tx)
  return false
}

/** Whoever the event is about, by contact where there is one: it stays the same for as long as the conversation. */
async function clientOf(tx: Db, event: Event): Promise<string | null> {
  if ('contact' in event) return event.contact?.id ?? null
  const row = await subjectOf(tx, event)
  return row && (row.contact ?? row.id)
}

/** For the whole desk: nobody decides meanwhile. */
export async function holdFloor(tx: Db): Promise<void> {
  if (flavourOf(tx).name === 'postgres') await one(alone).execute(tx)
}

/** From a line's number to its commit, so that lines become visible in their order. */
export async function lockLog(tx: Db): Promise<void> {
  if (flavourOf(tx).name === 'postgres') {
    await one(sql.raw(`pg_advisory_xact_lock(${LOG}, 0)`)).execute(tx)
  }
}

/** One process at a time brings the search index up to the log. */
export async function lockIndex(tx: Db): Promise<void> {
  if (flavourOf(tx).name === 'postgres') {
    await one(sql.raw(`pg_advisory_xact_lock(${INDEX}, 0)`)).execute(tx)
  }
}
