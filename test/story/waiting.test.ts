import { afterEach, describe, expect, test } from 'vitest'
import { type ChatClient, smallDesk, TestDesk } from '../harness.ts'

/** Waiting in writing: who comes first, what is told meanwhile, and what a lawyer who comes on is asked. */

let desk: TestDesk
afterEach(() => desk.close())

const oneAtATime = (routing: object = {}) => {
  const file = smallDesk({ staggerSeconds: 0, ...routing })
  return { ...file, lawyers: file.lawyers.map((one) => ({ ...one, limit: 1 })) }
}

async function away(...lawyers: string[]) {
  for (const name of lawyers) await (await desk.signIn(name)).post('/presence', { state: 'off' })
}

async function asks(...words: string[]): Promise<ChatClient> {
  const client = await desk.openChat()
  for (const said of words) await client.write(said)
  await desk.pass(1)
  return client
}

/** Takes whoever is offered, answers, keeps the record, closes: the conversation it was. */
async function serves(name: string): Promise<string> {
  const lawyer = await desk.signIn(name)
  const { conversation } = (await lawyer.takeFirst()).body
  await lawyer.say(conversation, '您好')
  const record = { charge: '不详', question: '问', answer: '答' }
  await lawyer.put(`/conversations/${conversation}/record`, record)
  const closed = await lawyer.post(`/conversations/${conversation}/close`, { outcome: 'answered' })
  expect(closed.status).toBe(200)
  await desk.settle()
  return conversation
}

describe('who is served first', () => {
  test('urgent first, then strictly first come; an old wait is not overtaken any more', async () => {
    desk = await TestDesk.open(oneAtATime({ offerSeconds: 600, callbackMinutes: 600 }))
    await away('li', 'wang')
    const zhang = await desk.signIn('zhang')
    const busy = await asks('律师')
    await zhang.takeFirst()
    const [first, second] = [await asks('律师'), await asks('律师')]
    await desk.pass(20 * 60)
    const urgent = await asks('派出所叫我明天早上九点过去', '律师')
    await desk.pass(15 * 60)
    const late = await asks('派出所叫我明天早上九点过去', '律师')
    const { body } = await zhang.put(`/conversations/${busy.conversation}/record`, {
      charge: '不详',
      question: '问',
      answer: '答',
    })
    expect(body.error).toBeUndefined()
    await zhang.say(busy.conversation, '您好')
    await zhang.post(`/conversations/${busy.conversation}/close`, { outcome: 'answered' })
    await desk.settle()
    const served = []
    for (let turn = 0; turn < 4; turn++) served.push(await serves('zhang'))
    const names = new Map([
      [first.conversation, 'first'],
      [second.conversation, 'second'],
      [urgent.conversation, 'urgent, 20 minutes later'],
      [late.conversation, 'urgent, 35 minutes later'],
    ])
    expect(served.map((id) => names.get(id))).toEqual([
      'urgent, 20 minutes later',
      'first',
      'second',
      'urgent, 35 minutes later',
    ])
  })

  test('among those who are free, one who speaks the client’s language', async () => {
    const file = smallDesk({ staggerSeconds: 0 })
    desk = await TestDesk.open({
      ...file,
      lawyers: file.lawyers.map((one) =>
        one.id === 'li' ? { ...one, languages: ['zh-CN', 'en'] } : one,
      ),
    })
    const english = await desk.openChat('en')
    await english.write('lawyer')
    expect((await (await desk.signIn('li')).offers())[0]?.conversation).toBe(english.conversation)
    expect(await (await desk.signIn('zhang')).offers()).toEqual([])
  })
})

describe('what is told meanwhile', () => {
  test('place and wait at the start, again when they change, and not otherwise', async () => {
    desk = await TestDesk.open(oneAtATime({ offerSeconds: 600, callbackMinutes: 600 }))
    await away('li', 'wang')
    const zhang = await desk.signIn('zhang')
    const busy = await asks('律师')
    await zhang.takeFirst()
    await asks('律师')
    const third = await asks('律师')
    const places = async () =>
      (await third.texts('desk')).flatMap(
        (text) => /前面还有(\d+)位|正在请值班律师/.exec(text)?.[0] ?? [],
      )
    expect(await places()).toEqual(['前面还有1位'])
    await desk.pass(120)
    expect(await places()).toEqual(['前面还有1位'])
    await zhang.say(busy.conversation, '您好')
    const record = { charge: '不详', question: '问', answer: '答' }
    await zhang.put(`/conversations/${busy.conversation}/record`, record)
    await zhang.post(`/conversations/${busy.conversation}/close`, { outcome: 'answered' })
    await serves('zhang')
    await desk.pass(60)
    expect(await places()).toEqual(['前面还有1位', '正在请值班律师'])
  })

  test('a lawyer who goes off in the middle: the client is told, and a colleague is asked', async () => {
    desk = await TestDesk.open()
    const client = await asks('律师')
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    await zhang.say(client.conversation, '您好')
    await zhang.post('/presence', { state: 'off' })
    await client.write('还在吗？')
    await desk.pass(180)
    expect((await client.texts('desk')).join('\n')).toContain('正在为您另请一位')
    const [offer] = await (await desk.signIn('li')).offers()
    expect(offer.conversation).toBe(client.conversation)
  })
})

describe('a lawyer who comes on', () => {
  test('is asked for as many as they can take, not for all who waited', async () => {
    desk = await TestDesk.open(smallDesk({ offerSeconds: 600, staggerSeconds: 0 }))
    await away('zhang', 'li', 'wang')
    for (let n = 0; n < 8; n++) await asks('律师')
    await desk.settle()
    const before = desk.telegram.in(900001).length
    const zhang = await desk.signIn('zhang')
    await zhang.post('/presence', { state: 'on' })
    await desk.settle()
    expect(await zhang.offers()).toHaveLength(3)
    expect(desk.telegram.in(900001).length - before).toBeLessThanOrEqual(3)
    const chen = await desk.signIn('chen')
    const { items } = (await chen.get('/conversations?state=promised')).body
    expect(items.every(({ promise }: { promise: unknown }) => promise !== null)).toBe(true)
  })

  test('after a pause with an end, by the clock alone', async () => {
    desk = await TestDesk.open(oneAtATime({ offerSeconds: 3600 }))
    await away('li', 'wang')
    const zhang = await desk.signIn('zhang')
    const until = new Date(desk.now + 15 * 60_000).toISOString()
    expect((await zhang.post('/presence', { state: 'pause', until })).status).toBe(200)
    await asks('律师')
    await desk.pass(14 * 60)
    expect(await zhang.offers()).toEqual([])
    await desk.pass(2 * 60)
    expect(await zhang.offers()).toHaveLength(1)
    expect((await zhang.get('/me')).body.presence).toBe('on')
  })
})
