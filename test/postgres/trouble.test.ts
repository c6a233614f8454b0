import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Cluster } from '../cluster.ts'
import { bridged, Office, Writer } from './office.ts'

/** Two processes on one PostgreSQL while things break; afterwards all is as if nothing had. */

let cluster: Cluster
beforeAll(async () => {
  cluster = await Cluster.open()
})
afterAll(() => cluster.close())

let office: Office
beforeEach(async () => {
  office = await Office.open(cluster, { routing: { ringSeconds: 5, staggerSeconds: 0 } })
})
afterEach(async () => {
  // A process that broke down says so last.
  for (const { output } of [office.first, office.second])
    expect(output).not.toMatch(/Node\.js v\d+/)
  await office.close()
})

const CHATS = 4
const EACH = 8

/** Clients of every kind write and ring, while `trouble` happens. */
async function busy(trouble: () => Promise<void>): Promise<Writer[]> {
  const { balancer, telegram, carrier } = office
  const writers = Array.from({ length: CHATS }, () => new Writer(balancer.url))
  for (const writer of writers) await writer.open()
  const calls = [1, 2, 3].map((n) => carrier.dial(`+861390000900${n}`))
  const chatting = writers.map(async (writer, w) => {
    for (let i = 0; i < EACH; i++) await writer.write(`${w}的第${i}句`)
  })
  const messaging = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) {
      // As Telegram does: the same update again until it is acknowledged.
      const chat = { id: 700 + i, type: 'private' }
      const message = { message_id: i, date: 0, from: chat, chat, text: `电报${i}` }
      for (let tries = 0; tries < 60; tries++) {
        const answer = await telegram.update({ update_id: 5000 + i, message }).catch(() => null)
        if (answer?.status === 200) break
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
  }
  const pressing = calls.map((call) =>
    expect
      .poll(() => call.asking ?? call.over, { timeout: 10_000 })
      .toBeTruthy()
      .then(() => call.over || call.press('1')),
  )
  await Promise.all([...chatting, messaging(), ...pressing, trouble()])
  for (const call of calls) call.end('completed')
  return writers
}

async function allThereOnce(writers: Writer[]): Promise<void> {
  for (const [w, writer] of writers.entries()) {
    const texts = await writer.texts(office.second.url)
    const wanted = Array.from({ length: EACH }, (_, i) => `${w}的第${i}句`)
    expect(texts.toSorted()).toEqual(wanted.toSorted())
  }
  const keys = await office.ask(
    `select key from event where key is not null group by key having count(*) > 1`,
  )
  expect(keys).toEqual([])
}

/** Each leg is dialled once at most: nobody's phone is rung twice for one offer. */
function ringsOnce(): void {
  const legs = office.carrier.requests
    .filter(({ path }) => /\/Calls\.json$/.test(path))
    .map(({ form }) => form.Url)
  expect(new Set(legs).size).toBe(legs.length)
}

/** Texts that came twice. Offers read alike; their buttons name the offer. */
const sentTwice = (): string[] => {
  const sent = office.telegram.sent
    .filter(({ method }) => method === 'sendMessage')
    .map(({ chat, text, buttons }) => `${chat} ${text} ${JSON.stringify(buttons)}`)
  return sent.filter((one, i) => sent.indexOf(one) !== i)
}

test('one is killed in the middle: the other goes on, and takes up what it had begun', async () => {
  const writers = await busy(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await office.first.kill()
  })
  await office.settled()
  await allThereOnce(writers)
  ringsOnce()
  // How soon a silent process counts as dead depends on how often the other gets to look.
  await expect
    .poll(async () => (await office.ask('select 1 from process')).length, { timeout: 30_000 })
    .toBe(1)
  await office.first.start()
  await bridged(office)
  await office.settled()
})

test('connections are cut again and again: nothing is lost and nothing is sent twice', async () => {
  const name = new URL(office.database).pathname.slice(1)
  const writers = await busy(async () => {
    for (let i = 0; i < 6; i++) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await cluster.ask(
        'postgres',
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      )
    }
  })
  await office.settled()
  await allThereOnce(writers)
  ringsOnce()
  expect(sentTwice()).toEqual([])
  for (const { url } of [office.first, office.second]) {
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  }
})

test('the database is restarted, once as by a crash: meanwhile 503, then it goes on', async () => {
  const client = new Writer(office.balancer.url)
  await client.open()
  let down: Response | null = null
  const writers = await busy(async () => {
    for (const how of ['fast', 'immediate'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await cluster.stop(how)
      down = await fetch(`${office.first.url}/api/health`)
      expect(down.status).toBe(503)
      expect(Number(down.headers.get('retry-after'))).toBeGreaterThan(0)
      await cluster.start()
    }
  })
  await office.settled()
  await allThereOnce(writers)
  ringsOnce()
  expect(sentTwice()).toEqual([])
  await bridged(office)
  await office.settled()
})
