import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatClient, type Person, smallDesk, TestDesk } from '../harness.ts'

/** Each kind of what is kept has its own time, looked after by a timer each day (PIPL 19, 47). The clock is moved. */

const DAY = 86_400

let desk: TestDesk
let zhang: Person
let chen: Person
let helped: ChatClient
let alone: ChatClient

beforeAll(async () => {
  const file = smallDesk()
  const shifts = file.shifts.filter(({ lawyer }) => lawyer === 'zhang')
  const retention = { talk: 5, address: 12, trace: 20, consultation: 30 }
  desk = await TestDesk.open({ ...file, shifts, retention })
  await people()
  alone = await desk.openChat()
  await alone.write('想了解赌博罪')
  helped = await desk.openChat()
  await helped.write('开设赌场怎么办')
  await helped.choose('lawyer')
  await desk.settle()
  await zhang.takeFirst()
  await close(helped.conversation)
  await desk.carrier.text('+8613900005678', '没收保证金怎么办')
  await desk.settle()
  await desk.carrier.text('+8613900005678', '律师')
  await desk.settle()
  const [offer] = await zhang.offers()
  await zhang.post(`/offers/${offer.id}/accept`)
  await close(offer.conversation)
  // A text message that cannot be delivered: its trace is shown until its time.
  await desk.carrier.text('+8613900001234', '请问拘役多久')
  await desk.settle()
  desk.telegram.blocked.add(555)
  await desk.telegram.say(555, '请问缓刑')
  await desk.settle()
})
afterAll(() => desk.close())

async function close(conversation: string): Promise<void> {
  const path = `/conversations/${conversation}`
  const record = { charge: '开设赌场罪', question: '主犯从犯', answer: '已解答' }
  await zhang.put(`${path}/record`, record)
  expect((await zhang.post(`${path}/close`, { outcome: 'answered' })).status).toBe(200)
}

/** Sessions end before months do. */
async function people(): Promise<void> {
  zhang = await desk.signIn('zhang')
  chen = await desk.signIn('chen')
}
async function until(day: number): Promise<void> {
  const start = Date.UTC(2026, 10, 23, 2, 0)
  await desk.pass((start + day * DAY * 1000 - desk.now) / 1000)
  await people()
}
const find = async (words: string): Promise<number> =>
  (await chen.get(`/conversations?q=${encodeURIComponent(words)}`)).body.items.length
const types = async (type: string) =>
  (await desk.backend.lines()).filter((line) => line.type === type)
const addresses = async (): Promise<number> =>
  (await types('expired')).reduce((sum, { data }) => sum + JSON.parse(data).addresses, 0)
const undelivered = async (): Promise<number> =>
  (await chen.get('/undelivered?since=2026-11-01T00:00:00Z')).body.items.length

test('four days on nothing is gone', async () => {
  await until(4)
  expect(await find('赌博')).toBe(1)
  expect(await find('拘役')).toBe(1)
  expect(await types('forgotten')).toEqual([])
  expect(await undelivered()).toBeGreaterThan(0)
})

test('words of those who never came to a lawyer: after five days, on every channel', async () => {
  await until(7)
  for (const words of ['赌博', '拘役', '缓刑'])
    expect(`${words} ${await find(words)}`).toBe(`${words} 0`)
  expect(await find('赌场怎么办')).toBe(1)
  expect((await types('forgotten')).map(({ actor }) => actor)).toEqual(['desk', 'desk', 'desk'])
  const data = { headers: { authorization: `Bearer ${alone.token}` } }
  expect((await fetch(`${desk.url}/api/chat/data`, data)).status).toBe(401)
})

test('a number: after twelve days without word, though the words of the consultation stay', async () => {
  expect(await addresses()).toBe(0)
  await until(14)
  expect(await addresses()).toBe(1)
  expect(await find('没收保证金')).toBe(1)
  // Whoever writes from it now is somebody new.
  await desk.carrier.text('+8613900005678', '律师')
  await desk.settle()
  const { items } = (await chen.get('/conversations')).body
  const names = items.filter((one: any) => one.channel === 'sms').map((one: any) => one.client)
  expect(new Set(names).size).toBe(names.length)
  const [offer] = await zhang.offers()
  await zhang.post(`/offers/${offer.id}/accept`)
  await close(offer.conversation)
})

test('traces: what was not delivered is shown for twenty days', async () => {
  await until(18)
  expect(await undelivered()).toBeGreaterThan(0)
  await until(22)
  expect(await undelivered()).toBe(0)
})

test('words of a consultation: after thirty days; its line of the ledger stays', async () => {
  await until(28)
  expect(await find('赌场怎么办')).toBe(1)
  await until(33)
  expect(await find('赌场怎么办')).toBe(0)
  const { body } = await chen.get(`/conversations/${helped.conversation}?reason=x`)
  expect(JSON.stringify(body)).not.toContain('赌场怎么办')
  const ledger = (await chen.get('/ledger')).body.items
  expect(ledger).toHaveLength(3)
  for (const line of ledger) expect(line).toMatchObject({ charge: '开设赌场罪', answer: '已解答' })
})
