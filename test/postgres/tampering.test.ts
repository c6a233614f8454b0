import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillFrom } from '../../src/store/dialect/postgres/fill.ts'
import { openPostgres } from '../../src/store/dialect/postgres/open.ts'
import { openSqlite } from '../../src/store/dialect/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'
import { Cluster } from '../cluster.ts'
import { unpack } from '../released.ts'
import { everyHarmIsSeen, harms } from '../store/tampering.ts'
import { emptyDatabase } from './office.ts'

test('whatever is done to a log or its words is seen (PostgreSQL)', async () => {
  const cluster = await Cluster.open()
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-tampering-'))
  const file = unpack('0004', folder)
  const lite = openSqlite(file)
  await migrate(lite.db)
  await lite.close()
  const url = await emptyDatabase(cluster)
  expect(await fillFrom(file, url)).toBe(true)
  const engine = openPostgres(url)
  expect([...(await everyHarmIsSeen(engine, 400))].sort()).toEqual([...new Set(harms)].sort())
  await engine.close()
  await cluster.close()
  rmSync(folder, { recursive: true, force: true })
})
