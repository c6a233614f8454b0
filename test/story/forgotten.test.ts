import { afterAll, beforeAll, expect, test } from 'vitest'
import { Seal } from '../../src/store/seal.ts'
import { contactRef } from '../../src/web/contact.ts'
import { DeskProcess } from '../process.ts'

/**
 * After forgetting, nothing of a client is left in what the desk keeps: not their words, their name or their number,
 * whichever channel they came by. Looked for in every byte at rest; the log is whole all the same.
 */

const NAME = '欧阳诗琪'
const NUMBER = '+8613977776666'
const FACTS = '那天夜里把车停在了桥下'
const CHAT = 7712345678

let desk: DeskProcess
let cookie = ''

beforeAll(async () => {
  desk = await DeskProcess.open()
  const answer = await desk.post('/api/auth/sign-in/username', {
    username: 'chen',
    password: 'chen-password',
  })
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
})
afterAll(() => desk.close())

const api = async (method: string, path: string): Promise<{ status: number; body: any }> => {
  const answer = await fetch(`${desk.url}/api${path}`, { method, headers: { cookie } })
  return { status: answer.status, body: await answer.json().catch(() => null) }
}

const conversations = async (channel: string): Promise<string[]> =>
  (await api('GET', '/conversations')).body.items
    .filter((item: any) => item.channel === channel)
    .map(({ id }: { id: string }) => id)

/** In any spelling a file may hold it in. */
function spellings(text: string): Buffer[] {
  const bare = text.replace(/^\+/, '')
  return [text, bare, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)].flatMap(
    (one) => [
      Buffer.from(one),
      Buffer.from(one, 'utf16le'),
      Buffer.from(Buffer.from(one).toString('base64')),
      Buffer.from(Buffer.from(one).toString('hex')),
    ],
  )
}

async function left(...texts: string[]): Promise<string[]> {
  const bytes = await desk.stored()
  expect(bytes.length).toBeGreaterThan(50_000)
  return texts.filter((text) => spellings(text).some((spelling) => bytes.includes(spelling)))
}

test('words, a name and a number by web, text message, Telegram and telephone: forgotten, and nowhere', async () => {
  const opened = await (await desk.post('/api/chat', {})).json()
  const writes = await desk.post(
    '/api/chat/messages',
    { id: crypto.randomUUID(), text: `我叫${NAME}，${FACTS}，电话${NUMBER}` },
    { authorization: `Bearer ${(opened as any).token}` },
  )
  expect(writes.status).toBe(202)
  await desk.carrier.text(NUMBER, `我是${NAME}，${FACTS}`)
  await desk.telegram.say(CHAT, `我是${NAME}，${FACTS}`)
  const call = desk.carrier.dial(NUMBER)
  await expect.poll(() => call.asking, { timeout: 15_000 }).not.toBeNull()
  call.speak(`我是${NAME}，${FACTS}`)
  await expect.poll(() => call.asking, { timeout: 15_000 }).not.toBeNull()
  call.end('completed')
  await expect.poll(async () => (await conversations('phone')).length, { timeout: 15_000 }).toBe(1)
  const found = await api('GET', `/conversations?q=${encodeURIComponent('停在了桥下')}`)
  expect(found.body.items.length).toBeGreaterThanOrEqual(3)

  for (const channel of ['webchat', 'sms', 'telegram', 'phone']) {
    for (const id of await conversations(channel)) {
      const { status } = await api('DELETE', `/conversations/${id}/words`)
      expect(`${channel} ${status}`).toBe(`${channel} 202`)
    }
  }
  const after = await api('GET', `/conversations?q=${encodeURIComponent('停在了桥下')}`)
  expect(after.body.items).toEqual([])
  // Nor what a number is found by: whoever has the key could ask whether it was among the clients. A Durable Object's
  // platform keeps a log of its own that nobody can empty (docs/privacy.md).
  const seal = new Seal(Buffer.alloc(32, 7))
  const own = process.env.ENGINE !== 'workerd'
  const marks = !own
    ? []
    : [contactRef(seal, 'sms', NUMBER).id, contactRef(seal, 'telegram', String(CHAT)).id]
  expect(await left(NAME, FACTS, NUMBER, String(CHAT), (opened as any).token, ...marks)).toEqual([])
  for (const { code, output } of await desk.verify()) {
    expect(output).toContain('whole')
    expect(code).toBe(0)
  }
})
