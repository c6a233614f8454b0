import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cluster } from '../cluster.ts'
import { smallDesk } from '../harness.ts'
import { DeskProcess } from '../process.ts'
import { emptyDatabase, signIn } from './office.ts'

/** A database that is not there: said plainly at the start, and survived later. */

let cluster: Cluster
beforeAll(async () => {
  cluster = await Cluster.open()
})
afterAll(() => cluster.close())

test('while it is away everything answers 503 and nobody is signed out', async () => {
  const desk = await DeskProcess.open(smallDesk(), { DATABASE_URL: await emptyDatabase(cluster) })
  const zhang = await signIn(desk.url, 'zhang')
  expect((await zhang('GET', '/conversations/a%00b')).status).toBe(400)
  await cluster.stop()
  expect((await zhang('GET', '/me')).status).toBe(503)
  expect((await desk.post('/api/chat', {})).status).toBe(503)
  expect((await desk.telegram.say(5, '你好')).status).toBe(503)
  const login = { username: 'li', password: 'li-password' }
  expect((await desk.post('/api/auth/sign-in/username', login)).status).toBe(503)
  const page = await fetch(`${desk.url}/today`, { headers: { accept: 'text/html' } })
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('3')
  await cluster.start()
  await expect.poll(async () => (await zhang('GET', '/me')).status, { timeout: 10_000 }).toBe(200)
  await desk.close()
})

test('a start without its database says which of the two is wrong', async () => {
  const desk = await DeskProcess.open(smallDesk(), { DATABASE_URL: await emptyDatabase(cluster) })
  const start = async (DATABASE_URL: string) => {
    const failed = await desk.beside({ DATABASE_URL }).catch((error: Error) => error.message)
    return String(failed)
  }
  expect(await start('postgres://zhiban@127.0.0.1:1/desk')).toMatch(/连不上数据库.*ECONNREFUSED/)
  expect(await start(cluster.url('nowhere'))).toMatch(/请先建好.*3D000/)
  expect(await start('postgres://')).toMatch(/DATABASE_URL: file:PATH or postgres/)
  const other = await desk
    .beside({ SECRET_KEY: Buffer.alloc(32, 8).toString('base64') })
    .catch(String)
  expect(other).toMatch(/SECRET_KEY/)
  await desk.close()
})
