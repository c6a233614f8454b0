import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillFrom } from '../../src/store/dialect/postgres/fill.ts'
import { openPostgres } from '../../src/store/dialect/postgres/open.ts'
import type { Db } from '../../src/store/engine.ts'
import { migrate } from '../../src/store/migrate.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { Cluster } from '../cluster.ts'
import { smallDesk } from '../harness.ts'
import { DeskProcess } from '../process.ts'
import { counted, days, holdsAll, keepsAll, released, unpack } from '../released.ts'
import { emptyDatabase, signIn } from './office.ts'

/** What is kept on PostgreSQL outlives upgrades and machines. */

let cluster: Cluster
const folder = mkdtempSync(join(tmpdir(), 'zhiban-keep-'))
beforeAll(async () => {
  cluster = await Cluster.open()
})
afterAll(async () => {
  await cluster.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An empty database with the tables as a version left them, and its rows in them. */
async function asLeft(version: string): Promise<string> {
  const url = await emptyDatabase(cluster)
  const last = Object.keys(migrations).find((name) => name.startsWith(version.slice(0, 4))) ?? ''
  const asOf = async (db: Db): Promise<void> => {
    const provider = { getMigrations: async () => migrations }
    const { error } = await new Migrator({ db, provider }).migrateTo(last)
    if (error) throw error
  }
  expect(await fillFrom(unpack(version, folder), url, asOf)).toBe(true)
  return url
}

test.each(released)(
  'the tables of version %s with their rows are brought up to date',
  async (version) => {
    const engine = openPostgres(await asLeft(version))
    await migrate(engine.db)
    await holdsAll(engine)
    await engine.close()
  },
)

test.each(days)('what day %s left is all there after an upgrade', async (day) => {
  const engine = openPostgres(await asLeft(day))
  const before = await counted(engine.db)
  await migrate(engine.db)
  await keepsAll(engine, before)
  await engine.close()
})

test('a desk is backed up while it runs, restored on another database, and goes on there', async () => {
  const desk = await DeskProcess.open(smallDesk(), { DATABASE_URL: await emptyDatabase(cluster) })
  const { token } = (await (await desk.post('/api/chat', {})).json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const write = (to: DeskProcess, text: string) =>
    to.post('/api/chat/messages', { id: crypto.randomUUID(), text }, headers)
  expect((await write(desk, '昨晚喝酒开车被查了，取保候审在家')).status).toBe(202)
  const backup = join(folder, 'running.db')
  expect(await desk.run('src/cli.ts', 'backup', backup)).toMatchObject({ code: 0 })

  const url = await emptyDatabase(cluster)
  const restored = await desk.run('test/at.ts', url, 'restore', backup)
  expect(restored.output).toContain('the log is whole')
  expect(restored.code).toBe(0)
  const again = await desk.run('test/at.ts', url, 'restore', backup)
  expect(again.output).toContain('there is a desk in it already')
  expect(again.code).toBe(1)

  const other = await desk.beside({ DATABASE_URL: url })
  expect((await write(other, '换了机器，还是这句话')).status).toBe(202)
  const chen = await signIn(other.url, 'chen')
  for (const words of ['取保候审', '换了机器']) {
    const { body } = await chen('GET', `/conversations?q=${encodeURIComponent(words)}`)
    expect(body.items).toHaveLength(1)
  }
  const verified = await desk.run('test/at.ts', url, 'verify')
  expect(verified.output).toContain('the event log is whole')
  await other.close()
  await desk.close()
}, 180_000)
