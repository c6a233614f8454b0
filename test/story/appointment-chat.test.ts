import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChatClient, Person, TestDesk } from '../harness.ts'
import { at, byAppointment, openBooking } from './appointment-desk.ts'

/** A talk in writing at its time, and what becomes of an appointment whose lawyer is gone. */

let desk: TestDesk
let chen: Person
let chat: ChatClient
afterEach(async () => {
  expect(desk.telegram.faults).toEqual([])
  await desk.close()
})

const wangChat = 900003
const appointments = async () => (await chen.get('/appointments')).body.items as any[]
const told = async (): Promise<string> => (await chat.texts('desk')).at(-1) ?? ''
const open = async (booking: object = { reminderMinutes: [60] }, shifts?: object[]) => {
  desk = await openBooking(booking, shifts)
  chen = await desk.signIn('chen')
  chat = await desk.openChat()
}
const book = async (n = 0) => {
  const slot = (await chen.get(`/slots?conversation=${chat.conversation}`)).body.items[n]
  const made = await chen.post('/appointments', { conversation: chat.conversation, slot: slot.id })
  expect(made.status).toBe(201)
  await desk.settle()
  return made.body
}

describe('at the time', () => {
  beforeEach(() => open())

  test('the chat is opened to both: card first, the lawyer told, words go both ways', async () => {
    await chat.write('我是电工，欠薪的事闹起来，公安立案了')
    await book()
    await desk.pass(3 * 3600)
    expect(await told()).toMatch(/提醒：您有一个预约，今天下午2点/)
    await desk.pass(3600)
    const events = await chat.events()
    const card = events.find(({ type }) => type === 'card')
    expect(card).toMatchObject({ name: '王芳', licence: '14201201010000003' })
    expect(await told()).toContain('您约的时间到了')
    const heard = desk.telegram.in(wangChat).map(({ text }) => text ?? '')
    expect(heard.some((text) => text.includes('预约时间到了'))).toBe(true)
    const wang = await desk.signIn('wang')
    const one = (await wang.get(`/conversations/${chat.conversation}`)).body
    expect(one).toMatchObject({ state: 'active', lawyer: 'wang' })
    expect(JSON.stringify(one.events)).toContain('欠薪')
    await wang.say(chat.conversation, '您好，我们开始')
    await chat.write('在')
    await desk.pass(301)
    expect((await appointments())[0]).toMatchObject({ state: 'kept' })
  })

  test('the lawyer is silent: called again, then another is asked, all are told', async () => {
    await book()
    await desk.pass(4 * 3600)
    await chat.write('我在')
    await desk.pass(121)
    expect(await told()).toContain('我们再请一次')
    await desk.pass(121)
    const said = await chat.texts('desk')
    expect(said.some((text) => text.includes('约好的律师没能到'))).toBe(true)
    expect((await appointments())[0]).toMatchObject({
      state: 'lawyer_absent',
      alert: 'lawyer_absent',
    })
    const offered = await (await desk.signIn('zhang')).offers()
    expect(offered).toHaveLength(1)
  })

  test('the client does not come: asked twice, then it is noted, and they find a way back', async () => {
    await book()
    await desk.pass(4 * 3600)
    await (await desk.signIn('wang')).say(chat.conversation, '您好，我在')
    await desk.pass(301)
    expect(await told()).toContain('律师在等您')
    await desk.pass(301)
    const said = await chat.texts('desk')
    expect(said.at(-1)).toContain('没有联系上您，没关系')
    expect((await appointments())[0]).toMatchObject({ state: 'client_absent' })
    await chat.write('预约')
    expect(await told()).toContain('值班律师工作办法第20条')
  })
})

describe('a lawyer who is gone', () => {
  test('on leave since: a colleague with hours then has it; both and the client are told', async () => {
    await open({}, [byAppointment('wang'), byAppointment('li')])
    const items = (await chen.get('/slots')).body.items as any[]
    const slot = items.find(({ lawyer, from }) => lawyer === 'wang' && from === at(23, 15))
    await chen.post('/appointments', { conversation: chat.conversation, slot: slot.id })
    await chen.post('/leave', { lawyer: 'wang', from: at(23, 12), to: at(23, 24) })
    await desk.pass(2)
    expect((await appointments())[0]).toMatchObject({
      lawyer: 'li',
      from: at(23, 15),
      state: 'booked',
    })
    expect(await told()).toMatch(/您的预约时间不变：今天下午3点.*李伟/)
    expect(desk.telegram.in(900002).at(-1)?.text).toContain('您有一个预约：今天下午3点')
    expect(desk.telegram.in(wangChat).at(-1)?.text).toContain('预约已取消')
  })

  test('nobody else has hours: a coordinator is alerted, the client told, and can move it', async () => {
    await open({})
    const made = await book()
    const leave = { lawyer: 'wang', from: at(23, 12), to: at(23, 24) }
    expect((await chen.post('/leave', leave)).status).toBe(201)
    await desk.pass(2)
    expect((await appointments())[0]).toMatchObject({ alert: 'no_lawyer', state: 'booked' })
    expect(await told()).toContain('原来的律师来不了')
    const [next] = (await chen.get('/slots')).body.items
    expect(next.from >= at(24, 0)).toBe(true)
    const moved = await chen.patch(`/appointments/${made.id}`, { slot: next.id })
    expect(moved.body).toMatchObject({ alert: null, from: next.from })
  })

  test('a suspended lawyer is not rung at the time', async () => {
    await open({ noticeMinutes: 0 })
    await book()
    await chen.patch('/lawyers/wang', { status: 'suspended', reason: '复核' })
    await desk.pass(4 * 3600 + 1)
    expect((await appointments())[0].state).toBe('lawyer_absent')
    const said = await chat.texts('desk')
    expect(said.some((text) => text.includes('约好的律师没能到'))).toBe(true)
  })
})
