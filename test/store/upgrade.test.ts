import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/dialect/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'
import { counted, days, holdsAll, keepsAll, released, unpack } from '../released.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiban-upgrade-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(released)(
  'what version %s left is all there after an upgrade, and after a second',
  async (version) => {
    const file = unpack(version, folder)
    for (let start = 0; start < 2; start++) {
      const engine = openSqlite(file)
      await migrate(engine.db)
      await holdsAll(engine)
      await engine.close()
    }
  },
)

test.each(days)('what day %s left is all there after an upgrade', async (day) => {
  const engine = openSqlite(unpack(day, folder))
  const before = await counted(engine.db)
  await migrate(engine.db)
  await keepsAll(engine, before)
  await engine.close()
})

test('every kept database is tried', () => {
  const kept = readdirSync(join(import.meta.dirname, '..', 'fixtures', 'released'))
  expect(kept.filter((name) => name.endsWith('.gz')).sort()).toEqual(
    [...released, ...days].map((version) => `${version}.db.gz`).sort(),
  )
})
