import { sql } from 'kysely'
import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Db } from '../engine.ts'
import { flavourOf } from '../flavour.ts'
import { Keys } from '../keys.ts'
import type { Seal } from '../seal.ts'
import { believer, candidates } from '../search/find.ts'
import { ownKey } from '../secret-meta.ts'
import { slot, statement } from '../statement.ts'
import {
  type ConversationView,
  type Filter,
  narrowed,
  pageOf,
  type Row,
  viewsOf,
} from './conversation.ts'

/** Conversations in which words stand, the newest first. What the reader may not open is not looked at. */

/** How many are looked up at once, growing while few of them fit the filter. */
const MOST = 1000
/** Clocks may have stepped back a little since: numbers and opening times can disagree by so many. */
const SLACK = 1000

export async function searchConversations(
  db: Db,
  seal: Seal,
  desk: Desk,
  staff: Staff,
  filter: Filter,
): Promise<{ items: ConversationView[]; next: string | null }> {
  const key = await ownKey(db, seal, 'search_key')
  if (!key) return { items: [], next: null }
  const limit = pageOf(filter)
  const query = filter.q ?? ''
  const keys = new Keys(db, seal)
  const believed = await believer(db, keys, query)
  const top = await topOf(db, filter)
  const bottom = await bottomOf(db, filter)
  const found: { n: number; row: Row }[] = []
  let chunk: number[] = []
  let size = limit + 1
  const look = async (): Promise<boolean> => {
    const rows = await rowsOf(db, staff, filter, chunk)
    for (const n of chunk) {
      const row = rows.get(n)
      if (!row) continue
      keys.know(row.id, row.sealed_key)
      if (await believed(row)) found.push({ n, row })
      if (found.length > limit) return true
    }
    chunk = []
    size = Math.min(MOST, size * 2)
    return false
  }
  for await (const n of candidates(db, key, query, top)) {
    if (n < bottom) break
    chunk.push(n)
    if (chunk.length >= size && (await look())) break
  }
  if (found.length <= limit) await look()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last ? writeCursor(last.n) : null
  const rows = page.map(({ row }) => row)
  return { items: await viewsOf(db, seal, desk, staff, rows), next }
}

/** Those of them that the reader may see and asked for. */
async function rowsOf(
  db: Db,
  staff: Staff,
  filter: Filter,
  numbers: readonly number[],
): Promise<Map<number, Row>> {
  if (numbers.length === 0) return new Map()
  // One value for all of them: a Durable Object takes no more than a hundred.
  const among =
    flavourOf(db).name === 'postgres'
      ? sql<boolean>`search_conversation.n = any(${numbers}::bigint[])`
      : sql<boolean>`search_conversation.n in (select value from json_each(${JSON.stringify(numbers)}))`
  // SQLite keeps to the order of a cross join: it would begin with all of a lawyer's conversations otherwise.
  const found = db
    .selectFrom('search_conversation')
    .crossJoin('conversation')
    .leftJoin('record', 'record.conversation', 'conversation.id')
    .whereRef('conversation.id', '=', 'search_conversation.conversation')
    .selectAll('conversation')
    .select(['record.stage', 'search_conversation.n'])
    .where(among)
  const rows = await narrowed(found, staff, filter).execute()
  return new Map(rows.map((row) => [row.n, row]))
}

const openedBefore = statement((db) =>
  db
    .selectFrom('search_conversation')
    .select('n')
    .where('opened_at', '<', slot<number>(0))
    .orderBy('opened_at', 'desc')
    .limit(1),
)
const openedFrom = statement((db) =>
  db
    .selectFrom('search_conversation')
    .select('n')
    .where('opened_at', '>=', slot<number>(0))
    .orderBy('opened_at')
    .limit(1),
)

async function topOf(db: Db, { cursor, to }: Filter): Promise<number> {
  const after = cursor === undefined ? null : readCursor(cursor)
  const before = to === undefined ? null : ((await openedBefore(db, to))[0]?.n ?? 0) + SLACK
  return Math.min(after === null ? LAST : after - 1, before ?? LAST)
}

async function bottomOf(db: Db, { from }: Filter): Promise<number> {
  if (from === undefined) return 0
  const first = (await openedFrom(db, from))[0]?.n
  return first === undefined ? LAST : first - SLACK
}

const LAST = 2 ** 32

const writeCursor = (n: number): string => Buffer.from(`n${n}`).toString('base64url')

function readCursor(cursor: string): number | null {
  const match = /^n(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())
  return match ? Number(match[1]) : null
}
