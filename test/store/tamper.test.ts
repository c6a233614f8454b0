import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Anchor, checkAnchor, makeAnchor, readAnchor } from '../../src/store/anchor.ts'
import { openSqlite } from '../../src/store/dialect/sqlite.ts'
import type { Engine } from '../../src/store/engine.ts'
import { migrate } from '../../src/store/migrate.ts'
import { verifyLog } from '../../src/store/verify.ts'
import { seal, unpack } from '../released.ts'

/** Somebody with the file and a lot of patience. */

const folder = mkdtempSync(join(tmpdir(), 'zhiban-tamper-'))
let engine: Engine
let raw: Database.Database
let whole: Record<string, unknown>[]

beforeAll(async () => {
  const file = unpack('0004', folder)
  engine = openSqlite(file)
  await migrate(engine.db)
  raw = new Database(file)
  whole = raw.prepare('select * from event order by seq').all() as typeof whole
})
afterAll(async () => {
  raw.close()
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  raw.exec('delete from event')
  for (const row of whole) put(row)
})

function put(row: Record<string, unknown>): void {
  const columns = Object.keys(row)
  raw
    .prepare(`insert into event (${columns.join()}) values (${columns.map(() => '?').join()})`)
    .run(...Object.values(row))
}

const bad = async () => (await verifyLog(engine.db, seal)).bad?.seq

test('untouched, it is whole', async () => {
  expect(await bad()).toBeUndefined()
})

/** Column affinity turns a number's text back into the number: that is no change. */
function others(value: unknown): unknown[] {
  if (value === null) return ['', '0']
  if (typeof value === 'number') return [value + 1, value - 1, -value]
  const text = String(value)
  return [...[...text].map((_, i) => flip(text, i)), `${text} `, '', Buffer.from(text)]
}

const flip = (text: string, i: number): string =>
  text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1)

test('any byte of any column of any line, changed, is found at that line', async () => {
  const columns = Object.keys(whole[0] ?? {}).filter((column) => column !== 'seq')
  // The verdict on a line needs it and the one before; the rest of the log is put aside.
  const seen = new Set<unknown>()
  let tried = 0
  for (const row of whole) {
    const kind = `${row.type} ${row.content === null}`
    if (seen.has(kind)) continue
    seen.add(kind)
    raw.prepare('delete from event where seq > ?').run(row.seq)
    for (const column of columns) {
      const set = raw.prepare(`update event set ${column} = ? where seq = ?`)
      for (const other of others(row[column])) {
        set.run(other, row.seq)
        expect(await bad(), `${row.seq} ${column}`).toBe(row.seq)
        tried++
      }
      set.run(row[column], row.seq)
    }
    raw.exec('delete from event')
    for (const one of whole) put(one)
  }
  expect(seen.size).toBeGreaterThan(10)
  expect(tried).toBeGreaterThan(2000)
  expect(await bad()).toBeUndefined()
})

describe('lines', () => {
  test('one taken out, two exchanged, one put in', async () => {
    raw.exec('delete from event where seq = 5')
    expect(await bad()).toBe(6)
    put({ ...whole[4], seq: 5, data: whole[5]?.data, key: null })
    expect(await bad()).toBe(5)
  })

  test('words that were exchanged for others', async () => {
    const [one, two] = raw
      .prepare(
        'select id, sealed from content where id in (select content from event) and conversation is not null limit 2',
      )
      .all() as { id: string; sealed: Buffer }[]
    const set = raw.prepare('update content set sealed = ? where id = ?')
    set.run(two?.sealed, one?.id)
    expect((await verifyLog(engine.db, seal)).bad?.what).toContain('words')
    set.run(one?.sealed, one?.id)
  })
})

describe('an anchor kept elsewhere', () => {
  let anchor: Anchor
  beforeAll(async () => {
    anchor = await makeAnchor(engine, seal, Date.UTC(2026, 10, 23))
  })

  test('agrees with the log it was made of, and with that log grown on', async () => {
    expect(readAnchor(JSON.stringify(anchor))).toEqual(anchor)
    expect(await checkAnchor(engine.db, seal, anchor)).toBeNull()
    expect(await checkAnchor(engine.db, null, anchor)).toBeNull()
  })

  test('shows a log that was cut short, which by itself looks whole', async () => {
    raw.prepare('delete from event where seq > ?').run(whole.length - 3)
    expect(await bad()).toBeUndefined()
    expect(await checkAnchor(engine.db, seal, anchor)).toBe('cut')
  })

  test('shows a log whose end was written anew', async () => {
    raw.prepare('update event set hash = ? where seq = ?').run('x'.repeat(43), whole.length)
    expect(await checkAnchor(engine.db, seal, anchor)).toBe('rewritten')
  })

  test('is refused when any part of it was changed', async () => {
    const forged: Anchor[] = [
      { ...anchor, seq: anchor.seq - 1 },
      { ...anchor, hash: `${whole[3]?.hash}` },
      { ...anchor, at: '2026-11-24T00:00:00.000Z' },
      { ...anchor, key: Buffer.alloc(32, 9).toString('base64url') },
      { ...anchor, signature: Buffer.alloc(64, 1).toString('base64url') },
    ]
    for (const one of forged) {
      expect(await checkAnchor(engine.db, seal, one)).toBe('not signed by this desk')
    }
    expect(readAnchor('{"seq":1}')).toBeNull()
    expect(readAnchor('anything')).toBeNull()
  })
})
