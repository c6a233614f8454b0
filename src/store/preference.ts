import type { Db } from './engine.ts'
import type { Seal } from './seal.ts'

/** What is somebody's own and no state of the desk: views they saved, browsers of theirs to wake. */

export interface SavedView {
  id: string
  name: string
  query: string
}

export const savedViews = (db: Db, staff: string): Promise<SavedView[]> =>
  db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('staff', '=', staff)
    .orderBy('at')
    .execute()

export async function saveView(db: Db, staff: string, view: SavedView, at: number): Promise<void> {
  const { id, name, query } = view
  await db.insertInto('saved_view').values({ id, staff, name, query, at }).execute()
}

/** False: there is none of theirs. */
export async function dropView(db: Db, staff: string, id: string): Promise<boolean> {
  const view = await db
    .selectFrom('saved_view')
    .select('id')
    .where('id', '=', id)
    .where('staff', '=', staff)
    .executeTakeFirst()
  if (!view) return false
  await db.deleteFrom('saved_view').where('id', '=', id).execute()
  return true
}

/** A browser's own address for pushes, and the keys only it can open them with. */
export interface Subscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

const idOf = (seal: Seal, endpoint: string): string => seal.lookup('push', endpoint)

export async function addSubscription(
  db: Db,
  seal: Seal,
  lawyer: string,
  subscription: Subscription,
  at: number,
): Promise<void> {
  const id = idOf(seal, subscription.endpoint)
  const sealed = seal.sealText(null, JSON.stringify(subscription), `push ${id}`)
  await db.deleteFrom('push_subscription').where('id', '=', id).execute()
  await db.insertInto('push_subscription').values({ id, lawyer, sealed, at }).execute()
}

export async function dropSubscription(db: Db, seal: Seal, endpoint: string): Promise<void> {
  await db.deleteFrom('push_subscription').where('id', '=', idOf(seal, endpoint)).execute()
}

export async function subscriptionsOf(db: Db, seal: Seal, lawyer: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('push_subscription')
    .select(['id', 'sealed'])
    .where('lawyer', '=', lawyer)
    .execute()
  return rows.map(({ id, sealed }) => JSON.parse(seal.openText(null, sealed, `push ${id}`)))
}
