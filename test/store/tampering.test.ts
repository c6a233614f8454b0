import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/dialect/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'
import { unpack } from '../released.ts'
import { everyHarmIsSeen, harms } from './tampering.ts'

test('whatever is done to a log or its words is seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-tampering-'))
  const engine = openSqlite(unpack('0004', folder))
  await migrate(engine.db)
  expect([...(await everyHarmIsSeen(engine, 400))].sort()).toEqual([...new Set(harms)].sort())
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})
