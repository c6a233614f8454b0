import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ChatClient, type Person, TestDesk } from '../harness.ts'

/** A second lawyer in a written conversation: asked, comes, writes, leaves. */

let desk: TestDesk
let chat: ChatClient
let zhang: Person
let li: Person
let path: string
beforeEach(async () => {
  desk = await TestDesk.open()
  chat = await desk.openChat()
  await chat.write('邻居打架把我也算进去了')
  await chat.write('律师')
  zhang = await desk.signIn('zhang')
  path = `/conversations/${(await zhang.takeFirst()).body.conversation}`
  await zhang.say(path.split('/')[2] ?? '', '您好')
  li = await desk.signIn('li')
})
afterEach(() => desk.close())

const ask = (lawyer = 'li') => zhang.post(`${path}/colleague`, { lawyer })
const answer = (join: boolean, reason?: string) =>
  li.post(`${path}/colleague/answer`, { join, ...(reason ? { reason } : {}) })
const beside = async (): Promise<any[]> => (await li.get('/me/beside')).body.items

test('asked, she reads nothing; joined, she reads and writes under her own name; gone, no more', async () => {
  expect((await ask()).status).toBe(200)
  const [asked] = await beside()
  expect(asked).toMatchObject({ byName: '张敏', joinedAt: null })
  expect(JSON.stringify(asked)).not.toContain('打架')
  expect((await li.get(path)).status).toBe(403)
  expect((await chat.events()).filter(({ type }) => type === 'card')).toHaveLength(1)

  expect((await answer(true)).status).toBe(200)
  expect((await answer(true)).status).toBe(200)
  const cards = (await chat.events()).filter(({ type }) => type === 'card')
  expect(cards.map(({ name, joins }) => [name, joins === true])).toEqual([
    ['张敏', false],
    ['李伟', true],
  ])
  const read = (await li.get(path)).body
  expect(JSON.stringify(read.events)).toContain('打架')
  expect(read.colleague).toMatchObject({ lawyer: 'li', name: '李伟' })

  expect((await li.say(asked.conversation, '我补充一点')).status).toBe(202)
  await zhang.say(asked.conversation, '谢谢李律师')
  const said = (await chat.events()).filter(
    ({ actor, type }) => actor === 'lawyer' && type === 'message',
  )
  expect(said.slice(1).map(({ name, text }) => `${name} ${text}`)).toEqual([
    '李伟 我补充一点',
    '张敏 谢谢李律师',
  ])

  expect((await li.put(`${path}/record`, { charge: '故意伤害' })).status).toBe(403)
  expect((await li.post(`${path}/close`, { outcome: 'answered' })).status).toBe(403)
  expect((await li.remove(`${path}/colleague`)).status).toBe(200)
  expect((await chat.texts('desk')).at(-1)).toBe('值班律师李伟离开了对话，不再看到您写的话。')
  expect((await li.get(path)).status).toBe(403)
  expect((await li.say(asked.conversation, '还有')).status).toBe(403)
  const { events } = (await zhang.get(path)).body
  const steps = events.filter(({ type }: any) => type === 'colleague').map(({ what }: any) => what)
  expect(steps).toEqual(['asked', 'joined', 'left'])
})

test('a conflict is a wall: nobody in conflict is asked, and who says so comes no nearer', async () => {
  await ask()
  expect((await answer(false, 'conflict')).status).toBe(200)
  expect(await beside()).toEqual([])
  const again = await ask()
  expect(again.body.error.code).toBe('lawyer_unavailable')
  expect((await answer(true)).status).toBe(403)
  await li.post('/presence', { state: 'off' })
  expect((await ask('wang')).status).toBe(200)
})

test('an asking lapses, is taken back, and ends with the conversation; handed to her, she is alone in it', async () => {
  await ask()
  await desk.pass(601)
  expect(await beside()).toEqual([])
  expect((await answer(true)).body.error.code).toBe('ask_gone')
  await ask()
  expect((await zhang.remove(`${path}/colleague`)).status).toBe(200)
  expect((await answer(true)).status).toBe(403)
  await ask()
  await answer(true)
  expect((await ask('wang')).body.error.code).toBe('colleague_there')
  await zhang.post(`${path}/hand`, { lawyer: 'li' })
  expect(await beside()).toEqual([])
  const { lawyer, colleague } = (await li.get(path)).body
  expect([lawyer, colleague]).toEqual(['li', null])
})

test('a client in Telegram sees who of the two writes, and their lawyer there reads the colleague', async () => {
  const [client, lawyer] = [555001, 900001]
  const tap = async (who: number, label: string) => {
    const buttons = desk.telegram.in(who).flatMap((sent) => sent.buttons)
    const data = buttons.findLast(({ text }) => text === label)?.data ?? ''
    await desk.telegram.tap(who, data)
    await desk.settle()
  }
  await li.post('/presence', { state: 'off' })
  await desk.telegram.say(client, '律师')
  await desk.settle()
  await tap(lawyer, '接单')
  const { items } = (await zhang.get('/conversations?channel=telegram')).body
  await li.post('/presence', { state: 'on' })
  await zhang.post(`/conversations/${items[0].id}/colleague`, { lawyer: 'li' })
  await li.post(`/conversations/${items[0].id}/colleague/answer`, { join: true })
  await li.say(items[0].id, '带上身份证')
  await desk.settle()
  const texts = (who: number) => desk.telegram.in(who).map(({ text }) => text)
  expect(texts(client).at(-2)).toContain('值班律师李伟也加入了对话')
  expect(texts(client).at(-1)).toBe('【李伟律师】\n带上身份证')
  expect(texts(lawyer).at(-1)).toBe('【同事李伟】\n带上身份证')
})
