import type { Db } from '../engine.ts'
import type { Seal } from '../seal.ts'
import { type EntryRow, type EntryView, entryColumns, Reader } from './entry.ts'

/** What the log knows of the register and the rota. */

/** A lawyer's history in the register, reasons opened, newest first. */
export async function registerHistory(db: Db, seal: Seal, lawyer: string): Promise<EntryView[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('content', 'content.id', 'event.content')
    .select([...entryColumns, 'content.sealed'])
    .where('event.type', '=', 'register_changed')
    .where('event.data', 'like', `%"lawyer":"${lawyer}"%`)
    .orderBy('event.seq', 'desc')
    .limit(500)
    .execute()
  const reader = new Reader(db, seal)
  return Promise.all(rows.map((row) => reader.view(row as EntryRow, true)))
}

/** The words behind content ids that belong to no conversation: reasons of leave. */
export async function reasons(db: Db, seal: Seal, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('content')
    .select(['id', 'sealed'])
    .where('id', 'in', ids)
    .where('conversation', 'is', null)
    .execute()
  return new Map(rows.map(({ id, sealed }) => [id, seal.openText(null, sealed, id)]))
}

/** The last changes of the rota, newest first. */
export async function rotaHistory(db: Db, seal: Seal, limit: number): Promise<EntryView[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('content', 'content.id', 'event.content')
    .select([...entryColumns, 'content.sealed'])
    .where('event.type', 'in', ['rota_changed', 'leave', 'swap', 'published'])
    .orderBy('event.seq', 'desc')
    .limit(limit)
    .execute()
  const reader = new Reader(db, seal)
  return Promise.all(rows.map((row) => reader.view(row as EntryRow, true)))
}

export interface Receipt {
  authority: string
  version: number
  openedAt: number | null
  acknowledgedAt: number | null
}

/** First opened, and acknowledged, by authority and version. */
export async function receipts(db: Db): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('event')
    .select(['at', 'by_id', 'data'])
    .where('type', '=', 'receipt')
    .orderBy('seq')
    .execute()
  const found = new Map<string, Receipt>()
  for (const row of rows) {
    const { version, kind } = JSON.parse(row.data) as { version: number; kind: string }
    const authority = row.by_id ?? ''
    const key = `${authority} ${version}`
    const known = found.get(key) ?? { authority, version, openedAt: null, acknowledgedAt: null }
    if (kind === 'acknowledged') known.acknowledgedAt ??= row.at
    known.openedAt ??= row.at
    found.set(key, known)
  }
  return [...found.values()]
}
