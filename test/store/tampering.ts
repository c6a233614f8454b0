import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { checkAnchor, makeAnchor } from '../../src/store/anchor.ts'
import type { Db, Engine } from '../../src/store/engine.ts'
import { verifyLog } from '../../src/store/verify.ts'
import { seal } from '../released.ts'

/**
 * Somebody with the database, a lot of patience, and dice: a bit of any column of any line is turned over, lines are taken
 * out, exchanged, put in and cut off, sealed words and keys are changed, and each time the log is no longer whole.
 */

const columns = ['key', 'type', 'at', 'actor', 'by_id', 'conversation', 'data', 'content'] as const
const hashes = ['digest', 'hash'] as const

type Row = Record<string, string | number | Uint8Array | null>

/** Undone by its own hand: a transaction that is never committed would hide nothing from `verify`, but cost as much. */
interface Harm {
  what: string
  undo: () => Promise<unknown>
}

const dice = fc.record({
  kind: fc.constantFrom('column', 'column', 'column', 'words', 'key', 'gone', 'out', 'two', 'in'),
  line: fc.nat(),
  column: fc.constantFrom(...columns, ...hashes),
  at: fc.nat(),
  bit: fc.integer({ min: 0, max: 6 }),
})
type Throw = typeof dice extends fc.Arbitrary<infer T> ? T : never

export async function everyHarmIsSeen(engine: Engine, numRuns: number): Promise<Set<string>> {
  const { db } = engine
  const { rows } = await sql<Row>`select * from event order by seq`.execute(db)
  const anchor = await makeAnchor(engine, seal, Date.UTC(2026, 10, 26))
  const seen = new Set<string>()
  expect((await verifyLog(db, seal)).bad).toBeNull()
  await fc.assert(
    fc.asyncProperty(dice, async (thrown) => {
      const harm = await harmOf(db, rows, thrown)
      if (harm === null) return
      seen.add(harm.what.split(' ')[0] ?? '')
      expect((await verifyLog(db, seal)).bad, harm.what).not.toBeNull()
      await harm.undo()
    }),
    { numRuns, endOnFailure: true },
  )
  expect((await verifyLog(db, seal)).bad).toBeNull()
  for (const last of [rows.length - 1, Math.floor(rows.length / 2), 0]) {
    const cut = rows.slice(last)
    await sql`delete from event where seq > ${last}`.execute(db)
    // By itself what is left looks whole.
    expect((await verifyLog(db, null)).bad).toBeNull()
    expect(await checkAnchor(db, seal, anchor)).toBe('cut')
    for (const row of cut) await put(db, row)
  }
  expect(await checkAnchor(db, seal, anchor)).toBeNull()
  return seen
}

async function harmOf(db: Db, rows: Row[], thrown: Throw): Promise<Harm | null> {
  const row = rows[thrown.line % rows.length] as Row
  const { seq } = row
  switch (thrown.kind) {
    case 'column': {
      const { column } = thrown
      const other = turned(row[column] ?? null, thrown)
      await set(db, seq, column, other)
      return { what: `${column} of ${seq}`, undo: () => set(db, seq, column, row[column] ?? null) }
    }
    case 'words':
      return blob(db, 'content', 'sealed', row.content ?? null, thrown)
    case 'key':
      return blob(db, 'conversation', 'sealed_key', await withWords(db, row), thrown)
    case 'gone': {
      const found = await sql<Row>`select * from content where id = ${row.content}`.execute(db)
      const [content] = found.rows
      if (!content) return null
      await sql`delete from content where id = ${row.content}`.execute(db)
      const undo = () =>
        sql`insert into content (id, conversation, sealed)
          values (${content.id}, ${content.conversation}, ${content.sealed})`.execute(db)
      return { what: `gone words of ${seq}`, undo }
    }
    case 'out':
      // The last one may be missing for all the chain can tell: that is the anchor's to see.
      if (seq === rows.length) return null
      await sql`delete from event where seq = ${seq}`.execute(db)
      return { what: `out ${seq}`, undo: () => put(db, row) }
    case 'two': {
      const other = rows[thrown.at % rows.length] as Row
      if (other.seq === seq) return null
      await exchange(db, row, other)
      return { what: `two ${seq} ${other.seq}`, undo: () => exchange(db, other, row, true) }
    }
    case 'in': {
      const added = { ...row, seq: rows.length + 1, key: null }
      await put(db, added)
      const undo = () => sql`delete from event where seq > ${rows.length}`.execute(db)
      return { what: `in ${seq}`, undo }
    }
  }
}

/** One bit of it; what was nothing becomes something. */
function turned(value: Row[string], { at, bit }: Throw): string | number {
  if (value === null) return 'x'
  if (typeof value === 'number') return value + 2 ** bit
  const text = String(value)
  if (text === '') return ' '
  const i = at % text.length
  const other = String.fromCharCode(text.charCodeAt(i) ^ (1 << bit))
  // PostgreSQL has no text with a zero in it.
  return `${text.slice(0, i)}${other === '\0' ? '\u0001' : other}${text.slice(i + 1)}`
}

async function blob(
  db: Db,
  table: 'content' | 'conversation',
  column: string,
  id: Row[string],
  { at, bit }: Throw,
): Promise<Harm | null> {
  const [name, field] = [sql.id(table), sql.id(column)]
  const { rows } = await sql<{ bytes: Uint8Array | null }>`
    select ${field} as bytes from ${name} where id = ${id}`.execute(db)
  const before = rows[0]?.bytes
  if (!before) return null
  const after = Buffer.from(before)
  after[at % after.length] = (after[at % after.length] ?? 0) ^ (1 << bit)
  const write = (bytes: Uint8Array) =>
    sql`update ${name} set ${field} = ${bytes} where id = ${id}`.execute(db)
  await write(after)
  return { what: `${column} of ${id}`, undo: () => write(Buffer.from(before)) }
}

/** The line's conversation, where there are words under its key. */
async function withWords(db: Db, { conversation }: Row): Promise<Row[string]> {
  const { rows } = await sql<Row>`
    select c.conversation from content c join event e on e.content = c.id
    where c.conversation = ${conversation} limit 1`.execute(db)
  return rows[0]?.conversation ?? null
}

const set = (db: Db, seq: Row[string] | undefined, column: string, value: Row[string]) =>
  sql`update event set ${sql.id(column)} = ${value} where seq = ${seq}`.execute(db)

const put = (db: Db, row: Row) =>
  db
    .insertInto('event')
    .values(row as never)
    .execute()

/** Each takes the other's number, or has its own back. */
async function exchange(db: Db, one: Row, two: Row, back = false): Promise<void> {
  for (const { seq } of [one, two]) await sql`delete from event where seq = ${seq}`.execute(db)
  await put(db, back ? one : { ...one, seq: two.seq as number })
  await put(db, back ? two : { ...two, seq: one.seq as number })
}

export const harms = [...columns, ...hashes, 'sealed', 'sealed_key', 'gone', 'out', 'two', 'in']
