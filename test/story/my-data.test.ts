import { afterAll, beforeAll, expect, test } from 'vitest'
import { GENESIS, hashOf } from '../../src/store/chain.ts'
import { type ChatClient, type Person, smallDesk, TestDesk } from '../harness.ts'

/** What a client may ask about their own data, and what time takes away by itself (PIPL 19, 44–48). */

let desk: TestDesk
let zhang: Person
let chen: Person

beforeAll(async () => {
  const file = smallDesk()
  // One lawyer on duty: whoever asks comes to her.
  const shifts = file.shifts.filter(({ lawyer }) => lawyer === 'zhang')
  desk = await TestDesk.open({ ...file, shifts, retention: { talk: 7, consultation: 1095 } })
  zhang = await desk.signIn('zhang')
  chen = await desk.signIn('chen')
})
afterAll(() => desk.close())

const ask = (chat: ChatClient, method: string, path: string, body?: object) =>
  fetch(`${desk.url}/api/chat${path}`, {
    method,
    headers: { authorization: `Bearer ${chat.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

const page = (chat: ChatClient | null, path = '', form?: Record<string, string>) =>
  fetch(`${desk.url}/my-data${path}`, {
    redirect: 'manual',
    headers: chat ? { cookie: `zhiban_chat=${chat.token}` } : {},
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })

const find = async (words: string): Promise<number> =>
  (await chen.get(`/conversations?q=${encodeURIComponent(words)}`)).body.items.length

async function helped(words: string): Promise<ChatClient> {
  const chat = await desk.openChat()
  await chat.write(words)
  await chat.choose('lawyer')
  await desk.settle()
  expect((await zhang.takeFirst()).status).toBe(200)
  return chat
}

async function close({ conversation }: ChatClient): Promise<void> {
  const record = { charge: '危险驾驶罪', question: '会不会留案底', answer: '已解答' }
  await zhang.put(`/conversations/${conversation}/record`, record)
  const { status } = await zhang.post(`/conversations/${conversation}/close`, {
    outcome: 'answered',
  })
  expect(status).toBe(200)
}

const lines = async (conversation: string, type: string) =>
  (await desk.backend.lines()).filter(
    (line) => line.conversation === conversation && line.type === type,
  )

test('a client sees all there is, who read it and why, and takes it along', async () => {
  const chat = await helped('昨晚喝酒开车被查了')
  await chen.get(`/conversations/${chat.conversation}?reason=${encodeURIComponent('投诉核查')}`)
  const data = (await (await ask(chat, 'GET', '/data')).json()) as any
  expect(data.conversations).toEqual([
    expect.objectContaining({ id: chat.conversation, state: 'active', lawyer: '张敏' }),
  ])
  expect(data.events.map(({ text }: { text?: string }) => text)).toContain('昨晚喝酒开车被查了')
  expect(data.readings).toContainEqual(
    expect.objectContaining({ role: 'coordinator', reason: '投诉核查' }),
  )
  const seen = await (await page(chat)).text()
  for (const words of ['张敏律师接待', '投诉核查', '第44条']) expect(seen).toContain(words)
  expect((await page(chat, '/export.json')).headers.get('content-disposition')).toContain('json')
  await close(chat)
})

test('another token, or none, sees nothing', async () => {
  const other = await desk.openChat()
  expect(JSON.stringify(await (await ask(other, 'GET', '/data')).json())).not.toContain('喝酒')
  for (const method of ['GET', 'DELETE']) {
    const answer = await fetch(`${desk.url}/api/chat/data`, { method })
    expect(answer.status).toBe(401)
  }
  expect(await (await page(null)).text()).toContain('没有您的数据')
  expect((await page(null, '/delete', { sure: '1' })).status).toBe(401)
})

test('a correction stands beside the record, for the lawyer to see', async () => {
  const chat = await helped('抽血结果163')
  expect((await ask(chat, 'POST', '/corrections', { text: '不是163，是136' })).status).toBe(202)
  expect((await ask(chat, 'POST', '/corrections', { text: ' ' })).status).toBe(400)
  const { body } = await zhang.get(`/conversations/${chat.conversation}`)
  expect(body.events).toContainEqual(
    expect.objectContaining({ type: 'correction', actor: 'client', text: '不是163，是136' }),
  )
  await close(chat)
})

test('deleting: asked for in the middle it waits; after the end the words are gone, the ledger and the log stay', async () => {
  const chat = await helped('偷了邻居的电瓶车')
  const middle = (await (await ask(chat, 'DELETE', '/data')).json()) as any
  expect(middle).toEqual({ forgotten: 0, later: 1 })
  expect(await find('电瓶车')).toBe(1)
  await close(chat)
  await desk.pass(3700)
  expect((await ask(chat, 'GET', '/data')).status).toBe(401)
  expect(await find('电瓶车')).toBe(0)
  expect(await lines(chat.conversation, 'forget_asked')).toHaveLength(1)
  expect(await lines(chat.conversation, 'forgotten')).toHaveLength(1)
  const { body } = await chen.get(`/conversations/${chat.conversation}?reason=x`)
  expect(body.events.length).toBeGreaterThan(5)
  expect(JSON.stringify(body)).not.toContain('电瓶车')
  const ledger = (await chen.get('/ledger')).body.items
  expect(ledger).toContainEqual(
    expect.objectContaining({ conversation: chat.conversation, charge: '危险驾驶罪' }),
  )
})

test('by the page, for a talk that is over; a box to tick comes first', async () => {
  const chat = await desk.openChat()
  await chat.write('随便问问缓刑')
  expect(await find('缓刑')).toBe(1)
  expect((await page(chat, '/delete', {})).status).toBe(400)
  const done = await page(chat, '/delete', { sure: '1' })
  expect(done.headers.get('location')).toBe('/my-data?done=deleted')
  expect(await find('缓刑')).toBe(0)
  expect((await ask(chat, 'GET', '/data')).status).toBe(401)
})

test('a coordinator deletes for a client without a token; a lawyer may not', async () => {
  const chat = await desk.openChat()
  await chat.write('走私罪怎么判')
  const path = `/conversations/${chat.conversation}/words`
  expect((await zhang.remove(path)).status).toBe(403)
  expect((await chen.remove('/conversations/nothing/words')).status).toBe(404)
  expect((await chen.remove(path)).status).toBe(202)
  expect(await find('走私')).toBe(0)
  const [line] = await lines(chat.conversation, 'forgotten')
  expect(line).toMatchObject({ actor: 'coordinator', by_id: 'chen' })
})

test('time takes the words of those who never came to a lawyer after a week, and no others', async () => {
  const alone = await desk.openChat()
  await alone.write('想了解赌博罪')
  const chat = await helped('开设赌场怎么办')
  await close(chat)
  await desk.pass(6 * 86_400)
  expect(await find('赌博')).toBe(1)
  await desk.pass(3 * 86_400)
  expect(await find('赌博')).toBe(0)
  expect(await find('赌场')).toBe(1)
  expect((await lines(alone.conversation, 'forgotten'))[0]).toMatchObject({ actor: 'desk' })
})

test('after all that was forgotten the chain is whole', async () => {
  let previous = GENESIS
  for (const line of await desk.backend.lines()) {
    expect(hashOf(previous, line)).toBe(line.hash)
    previous = line.hash
  }
  expect(previous).not.toBe(GENESIS)
})
