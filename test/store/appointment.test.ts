import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/dialect/sqlite.ts'
import { expected, twoAtOnce } from './two-at-once.ts'

test('two that overlap cannot both be written, whatever decided so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-'))
  const engine = openSqlite(join(folder, 'zhiban.db'))
  expect(await twoAtOnce(engine)).toEqual(expected)
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})
