import { expect, test } from 'vitest'
import { openPostgres } from '../../src/store/dialect/postgres/open.ts'
import { Cluster } from '../cluster.ts'
import { expected, twoAtOnce } from '../store/two-at-once.ts'
import { emptyDatabase } from './office.ts'

test('two that overlap cannot both be written, whatever decided so (PostgreSQL)', async () => {
  const cluster = await Cluster.open()
  const engine = await openPostgres(await emptyDatabase(cluster))
  expect(await twoAtOnce(engine)).toEqual(expected)
  await engine.close()
  await cluster.close()
})
