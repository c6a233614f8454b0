import type { ModelRequest } from '../../desk/assist/request.ts'
import type { Db } from '../engine.ts'
import { requestById, requestOf } from '../model-request.ts'
import type { Seal } from '../seal.ts'
import { iso, isoOrNull, Reader } from './entry.ts'

/** What was asked of a model, for the coordinator: when, for what, what became of it; the words by giving a reason. */

export interface RequestView {
  id: string
  purpose: string
  conversation: string
  askedBy: string | null
  state: string
  code: string | null
  findings: string[]
  version: number
  askedAt: string
  doneAt: string | null
}

const toView = (row: ModelRequest): RequestView => ({
  id: row.id,
  purpose: row.purpose,
  conversation: row.conversation,
  askedBy: row.askedBy,
  state: row.state,
  code: row.code,
  findings: row.findings,
  version: row.version,
  askedAt: iso(row.askedAt),
  doneAt: isoOrNull(row.doneAt),
})

const PAGE = 50

/** Newest first. `before`: only what was asked earlier than this. */
export async function listRequests(
  db: Db,
  filter: { conversation?: string | undefined; before?: number | undefined },
): Promise<RequestView[]> {
  let query = db
    .selectFrom('model_request')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE)
  if (filter.conversation) query = query.where('conversation', '=', filter.conversation)
  if (filter.before !== undefined) query = query.where('asked_at', '<', filter.before)
  return (await query.execute()).map((row) => toView(requestOf(row)))
}

/** The very words that left the house; null where nothing did, or they were forgotten since. */
export async function sentWords(db: Db, seal: Seal, row: ModelRequest): Promise<string | null> {
  if (row.sent === null) return null
  const kept = await db
    .selectFrom('content')
    .select('sealed')
    .where('id', '=', row.sent)
    .executeTakeFirst()
  return kept ? new Reader(db, seal).open(row.conversation, row.sent, kept.sealed) : null
}

export async function requestView(
  db: Db,
  id: string,
): Promise<{ row: ModelRequest; view: RequestView } | null> {
  const row = await requestById(db, id)
  return row && { row, view: toView(row) }
}

/** What models found in closed records, by conversation. */
export async function foundByModel(db: Db, since: number): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('model_request')
    .selectAll()
    .where('purpose', '=', 'check-ledger')
    .where('state', '=', 'answered')
    .where('asked_at', '>=', since)
    .orderBy('asked_at')
    .execute()
  return new Map(rows.map(requestOf).map((row) => [row.conversation, row.findings]))
}
