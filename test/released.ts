import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { Engine } from '../src/store/engine.ts'
import { Facts } from '../src/store/facts.ts'
import { conversationDetail, listConversations } from '../src/store/read/conversation.ts'
import { searchConversations } from '../src/store/read/search.ts'
import { Seal } from '../src/store/seal.ts'
import { followLog } from '../src/store/search/follow.ts'
import { verifyLog } from '../src/store/verify.ts'

/** Databases that earlier versions left, and what must be true of each once it is brought up to date. */

export const released = ['0002', '0003', '0004'] as const

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
