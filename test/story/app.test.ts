import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestDesk } from '../harness.ts'

/** What the lawyer's phone and the coordinator's desk stand on: handing over, sending on, warnings, now, figures, settings. */

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(() => desk.close())

/** A client who wrote, taken by Zhang. */
async function taken(words = '取保候审能出市吗') {
  const chat = await desk.openChat()
  await chat.write(words)
  await chat.write('律师')
  const zhang = await desk.signIn('zhang')
  const conversation: string = (await zhang.takeFirst()).body.conversation
  return { chat, zhang, conversation }
}

describe('with a client', () => {
  test('an offer says urgency, station and wait, and no case facts', async () => {
    const chat = await desk.openChat()
    await chat.write('明天上午9点派出所叫我去做笔录')
    await chat.write('律师')
    await desk.pass(5)
    const [offer] = await (await desk.signIn('zhang')).offers()
    expect(offer).toMatchObject({ kind: 'online', channel: 'webchat', urgent: true, station: null })
    expect(JSON.stringify(offer)).not.toContain('笔录')
  })

  test('handing over: the client sees the colleague’s card first, and the first lawyer has it no more', async () => {
    const { chat, zhang, conversation } = await taken()
    const handed = await zhang.post(`/conversations/${conversation}/hand`, { lawyer: 'li' })
    expect(handed.status).toBe(200)
    const li = await desk.signIn('li')
    expect((await li.say(conversation, '您好')).status).toBe(202)
    expect((await zhang.say(conversation, '还是我')).status).toBe(403)
    const cards = (await chat.events()).filter(({ type }) => type === 'card')
    expect(cards.map(({ name }) => name)).toEqual(['张敏', '李伟'])
    expect(
      (await zhang.post(`/conversations/${conversation}/hand`, { lawyer: 'wang' })).status,
    ).toBe(403)
    expect((await li.post(`/conversations/${conversation}/hand`, { lawyer: 'li' })).status).toBe(
      404,
    )
  })

  test('sending on: the client reads where to go, with the article, and the log keeps it', async () => {
    const { chat, zhang, conversation } = await taken()
    expect(
      (await zhang.post(`/conversations/${conversation}/refer`, { to: 'legal_aid' })).status,
    ).toBe(200)
    const told = (await chat.texts('desk')).at(-1) ?? ''
    expect(told).toContain('请不起律师')
    expect(told).toMatch(/第\d+条/)
    const { events } = (await zhang.get(`/conversations/${conversation}`)).body
    expect(events.find(({ type }: any) => type === 'referred')).toMatchObject({ to: 'legal_aid' })
    expect((await zhang.post(`/conversations/${conversation}/refer`, { to: 'me' })).status).toBe(
      400,
    )
  })

  test('words of money are marked for the coordinator by their kind alone', async () => {
    const { zhang, conversation } = await taken()
    await zhang.say(conversation, '加我微信，转账五百元')
    const chen = await desk.signIn('chen')
    const { events, flags } = (await chen.get(`/conversations/${conversation}`)).body
    expect(flags.toSorted()).toEqual(['contact', 'fee'])
    expect(events.find(({ warned }: any) => warned)).toMatchObject({ warned: ['fee', 'contact'] })
    expect(JSON.stringify(events)).not.toContain('微信')
    const flagged = (await chen.get('/conversations?flagged=true')).body.items
    expect(flagged.map(({ id }: any) => id)).toEqual([conversation])
    const patterns = (await zhang.get('/wording')).body.items.map((one: any) => one.pattern)
    expect(patterns.some((p: string) => new RegExp(p, 'i').test('加我微信'))).toBe(true)
  })

  test('beside it stand earlier help and what became of each message', async () => {
    await desk.telegram.say(55, '律师')
    await desk.settle()
    const zhang = await desk.signIn('zhang')
    const { conversation } = (await zhang.takeFirst()).body
    await zhang.say(conversation, '您好')
    await desk.settle()
    const detail = (await zhang.get(`/conversations/${conversation}`)).body
    const message = detail.events.find((e: any) => e.type === 'message' && e.actor === 'lawyer')
    expect(detail.deliveries[message.seq]).toBe('sent')
    await zhang.put(`/conversations/${conversation}/record`, {
      charge: '盗窃罪',
      question: '问',
      answer: '答',
    })
    await zhang.post(`/conversations/${conversation}/close`, { outcome: 'answered' })
    await desk.telegram.say(55, '律师')
    await desk.settle()
    const again = (await zhang.takeFirst()).body.conversation
    const { earlier } = (await zhang.get(`/conversations/${again}`)).body
    expect(earlier).toMatchObject([{ id: conversation, lawyerName: '张敏', own: true }])
    const chen = await desk.signIn('chen')
    const byCharge = (await chen.get('/conversations?charge=%E7%9B%97%E7%AA%83')).body.items
    expect(byCharge.map(({ id }: any) => id)).toEqual([conversation])
    expect((await chen.get('/conversations?charge=%E8%AF%88%E9%AA%97')).body.items).toEqual([])
  })

  test('paragraphs to send in one tap carry their articles', async () => {
    const zhang = await desk.signIn('zhang')
    const { items } = (await zhang.get('/snippets?language=zh-CN')).body
    expect(items.length).toBeGreaterThan(40)
    expect(items.filter(({ cites }: any) => cites.length > 0).length).toBeGreaterThan(20)
  })
})

describe('the coordinator', () => {
  test('sees this minute: who is on, what rings, who waits, and calls in the backup', async () => {
    const chat = await desk.openChat()
    await chat.write('律师')
    await desk.settle()
    const chen = await desk.signIn('chen')
    const now = (await chen.get('/now')).body
    expect(now.onDuty.map(({ name }: any) => name)).toEqual(['张敏', '李伟', '王芳'])
    expect(now.ringing).toMatchObject([{ conversation: chat.conversation, name: '张敏' }])
    expect(now.waiting).toMatchObject([{ id: chat.conversation, state: 'waiting' }])
    const called = await chen.post(`/conversations/${chat.conversation}/backup`)
    expect(called.status).toBe(200)
    expect(await (await desk.signIn('wang')).offers()).toHaveLength(1)
    const again = await chen.post(`/conversations/${chat.conversation}/backup`)
    expect(again.body.error.code).toBe('no_backup')
  })

  test('tells everybody on duty: it is in the app, and on the Telegram of those who have it', async () => {
    const chen = await desk.signIn('chen')
    expect((await chen.post('/staff/message', { text: '今晚系统维护' })).status).toBe(202)
    await desk.settle()
    const zhang = await desk.signIn('zhang')
    expect((await zhang.get('/me/told')).body.items).toMatchObject([{ text: '今晚系统维护' }])
    const sent = desk.telegram.sent.map((one: any) => JSON.stringify(one)).join()
    expect(sent).toContain('今晚系统维护')
    for (const { fields, message } of desk.logs) {
      expect(JSON.stringify(fields) + message).not.toContain('维护')
    }
  })

  test('figures count calls, waits and what was missed, and go out as a table', async () => {
    const { zhang, conversation } = await taken()
    await zhang.say(conversation, '您好')
    const call = desk.carrier.dial('+8613912345678')
    await desk.settle()
    call.press('1')
    await desk.settle()
    const chen = await desk.signIn('chen')
    const span = `from=${new Date(desk.now - 3_600_000).toISOString()}&to=${new Date(desk.now + 3_600_000).toISOString()}`
    const { total, byChannel, byHour, byLawyer } = (await chen.get(`/figures?${span}`)).body
    expect(total).toMatchObject({ came: 2, answered: 1, within20: 1, p50: 0 })
    expect(byChannel.map(({ channel }: any) => channel).toSorted()).toEqual(['phone', 'webchat'])
    expect(byLawyer).toMatchObject([{ lawyer: 'zhang', answered: 1 }])
    expect(byHour[10]).toMatchObject({ hour: 10, calls: 1, written: 1, messages: 3 })
    const sheet = (await chen.get(`/figures?${span}&format=csv`)).body
    expect(sheet).toMatch(/^\uFEFF?合计,来访/)
    expect(sheet).toContain('张敏')
  })

  test('changes routing, and the log says what was what before', async () => {
    const chen = await desk.signIn('chen')
    const changed = await chen.patch('/settings', { routing: { offerSeconds: 45 } })
    expect(changed.body.routing.offerSeconds).toBe(45)
    expect((await chen.get('/settings')).body.routing.offerSeconds).toBe(45)
    const bad = await chen.patch('/settings', { routing: { offerSeconds: 0 } })
    expect(bad.status).toBe(400)
    await desk.restart()
    expect((await chen.get('/settings')).body.routing.offerSeconds).toBe(45)
    const chat = await desk.openChat()
    await chat.write('律师')
    const [offer] = await (await desk.signIn('zhang')).offers()
    expect(Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt)).toBe(45_000)
  })

  test('tries a channel out, and reads in one line what is wrong', async () => {
    const chen = await desk.signIn('chen')
    const good = (await chen.post('/channels/phone/test', { to: '+8613800000009' })).body
    expect(good).toMatchObject({ ok: true, code: null })
    const heard = desk.carrier.requests.filter(({ path }: any) => String(path).includes('Calls'))
    expect(heard.length).toBeGreaterThan(0)
    desk.telegram.blocked.add(4242)
    const bad = (await chen.post('/channels/telegram/test', { to: '4242' })).body
    expect(bad).toMatchObject({ ok: false, code: 'telegram_403' })
    expect(bad.message).toContain('重新点“开始”')
    expect((await chen.post('/channels/sms/test', { to: 'me' })).status).toBe(400)
  })

  test('keeps views of their own, and reads who read what', async () => {
    const { conversation } = await taken()
    const chen = await desk.signIn('chen')
    const view = (await chen.post('/views', { name: '未接通', query: 'missed=true' })).body
    expect((await chen.get('/views')).body.items).toEqual([view])
    const zhang = await desk.signIn('zhang')
    expect((await zhang.get('/views')).body.items).toEqual([])
    expect((await zhang.remove(`/views/${view.id}`)).status).toBe(404)
    expect((await chen.remove(`/views/${view.id}`)).status).toBe(200)
    await chen.get(`/conversations/${conversation}?reason=${encodeURIComponent('投诉')}`)
    const { items } = (await chen.get('/access')).body
    expect(items[0]).toMatchObject({ conversation, reader: 'chen', reason: '投诉' })
  })

  test('filters: waited over, missed, station, outcome', async () => {
    const { zhang, conversation } = await taken()
    const other = await desk.openChat()
    await other.write('律师')
    await desk.pass(50)
    const chen = await desk.signIn('chen')
    const ids = async (query: string): Promise<string[]> =>
      (await chen.get(`/conversations?${query}`)).body.items.map(({ id }: any) => id)
    expect(await ids('waitedOver=30')).toEqual([other.conversation])
    expect(await ids('station=jiangcheng')).toEqual([conversation])
    await zhang.put(`/conversations/${conversation}/record`, {
      charge: '不详',
      question: '问',
      answer: '答',
      stage: 'investigation',
    })
    await zhang.post(`/conversations/${conversation}/close`, { outcome: 'referred' })
    expect(await ids('outcome=referred&stage=investigation')).toEqual([conversation])
    expect(await ids('missed=true')).toEqual([])
    await chen.post(`/conversations/${conversation}/flag`, { on: true })
    expect(await ids('flagged=true')).toEqual([conversation])
    await chen.post(`/conversations/${conversation}/flag`, { on: false })
    expect(await ids('flagged=true')).toEqual([])
  })
})

describe('who may not', () => {
  test('a lawyer does nothing of a coordinator’s, nor a coordinator of a lawyer’s', async () => {
    const { zhang, conversation } = await taken()
    const [li, chen] = [await desk.signIn('li'), await desk.signIn('chen')]
    const hour = `from=${new Date(desk.now).toISOString()}&to=${new Date(desk.now + 1).toISOString()}`
    for (const path of ['/now', `/figures?${hour}`, '/settings', '/channels', '/access']) {
      expect(`${path} ${(await zhang.get(path)).status}`).toBe(`${path} 403`)
    }
    const forbidden: [string, object][] = [
      [`/conversations/${conversation}/flag`, { on: true }],
      [`/conversations/${conversation}/backup`, {}],
      ['/staff/message', { text: '大家好' }],
      ['/channels/phone/test', { to: '+8613800000009' }],
    ]
    for (const [path, body] of forbidden) {
      expect(`${path} ${(await zhang.post(path, body)).status}`).toBe(`${path} 403`)
    }
    expect((await zhang.patch('/settings', { routing: { rounds: 1 } })).status).toBe(403)
    for (const person of [li, chen]) {
      const path = `/conversations/${conversation}`
      expect((await person.post(`${path}/hand`, { lawyer: 'wang' })).status).toBe(403)
      expect((await person.post(`${path}/refer`, { to: 'hotline' })).status).toBe(403)
    }
    expect((await chen.get('/push')).status).toBe(403)
    expect((await zhang.post('/conversations/nothing/hand', { lawyer: 'li' })).status).toBe(404)
  })

  test('a browser is woken only where a browser can be', async () => {
    const zhang = await desk.signIn('zhang')
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
    const inside = await zhang.post('/push', { endpoint: 'https://10.0.0.1/x', keys })
    expect(inside.status).toBe(400)
    const unnamed = { endpoint: 'https://web.push.apple.com/abc', keys }
    const { status, body } = await zhang.post('/push', unnamed)
    expect([status, body.error.code]).toEqual([409, 'push_off'])
    const endpoint = 'https://fcm.googleapis.com/fcm/send/abc'
    const { publicKey, browsers } = (await zhang.post('/push', { endpoint, keys })).body
    expect(browsers).toBe(1)
    expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65)
    expect((await zhang.get('/push')).body.publicKey).toBe(publicKey)
    const off = await zhang.remove(`/push?endpoint=${encodeURIComponent(endpoint)}`)
    expect(off.body.browsers).toBe(0)
  })
})
