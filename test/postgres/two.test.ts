import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cluster } from '../cluster.ts'
import { smallDesk } from '../harness.ts'
import { DeskProcess } from '../process.ts'
import { bridged, emptyDatabase, Office, signIn, Writer } from './office.ts'

/** Two processes on one PostgreSQL, and nothing goes wrong. */

let cluster: Cluster
beforeAll(async () => {
  cluster = await Cluster.open()
})
afterAll(() => cluster.close())

let office: Office | null = null
afterEach(async () => {
  await office?.close()
  office = null
})

test('three start at once on an empty database: one makes the tables, one brings the desk in', async () => {
  const database = await emptyDatabase(cluster)
  const first = new Office(database)
  const env = { DATABASE_URL: database }
  const desks = await Promise.all([1, 2, 3].map(() => DeskProcess.open(smallDesk(), env)))
  const count = async (sql: string) => (await first.ask(`select count(*)::int as n ${sql}`))[0]?.n
  expect(await count('from event')).toBe(1)
  expect(await count(`from "user"`)).toBe(4)
  expect(await count('from shift')).toBe(3)
  expect(await count('from process')).toBe(3)
  for (const desk of desks) await desk.close()
})

describe('a client on one process, the lawyer on the other', () => {
  test('a chat is asked for, taken and answered, each seeing the other at once', async () => {
    office = await Office.open(cluster)
    const client = new Writer(office.first.url)
    await client.open()
    const seen: any[] = []
    const stop = client.follow(office.first.url, (event) => seen.push(event))
    await client.write('律师')
    const zhang = await signIn(office.second.url, 'zhang')
    const offers = async () => (await zhang('GET', '/offers')).body.items
    await expect.poll(async () => (await offers()).length).toBe(1)
    const [{ id, conversation }] = await offers()
    expect((await zhang('POST', `/offers/${id}/accept`)).status).toBe(200)
    const message = { id: crypto.randomUUID(), text: '您好，我是张律师' }
    await zhang('POST', `/conversations/${conversation}/messages`, message)
    await expect
      .poll(() => seen.filter((e) => e.actor === 'lawyer').map((e) => e.text))
      .toEqual(['您好，我是张律师'])
    expect(seen.some(({ type }) => type === 'card')).toBe(true)
    stop()
    await office.settled()
  })

  test('two lawyers take one client at the same moment on two processes: one wins, one is told', async () => {
    office = await Office.open(cluster, { routing: { staggerSeconds: 1 } })
    const zhang = await signIn(office.first.url, 'zhang')
    const li = await signIn(office.second.url, 'li')
    for (let round = 0; round < 3; round++) {
      const client = new Writer(office.first.url)
      await client.open()
      await client.write('律师')
      const offered = async () =>
        Promise.all([zhang, li].map(async (who) => (await who('GET', '/offers')).body.items))
      await expect
        .poll(async () => (await offered()).map((items) => items.length), { timeout: 10_000 })
        .toEqual([1, 1])
      const [[one], [two]] = (await offered()) as any
      const answers = await Promise.all([
        zhang('POST', `/offers/${one.id}/accept`),
        li('POST', `/offers/${two.id}/accept`),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    }
    await office.settled()
  })

  test('a call is bridged, whichever process each webhook reaches', async () => {
    office = await Office.open(cluster)
    await bridged(office)
    await office.settled()
  })
})

test('clocks apart by a minute: a ring still lasts as long as it should', async () => {
  office = await Office.open(cluster, { shift: 60_000, routing: { ringSeconds: 20 } })
  await bridged(office)
  const client = new Writer(office.balancer.url)
  await client.open()
  for (let i = 0; i < 6; i++) await client.write(`第${i}句`)
  await client.write('律师')
  await office.settled()
  const missed = await office.ask(`select 1 from event where type = 'missed'`)
  expect(missed).toEqual([])
  const backwards = await office.ask(
    `select 1 from event a join event b on b.seq = a.seq + 1 where b.at < a.at - 5000`,
  )
  expect(backwards).toEqual([])
})

test('a copy made while both run is whole by itself', async () => {
  office = await Office.open(cluster)
  const client = new Writer(office.balancer.url)
  await client.open()
  const writing = Promise.all(Array.from({ length: 5 }, (_, i) => client.write(`第${i}句`)))
  const file = `${office.first.folder}/copy.db`
  expect(await office.first.run('src/cli.ts', 'backup', file)).toMatchObject({ code: 0 })
  await writing
  const copy = await office.first.run('test/postgres/verify-file.ts', file)
  expect(copy.output).toContain('the event log is whole')
  expect(copy.code).toBe(0)
})
