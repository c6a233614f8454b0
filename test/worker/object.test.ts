import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { Workerd } from '../backend/workerd.ts'
import { smallDesk, TestDesk } from '../harness.ts'

/** One object: put away in the middle, broken in the middle, and what it stands on. */

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(() => desk.close())

const evict = () => (desk.backend as Workerd).evict()

test('put away in the middle of a conversation: the stream ends, a reader comes back and misses nothing', async () => {
  const client = await desk.openChat()
  await client.write('律师')
  const zhang = await desk.signIn('zhang')
  await zhang.takeFirst()
  const stream = await fetch(`${desk.url}/api/chat/events?token=${client.token}`)
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  while (!text.includes('"card"')) text += new TextDecoder().decode((await reader.read()).value)
  await evict()
  const ended = await (async () => {
    for (;;) if ((await reader.read()).done) return 'ended'
  })().catch(() => 'cut')
  expect(['ended', 'cut']).toContain(ended)
  const seen = Math.max(...[...text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq)))

  expect((await zhang.say(client.conversation, '还在，请说')).status).toBe(202)
  await evict()
  await client.write('好的')
  const events = await client.events(seen)
  expect(events.map((event) => event.text)).toEqual(['还在，请说', '好的'])
  expect(await client.texts('lawyer')).toEqual(['还在，请说'])
})

test('put away while a message could not be sent: it is sent all the same', async () => {
  desk.telegram.trouble.push({ status: 500 })
  await desk.telegram.say(555, '律师')
  await evict()
  await desk.pass(5)
  expect(desk.telegram.in(555).map(({ text }) => text?.slice(0, 2))).toHaveLength(2)
})

test('of work that shares a commit, what fails is undone alone; a whole transaction is undone whole', async () => {
  const answer = await (desk.backend as Workerd).control('undone')
  expect(answer).toEqual({ outcomes: ['kept', 'no', 'kept'], kept: ['one', 'three'], whole: [] })
})

test('a lawyer with a long name follows their own events live', async () => {
  await desk.close()
  const id = 'l'.repeat(64)
  const file = smallDesk()
  const lawyer = file.lawyers[0] as { id: unknown; login: object }
  lawyer.id = id
  file.shifts = file.shifts.slice(0, 1).map((shift) => ({ ...shift, lawyer: id }))
  desk = await TestDesk.open(file)
  const person = await desk.signIn('zhang')
  const client = await desk.openChat()
  await client.write('律师')
  const stop = new AbortController()
  const stream = await fetch(`${desk.url}/api/events`, {
    headers: { cookie: person.cookie, 'last-event-id': '1' },
    signal: stop.signal,
  })
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  while (!text.includes('"offered"')) text += new TextDecoder().decode((await reader.read()).value)
  stop.abort()
  expect(text).toContain(id)
})

test('a long list of conversations is shown whole', async () => {
  await Promise.all(Array.from({ length: 120 }, () => desk.openChat()))
  const chen = await desk.signIn('chen')
  const { status, body } = await chen.get('/conversations?limit=200')
  expect(status).toBe(200)
  expect(body.items).toHaveLength(120)
})

test('openai makes its request under workerd', async () => {
  const bodies: string[] = []
  const model = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      bodies.push(`${request.url} ${request.headers.authorization} ${body}`)
      response.setHeader('content-type', 'application/json')
      const message = { role: 'assistant', content: '你好，我是模型' }
      response.end(JSON.stringify({ id: '1', object: 'chat.completion', choices: [{ message }] }))
    })
  })
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve))
  const baseURL = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`
  const answer = await fetch(`http://127.0.0.1:${inject('workerd')}/__smoke/openai`, {
    method: 'POST',
    body: JSON.stringify({ baseURL }),
  })
  expect(await answer.json()).toBe('你好，我是模型')
  expect(bodies).toHaveLength(1)
  expect(bodies[0]).toMatch(/^\/v1\/chat\/completions Bearer key .*你好/)
  model.closeAllConnections()
  model.close()
})
