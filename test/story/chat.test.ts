import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(() => desk.close())

describe('a client on the chat page', () => {
  test('is told, asks, is answered, and it is all on record', async () => {
    const client = await desk.openChat()
    expect((await client.texts('desk'))[0]).toContain('免费')
    await client.write('明天9点派出所叫我去')
    await client.write('律师')

    const zhang = await desk.signIn('zhang')
    const [offer] = await zhang.offers()
    expect(offer).toMatchObject({
      kind: 'online',
      channel: 'webchat',
      conversation: client.conversation,
    })
    expect((await zhang.takeFirst()).status).toBe(200)
    expect((await zhang.say(client.conversation, '您好，我是张敏')).status).toBe(202)

    const events = await client.events()
    const card = events.findIndex(({ type }) => type === 'card')
    const word = events.findIndex(({ actor }) => actor === 'lawyer')
    expect(events[card]).toMatchObject({
      name: '张敏',
      firm: '江城律师事务所',
      licence: '14201201010000001',
      station: '江城市法律援助工作站',
    })
    expect(word).toBeGreaterThan(card)
    expect(JSON.stringify(events)).not.toContain('+8613800000001')

    const seen = await zhang.get(`/conversations/${client.conversation}`)
    expect(seen.body.events.map((e: { text?: string }) => e.text)).toContain('明天9点派出所叫我去')

    const early = await zhang.post(`/conversations/${client.conversation}/close`, {
      outcome: 'answered',
    })
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'record_incomplete' } } })
    const record = {
      charge: '不详',
      question: '要不要去',
      answer: '按时去',
      stage: 'investigation',
    }
    expect((await zhang.put(`/conversations/${client.conversation}/record`, record)).status).toBe(
      200,
    )
    expect(
      (await zhang.post(`/conversations/${client.conversation}/close`, { outcome: 'answered' }))
        .status,
    ).toBe(200)
    expect((await client.events()).at(-1)).toMatchObject({ type: 'message', actor: 'desk' })

    const { items } = (await zhang.get('/ledger')).body
    expect(items).toMatchObject([
      { charge: '不详', question: '要不要去', answer: '按时去', licence: '14201201010000001' },
    ])
    const csv = await zhang.get('/ledger?format=csv')
    expect(csv.body.startsWith('序号')).toBe(true)
    expect(csv.body).toContain('14201201010000001')
  })

  test('a repeat is harmless and gets the first answer again', async () => {
    const client = await desk.openChat()
    const id = crypto.randomUUID()
    const first = await (await client.write('我的事', id)).json()
    const second = await (await client.write('我的事', id)).json()
    expect(second).toEqual(first)
    expect((await client.texts('client')).filter((text) => text === '我的事')).toHaveLength(1)
  })

  test('comes back with a cursor: nothing is missing and nothing comes twice', async () => {
    const client = await desk.openChat()
    await client.write('一')
    const before = await client.events()
    await client.write('二')
    const after = await client.events(before.at(-1).seq)
    expect(after[0]).toMatchObject({ text: '二' })
    expect(after.every(({ seq }: { seq: number }) => seq > before.at(-1).seq)).toBe(true)
  })

  test('reads live: an open stream gets the word as it is said', async () => {
    const client = await desk.openChat()
    const answer = await fetch(`${desk.url}/api/chat/events?token=${client.token}`)
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    let text = ''
    const until = async (words: string) => {
      while (!text.includes(words)) text += new TextDecoder().decode((await reader.read()).value)
    }
    await until('免费')
    await client.write('我在听')
    await until('我在听')
    await reader.cancel()
  })

  test('a restart in the middle loses nothing', async () => {
    const client = await desk.openChat()
    await client.write('律师')
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    await desk.restart()
    await client.write('还在吗')
    expect((await zhang.say(client.conversation, '在')).status).toBe(202)
    expect(await client.texts('lawyer')).toEqual(['在'])
  })

  test('in English, by choice', async () => {
    const client = await desk.openChat('en')
    expect((await client.texts('desk'))[0]).toContain('free')
    await client.choose('learn')
    expect((await client.texts('desk')).at(-1)).toContain('Criminal Procedure Law')
    await client.write('talk to a lawyer')
    expect((await client.texts('desk')).at(-1)).toContain('duty lawyer')
  })
})

describe('what is refused', () => {
  test('strangers, foreign pages, broken and outsized bodies, each with its code', async () => {
    const client = await desk.openChat()
    const post = (path: string, init: RequestInit) =>
      fetch(desk.url + path, { method: 'POST', ...init })
    const auth = { authorization: `Bearer ${client.token}` }
    const json = { ...auth, 'content-type': 'application/json' }
    const code = async (answer: Response) => [
      answer.status,
      ((await answer.json()) as any).error.code,
    ]
    const path = '/api/chat/messages'
    expect(
      await code(await post(path, { headers: { 'content-type': 'application/json' }, body: '{}' })),
    ).toEqual([401, 'unknown_token'])
    expect(await code(await post(path, { headers: json, body: '{"id":' }))).toEqual([
      400,
      'malformed',
    ])
    expect(
      await code(await post(path, { headers: json, body: '{"id":"x","text":"秘密"}' })),
    ).toEqual([400, 'malformed'])
    expect(
      await code(
        await post(path, { headers: { ...auth, 'content-type': 'text/plain' }, body: 'x' }),
      ),
    ).toEqual([415, 'wrong_type'])
    expect(
      await code(
        await post(path, {
          headers: json,
          body: JSON.stringify({ id: crypto.randomUUID(), text: 'x'.repeat(70_000) }),
        }),
      ),
    ).toEqual([413, 'too_large'])
    expect(
      await code(
        await post(path, { headers: { ...json, origin: 'https://evil.example' }, body: '{}' }),
      ),
    ).toEqual([403, 'foreign_origin'])
    expect((await post('/api/chat', { headers: { origin: desk.url } })).status).toBe(201)
    expect(await code(await fetch(`${desk.url}/api/conversations`))).toEqual([401, 'not_signed_in'])
    expect(await code(await fetch(`${desk.url}/api/nothing`))).toEqual([401, 'not_signed_in'])
    expect((await fetch(`${desk.url}/a/wrong-token`)).status).toBe(404)
  })

  test('too fast is slowed, and nothing is lost', async () => {
    const client = await desk.openChat()
    const ids = Array.from({ length: 40 }, () => crypto.randomUUID())
    const statuses = []
    for (const [i, id] of ids.entries()) statuses.push((await client.write(`第${i}句`, id)).status)
    expect(statuses.filter((s) => s === 202).length).toBeGreaterThanOrEqual(20)
    const slow = await client.write('第39句', ids[39])
    expect(slow.status).toBe(429)
    expect(Number(slow.headers.get('retry-after'))).toBeLessThanOrEqual(2)
    for (const [i, id] of ids.entries()) {
      let answer = await client.write(`第${i}句`, id)
      while (answer.status === 429) {
        desk.now += 1000 * Number(answer.headers.get('retry-after'))
        answer = await client.write(`第${i}句`, id)
      }
      expect(answer.status).toBe(202)
    }
    const mine = (await client.texts('client')).filter((text) => text.startsWith('第'))
    expect(mine.toSorted()).toEqual(ids.map((_, i) => `第${i}句`).toSorted())
    const chen = await desk.signIn('chen')
    expect((await chen.get('/conversations')).body.items[0].client).toMatch(/^当事人 /)
    const seen = await chen.get(`/conversations/${client.conversation}`)
    expect(seen.body.events.map((e: { type: string }) => e.type)).toContain('flood')
  })
})
