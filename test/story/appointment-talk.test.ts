import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sent } from '../fake-telegram.ts'
import type { Person, TestDesk } from '../harness.ts'
import { at, openBooking } from './appointment-desk.ts'

/** Booking, moving and cancelling in writing: by choices and by words, over each channel. */

let desk: TestDesk
let chen: Person
beforeEach(async () => {
  desk = await openBooking()
  chen = await desk.signIn('chen')
})
afterEach(async () => {
  expect(desk.telegram.faults).toEqual([])
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const client = 555001
const wang = 900003
const texter = '+8613900001234'
const last = (chat = client): Sent | undefined => desk.telegram.in(chat).at(-1)
const labels = (): string[] => last()?.buttons.map(({ text }) => text) ?? []
async function says(text: string, chat = client): Promise<void> {
  await desk.telegram.say(chat, text)
  await desk.settle()
}
async function taps(label: RegExp): Promise<void> {
  const data = last()?.buttons.find(({ text }) => label.test(text))?.data ?? ''
  expect(data).not.toBe('')
  await desk.telegram.tap(client, data)
  await desk.settle()
}
const texts = (): string[] =>
  desk.carrier.texts.filter(({ to }) => to === texter).map((t) => t.body)
async function sends(body: string): Promise<string> {
  await desk.carrier.text(texter, body)
  await desk.settle()
  return texts().at(-1) ?? ''
}
const appointments = async () => (await chen.get('/appointments')).body.items as any[]

describe('by Telegram', () => {
  test('预约: three times and the lawyer now; one tap books; 改期 and 取消 by word', async () => {
    await says('预约')
    expect(last()?.text).toContain('值班律师工作办法第20条')
    expect(labels().slice(0, 3)).toEqual([
      '今天下午2点（11月23日，周一） 王芳',
      '今天下午2点30分（11月23日，周一） 王芳',
      '今天下午3点（11月23日，周一） 王芳',
    ])
    expect(labels()).toContain('和值班律师说')
    await taps(/下午3点（/)
    expect(last()?.text).toMatch(/约好了：今天下午3点（11月23日，周一）.*王芳.*\/a\/[\w-]{22,}/)
    expect(labels()).toEqual(['改期', '取消预约', '和值班律师说'])
    expect(last(wang)?.text).toContain('您有一个预约：今天下午3点')
    await says('改期')
    expect(last()?.text).toContain('您现在约的是今天下午3点')
    await taps(/别的时间/)
    await says('明天下午2点')
    expect(last()?.text).toMatch(/约的是|改好了/)
    const [one] = await appointments()
    expect(one).toMatchObject({ state: 'booked', lawyer: 'wang' })
    expect(one.from).not.toBe(at(23, 15))
    await says('取消')
    expect(last()?.text).toMatch(/已取消/)
    expect(last(wang)?.text).toContain('预约已取消')
    expect((await appointments()).map(({ state }) => state)).toEqual(['cancelled'])
    await says('取消')
    expect(last()?.text).toContain('您现在没有预约')
  })

  test('a time somebody else took meanwhile is said to be gone, and others are offered', async () => {
    await says('预约')
    const data = last()?.buttons[0]?.data ?? ''
    const chat = await desk.openChat()
    const slot = data.slice('slot:'.length)
    expect(
      (await chen.post('/appointments', { conversation: chat.conversation, slot })).status,
    ).toBe(201)
    await taps(/下午2点（/)
    expect(last()?.text).toContain('刚刚被别人约走了')
    expect(labels()[0]).toContain('下午2点30分')
  })

  test('whoever is in a hurry is sent to the lawyer first, and can book besides (R20.2)', async () => {
    // The desk fetches a lawyer by itself; the appointment comes in addition.
    await says('明天上午派出所叫我去做笔录，我没干，他们逼我认')
    await says('预约')
    expect(last()?.text).toContain('已经在为您请值班律师')
    expect(labels()[0]).toBe('我排到哪了')
    await taps(/下午2点（/)
    const [one] = await appointments()
    // R20.3: what makes it difficult travels with it; who reads the words is another matter.
    expect(one.flags).toEqual(expect.arrayContaining(['denies', 'involuntary']))
    expect(last(wang)?.text).not.toMatch(/笔录|逼/)
  })
})

describe('by text message', () => {
  test('booked, moved and cancelled in words; nothing about the case (R29.6)', async () => {
    const offered = await sends('预约')
    expect(offered).toContain('今天下午2点')
    const booked = await sends('2')
    expect(booked).toMatch(/【江城市法律援助中心】您有一个预约：今天下午2点30分.*\/a\/[\w-]{22,}/)
    expect(booked).not.toMatch(/王芳|罪|案/)
    expect((await appointments())[0]).toMatchObject({ from: at(23, 14.5), method: 'online' })
    expect(await sends('改期')).toContain('您现在约的是')
    await sends('3')
    expect((await appointments())[0]).not.toMatchObject({ from: at(23, 14.5) })
    await sends('取消')
    expect((await appointments())[0]).toMatchObject({ state: 'cancelled' })
  })
})

describe('in the chat', () => {
  test('a lawyer offers three of her times in one step; they are kept; the client picks', async () => {
    const chat = await desk.openChat()
    await chat.choose('lawyer')
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    const { items } = (await zhang.get(`/slots?conversation=${chat.conversation}`)).body
    const three = items.slice(0, 3).map(({ id }: { id: string }) => id)
    const path = `/conversations/${chat.conversation}/slots`
    expect((await chen.post(path, { slots: three })).status).toBe(403)
    expect((await zhang.post(path, { slots: three })).status).toBe(202)
    const free = (await chen.get('/slots')).body.items.map(({ id }: { id: string }) => id)
    for (const id of three) expect(free).not.toContain(id)
    await chat.write('2')
    const said = (await chat.texts('desk')).at(-1)
    expect(said).toMatch(/约好了：今天下午2点30分/)
    const [one] = await appointments()
    expect(one).toMatchObject({ from: at(23, 14.5), flags: ['lawyer_judgement'] })
    // What was not chosen is free again, and a number is an answer to the lawyer once more.
    const now = (await chen.get('/slots')).body.items.map(({ id }: { id: string }) => id)
    expect(now).toEqual(expect.arrayContaining([three[0], three[2]]))
    await chat.write('1')
    expect(await appointments()).toHaveLength(1)
  })

  test('times offered and not taken are free again after ten minutes', async () => {
    const chat = await desk.openChat()
    await chat.choose('lawyer')
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    const [slot] = (await zhang.get('/slots')).body.items
    await zhang.post(`/conversations/${chat.conversation}/slots`, { slots: [slot.id] })
    await desk.pass(605)
    expect((await chen.get('/slots')).body.items[0].id).toBe(slot.id)
  })

  test('closing with “appointment” offers times; the lawyer who knows the client comes first (Art. 11)', async () => {
    const chat = await desk.openChat()
    await chat.choose('lawyer')
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    const record = { charge: '不详', question: '疑难', answer: '另约' }
    await zhang.put(`/conversations/${chat.conversation}/record`, record)
    const done = await zhang.post(`/conversations/${chat.conversation}/close`, {
      outcome: 'appointment',
    })
    expect(done.status).toBe(200)
    const offer = (await chat.events()).findLast(({ type }) => type === 'message')
    const choice = offer.choices.find(({ id }: { id: string }) => id.startsWith('slot:'))
    expect(choice.label).toContain('王芳')
    await chat.choose(choice.id)
    expect((await chat.texts('desk')).at(-1)).toContain('约好了')
    await chat.write('预约')
    expect((await chat.texts('desk')).at(-1)).toContain('您已经约好')
  })
})
