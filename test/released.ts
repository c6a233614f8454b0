import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { tablesOf } from '../src/store/dialect/postgres/copy.ts'
import type { Db, Engine } from '../src/store/engine.ts'
import { Facts } from '../src/store/facts.ts'
import { Keys } from '../src/store/keys.ts'
import { conversationDetail, listConversations } from '../src/store/read/conversation.ts'
import { searchConversations } from '../src/store/read/search.ts'
import { sealedColumns } from '../src/store/rotation.ts'
import { Seal } from '../src/store/seal.ts'
import { followLog } from '../src/store/search/follow.ts'
import { verifyLog } from '../src/store/verify.ts'

/** Databases that earlier versions left, and what must be true of each once it is brought up to date. */

export const released = ['0002', '0003', '0004'] as const

/** Days out of later versions, each with other things in it; among them all tables of 0015 have rows, browsers to be woken apart. */
export const days = [
  '0014-appointments',
  '0014-conflict',
  '0014-invitation',
  '0014-notices',
  '0014-phone',
  '0014-publication',
  '0014-second-step',
  '0015-affidavit',
  '0015-flag',
  '0015-ledger',
  '0015-model',
  '0015-opinion',
] as const

export const seal = new Seal(Buffer.alloc(32, 7))

export const chen = { id: 'chen', name: '陈静', role: 'coordinator' } as const

export function unpack(version: string, folder: string): string {
  const file = join(folder, `${version}.db`)
  const packed = join(import.meta.dirname, 'fixtures', 'released', `${version}.db.gz`)
  writeFileSync(file, gunzipSync(readFileSync(packed)))
  return file
}

export async function holdsAll(engine: Engine): Promise<void> {
  const { db } = engine
  const { bad, lines, violations } = await verifyLog(db, seal)
  expect({ bad, violations }).toEqual({ bad: null, violations: [] })
  expect(lines).toBeGreaterThan(20)
  const desk = await new Facts(seal).read(db)
  if (!desk) throw new Error('no desk')
  expect(desk.lawyers.map(({ name }) => name)).toEqual(['张敏', '李伟', '王芳'])
  expect(desk.lawyers[0]?.phone).toBe('+8613800000001')
  const { items } = await listConversations(db, seal, desk, chen, {})
  expect(items).toHaveLength(2)
  const closed = items.find(({ state }) => state === 'closed')?.id ?? ''
  const detail = await conversationDetail(db, seal, desk, chen, closed, true)
  expect(detail?.record).toMatchObject({ charge: '危险驾驶罪', stage: 'prosecution_review' })
  const said = detail?.events.map(({ text }) => text)
  expect(said).toContain('昨晚喝酒开车被查了，取保候审在家')
  await engine.atomically((tx) => followLog(tx, seal, 1000))
  for (const q of ['取保候审', '第133条', 'wxjs', '张敏']) {
    const found = await searchConversations(db, seal, desk, chen, { q })
    expect(
      found.items.map(({ id }) => id),
      q,
    ).toContain(closed)
  }
}

/** How many rows there are in each table; what is made anew by itself is left out. */
export async function counted(db: Db): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const table of await tablesOf(db)) {
    if (table === 'meta' || table.startsWith('kysely_')) continue
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(table)}`.execute(
      db,
    )
    counts.set(table, Number(rows[0]?.n))
  }
  return counts
}

/** After an upgrade: the log is whole, no row is missing, and all that is sealed can be opened. */
export async function keepsAll({ db }: Engine, before: Map<string, number>): Promise<void> {
  const { bad, violations } = await verifyLog(db, seal)
  expect({ bad, violations }).toEqual({ bad: null, violations: [] })
  const after = await counted(db)
  for (const [table, rows] of before) expect(after.get(table), table).toBe(rows)
  const keys = new Keys(db, seal)
  for (const { id, conversation, sealed } of await db.selectFrom('content').selectAll().execute())
    expect(await keys.open(conversation, id, sealed), id).toBeTypeOf('string')
  for (const { table, column, what, context } of sealedColumns) {
    if (table === 'content') continue
    const { rows } = await sql<{ id: string; sealed: Uint8Array | null }>`
      select id, ${sql.id(column)} as sealed from ${sql.id(table)}`.execute(db)
    for (const { id, sealed } of rows) if (sealed) seal.again(what, sealed, context(id))
  }
}
