import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smallDesk, TestDesk } from '../harness.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(() => desk.close())

async function talk(): Promise<string> {
  const client = await desk.openChat()
  await client.write('我的秘密')
  await client.write('律师')
  return client.conversation
}

describe('who may do what', () => {
  test('a lawyer sees their own; a coordinator reads by giving a reason, and that is kept', async () => {
    const id = await talk()
    const [zhang, li, chen] = [
      await desk.signIn('zhang'),
      await desk.signIn('li'),
      await desk.signIn('chen'),
    ]
    await zhang.takeFirst()
    expect((await zhang.get(`/conversations/${id}`)).status).toBe(200)
    expect((await li.get(`/conversations/${id}`)).status).toBe(403)
    expect((await li.get('/conversations')).body.items).toEqual([])

    const plain = (await chen.get(`/conversations/${id}`)).body
    expect(plain).toMatchObject({ words: false, record: null, lawyer: 'zhang' })
    expect(JSON.stringify(plain)).not.toContain('我的秘密')
    const read = (await chen.get(`/conversations/${id}?reason=${encodeURIComponent('投诉')}`)).body
    expect(JSON.stringify(read)).toContain('我的秘密')
    const { items } = (await chen.get(`/access?conversation=${id}`)).body
    expect(items).toMatchObject([
      { reader: 'zhang', role: 'lawyer' },
      { reader: 'chen', role: 'coordinator', reason: '投诉' },
    ])
    expect((await chen.get(`/conversations/nothing?reason=x`)).status).toBe(404)
  })

  test('every door is shut to whoever it is not for', async () => {
    const id = await talk()
    const [zhang, li, chen] = [
      await desk.signIn('zhang'),
      await desk.signIn('li'),
      await desk.signIn('chen'),
    ]
    const [offer] = await zhang.offers()
    const record = { charge: '盗窃', question: '问', answer: '答' }
    const tries: [number, Promise<{ status: number }>][] = [
      [404, li.post(`/offers/${offer.id}/accept`)],
      [404, chen.post(`/offers/${offer.id}/accept`)],
      [403, li.say(id, '我来')],
      [403, chen.say(id, '我来')],
      [403, li.put(`/conversations/${id}/record`, record)],
      [403, chen.put(`/conversations/${id}/record`, record)],
      [403, li.post(`/conversations/${id}/close`, { outcome: 'answered' })],
      [403, li.post(`/conversations/${id}/assign`, { lawyer: 'li' })],
      [403, li.get(`/access?conversation=${id}`)],
      [403, li.get('/undelivered')],
      [403, chen.post('/presence', { state: 'off' })],
      [400, li.post('/presence', { state: 'asleep' })],
      [404, li.say('nothing', '喂')],
      [400, zhang.post(`/offers/${offer.id}/decline`, { reason: 'tired' })],
    ]
    for (const [status, asked] of tries) expect((await asked).status).toBe(status)
    for (const path of ['/me', '/conversations', '/offers', '/ledger', '/rota', '/events']) {
      expect((await fetch(`${desk.url}/api${path}`)).status).toBe(401)
    }
  })

  test('me, staff, rota, openapi', async () => {
    const zhang = await desk.signIn('zhang')
    expect((await zhang.get('/me')).body).toMatchObject({
      id: 'zhang',
      name: '张敏',
      role: 'lawyer',
      presence: 'on',
    })
    expect((await zhang.get('/staff')).body.items).toHaveLength(4)
    expect((await zhang.get('/rota')).body.items.length).toBeGreaterThan(20)
    const { paths } = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as {
      paths: object
    }
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/offers/{id}/accept',
        '/conversations/{id}/record',
        '/presence',
        '/access',
      ]),
    )
  })

  test('staff stay signed in over a restart; a wrong password does not', async () => {
    const zhang = await desk.signIn('zhang')
    await desk.restart()
    expect((await zhang.get('/me')).status).toBe(200)
    await expect(desk.signIn('nobody')).rejects.toThrow('401')
  })
})

describe('the offer', () => {
  test('declined goes to the next; lapsed and taken are 409', async () => {
    await desk.close()
    desk = await TestDesk.open(smallDesk({ staggerSeconds: 0, offerSeconds: 10 }))
    const id = await talk()
    const [zhang, li] = [await desk.signIn('zhang'), await desk.signIn('li')]
    const [first] = await zhang.offers()
    expect((await zhang.post(`/offers/${first.id}/decline`, { reason: 'busy' })).status).toBe(200)
    expect((await zhang.post(`/offers/${first.id}/accept`)).status).toBe(409)
    const [second] = await li.offers()
    await desk.pass(11)
    expect((await li.post(`/offers/${second.id}/accept`)).body.error.code).toBe('offer_gone')
    const wang = await desk.signIn('wang')
    expect((await wang.takeFirst()).status).toBe(200)
    expect((await wang.get(`/conversations/${id}`)).body.lawyer).toBe('wang')
  })

  test('twenty at once on one offer: one wins', async () => {
    await talk()
    await desk.pass(9)
    const [zhang, li] = [await desk.signIn('zhang'), await desk.signIn('li')]
    const [a, b] = [(await zhang.offers())[0], (await li.offers())[0]]
    const tries = Array.from({ length: 20 }, (_, i) =>
      i % 2 ? zhang.post(`/offers/${a.id}/accept`) : li.post(`/offers/${b.id}/accept`),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    // The winner asking again is told yes again.
    expect(statuses.filter((s) => s === 200)).toHaveLength(10)
    expect(statuses.filter((s) => s === 409)).toHaveLength(10)
  })

  test('off duty is not offered to; back on, whoever waits is', async () => {
    const people = await Promise.all(['zhang', 'li', 'wang'].map((who) => desk.signIn(who)))
    for (const person of people)
      expect((await person.post('/presence', { state: 'off' })).status).toBe(200)
    const client = await desk.openChat()
    await client.write('律师')
    expect((await client.texts('desk')).at(-1)).toMatch(/最晚今天上午10点\d+分/)
    for (const person of people) expect(await person.offers()).toEqual([])
    await people[1]?.post('/presence', { state: 'on' })
    expect(await people[1]?.offers()).toHaveLength(1)
  })

  test('a coordinator assigns: the client sees the new card, the lawyer before is told', async () => {
    const id = await talk()
    const [zhang, chen] = [await desk.signIn('zhang'), await desk.signIn('chen')]
    await zhang.takeFirst()
    expect((await chen.post(`/conversations/${id}/assign`, { lawyer: 'wang' })).status).toBe(200)
    expect((await chen.post(`/conversations/${id}/assign`, { lawyer: 'nobody' })).status).toBe(404)
    expect((await zhang.say(id, '还在吗')).status).toBe(403)
    await desk.settle()
    expect(desk.telegram.in(900001).at(-1)?.text).toContain('转给王芳')
    const wang = await desk.signIn('wang')
    const { events } = (await wang.get(`/conversations/${id}`)).body
    expect(events.filter((e: any) => e.type === 'card').map((e: any) => e.name)).toEqual([
      '张敏',
      '王芳',
    ])
  })
})

describe('live', () => {
  async function follow(cookie: string, during: () => Promise<void>): Promise<any[]> {
    const stop = new AbortController()
    const answer = await fetch(`${desk.url}/api/events`, {
      headers: { cookie },
      signal: stop.signal,
    })
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await during()
    let text = ''
    for (;;) {
      const next = await Promise.race([
        reader.read(),
        new Promise<null>((r) => setTimeout(r, 100, null)),
      ])
      if (!next?.value) break
      text += new TextDecoder().decode(next.value)
    }
    stop.abort()
    return [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? ''))
  }

  test('a coordinator follows everything without words; a lawyer their own, and their offers', async () => {
    const [zhang, li, chen] = [
      await desk.signIn('zhang'),
      await desk.signIn('li'),
      await desk.signIn('chen'),
    ]
    const seen = await follow(chen.cookie, async () => {
      await talk()
    })
    expect(seen.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['opened', 'queued', 'offered']),
    )
    expect(JSON.stringify(seen)).not.toContain('我的秘密')
    const offered = await follow(zhang.cookie, async () => {
      await talk()
      await desk.pass(9)
    })
    expect(offered.some(({ type, lawyer }) => type === 'offered' && lawyer === 'zhang')).toBe(true)
    const others = await follow(li.cookie, async () => {
      await zhang.takeFirst()
    })
    expect(others.every((event) => event.by === 'li' || event.lawyer === 'li')).toBe(true)
  })
})
