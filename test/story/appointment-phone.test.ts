import { afterEach, describe, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import type { Person, TestDesk } from '../harness.ts'
import { at, byAppointment, openBooking } from './appointment-desk.ts'

/** Booking by telephone, and the call at its time. */

let desk: TestDesk
let chen: Person
let ringing: Call[]
const open = async (booking?: object, shifts?: object[]) => {
  desk = await openBooking(booking, shifts)
  chen = await desk.signIn('chen')
  ringing = []
  desk.carrier.on('ringing', (call) => ringing.push(call))
}
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const caller = '+8613900001234'
const wangPhone = '+8613800000003'
const zhangPhone = '+8613800000001'
async function dial(from = caller): Promise<Call> {
  const call = desk.carrier.dial(from)
  await expect.poll(() => call.asking, { timeout: 10_000 }).not.toBeNull()
  return call
}
async function press(call: Call, key: string): Promise<string> {
  await expect.poll(() => call.asking, { timeout: 10_000 }).not.toBeNull()
  const before = call.heard.length
  call.press(key)
  await desk.settle()
  return call.heard.slice(before).join('')
}
async function says(call: Call, words: string): Promise<string> {
  const before = call.heard.length
  call.speak(words)
  await desk.settle()
  return call.heard.slice(before).join('')
}
const ringingAt = (phone: string): Call | undefined =>
  ringing.findLast((call) => call.to === phone && !call.over)
async function answer(phone: string, key?: string): Promise<Call> {
  const call = ringingAt(phone) as Call
  void desk.carrier.pickUp(call)
  await expect.poll(() => call.asking, { timeout: 10_000 }).not.toBeNull()
  if (key) await press(call, key)
  return call
}
const sms = (to = caller): string[] =>
  desk.carrier.texts.filter((t) => t.to === to).map(({ body }) => body)
const appointments = async () => (await chen.get('/appointments')).body.items as any[]

describe('booking', () => {
  test('3: three times read out, a key chooses; moved and cancelled by keys, on a later call too', async () => {
    await open()
    const call = await dial()
    const offered = await press(call, '3')
    expect(offered).toMatch(/今天下午2点（11月23日，周一），请按2。.*下午2点30分.*请按3。.*请按4。/)
    expect(offered).toContain('现在就和值班律师说，请按1')
    expect(await press(call, '5')).toContain('下午3点30分')
    expect(await press(call, '3')).toMatch(/约好了，今天下午4点.*改期，请按2/)
    expect(call.heard.every((chunk) => chunk.length < 200)).toBe(true)
    expect(sms().at(-1)).toMatch(/您有一个预约：今天下午4点.*\/a\/[\w-]{22,}/)
    expect((await appointments())[0]).toMatchObject({ from: at(23, 16), method: 'phone' })
    call.end('completed')
    await desk.settle()

    const later = await dial()
    expect(await press(later, '3')).toMatch(/您已经约好今天下午4点/)
    expect(await press(later, '2')).toContain('您现在约的是今天下午4点')
    expect(await press(later, '2')).toContain('约好了，今天下午2点（')
    expect((await appointments())[0]).toMatchObject({ from: at(23, 14) })
    expect(await press(later, '3')).toContain('已经取消')
    expect((await appointments())[0]).toMatchObject({ state: 'cancelled' })
    expect(sms().at(-1)).toContain('已取消')
  })

  test('speech does it too; silence is asked again, and never hung up on before a person is fetched', async () => {
    await open()
    const call = await dial()
    expect(await says(call, '预约')).toContain('请按2')
    expect(await says(call, '第一个')).toContain('约好了，今天下午2点')
    expect(await says(call, '取消')).toContain('已经取消')
    const silent = await dial('+8613900009999')
    await press(silent, '3')
    for (let n = 0; n < 3; n++) {
      silent.silence()
      await desk.settle()
    }
    expect(silent.heard.join()).toContain('呼叫值班律师')
  })

  test('a time taken while it was read out is said to be gone; a full desk has a waiting list', async () => {
    await open({ horizonDays: 1 })
    const call = await dial()
    await press(call, '3')
    const slots = (await chen.get('/slots')).body.items
    for (const { id } of slots) {
      const { conversation } = await desk.openChat()
      await chen.post('/appointments', { conversation, slot: id })
    }
    expect(await press(call, '2')).toMatch(/刚刚被别人约走了.*没有可以约的时间.*请按5/)
    expect(await press(call, '5')).toContain('已经排上候补')
    const [one] = (await appointments()).filter(({ state }) => state === 'booked')
    await chen.remove(`/appointments/${one.id}`)
    await desk.pass(2)
    expect(sms().at(-1)).toContain('您有一个预约')
  })
})

describe('at the time', () => {
  const booked = async (key = '2') => {
    await open({ reminderMinutes: [60, 10] })
    const call = await dial()
    await press(call, '3')
    await press(call, key)
    call.end('completed')
    await desk.settle()
    ringing.length = 0
  }

  test('the lawyer is rung, on acceptance the client, and both meet in one room; nobody else is rung', async () => {
    await booked()
    await desk.pass(4 * 3600)
    expect(ringing.map(({ to }) => to)).toEqual([wangPhone])
    const wang = await answer(wangPhone)
    expect(wang.heard.join()).toMatch(/预约电话。您和一位当事人约在现在通话.*接听请按1/)
    await press(wang, '1')
    const client = await answer(caller)
    expect(client.heard.join()).toContain('不录音')
    await press(client, '1')
    await expect
      .poll(() => client.room && client.room === wang.room, { timeout: 10_000 })
      .toBeTruthy()
    expect(client.heard.join()).toMatch(/值班律师王芳.*14201201510000003|14201201010000003/)
    expect(ringing.map(({ to }) => to)).toEqual([wangPhone, caller])
    client.end('completed')
    await desk.settle()
    expect((await appointments())[0]).toMatchObject({ state: 'kept', alert: null })
    const wangs = await desk.signIn('wang')
    const { items } = (await wangs.get('/conversations?state=ended')).body
    expect(items).toHaveLength(1)
  })

  test('reminded an hour and ten minutes before, both sides, once each', async () => {
    await booked()
    const before = sms().length
    await desk.pass(3 * 3600 + 1)
    expect(sms().slice(before)).toHaveLength(1)
    expect(sms().at(-1)).toMatch(/提醒：您有一个预约，今天下午2点.*\/a\//)
    await desk.pass(3598)
    expect(sms().slice(before)).toHaveLength(2)
    const told = desk.telegram.in(900003).filter(({ text }) => text?.startsWith('提醒：'))
    expect(told).toHaveLength(2)
  })

  test('the lawyer does not answer: rung again, then others on duty; the client and the coordinator are told', async () => {
    await booked()
    await desk.pass(4 * 3600)
    ringingAt(wangPhone)?.end('no-answer')
    await desk.settle()
    expect(sms().at(-1)).toContain('我们再请一次')
    await desk.pass(61)
    ringingAt(wangPhone)?.end('no-answer')
    await desk.settle()
    expect(sms().at(-1)).toContain('我们正在请另一位值班律师')
    expect(ringing.map(({ to }) => to)).toEqual([wangPhone, wangPhone, zhangPhone])
    expect((await appointments())[0]).toMatchObject({
      state: 'lawyer_absent',
      alert: 'lawyer_absent',
    })
    const zhang = await answer(zhangPhone, '1')
    const client = await answer(caller, '1')
    await expect
      .poll(() => client.room && client.room === zhang.room, { timeout: 10_000 })
      .toBeTruthy()
    const [one] = await appointments()
    const seen = await chen.patch(`/appointments/${one.id}`, { settled: true })
    expect(seen.body).toMatchObject({ alert: null })
  })

  test('“not now” (2) goes to others at once', async () => {
    await booked()
    await desk.pass(4 * 3600)
    await answer(wangPhone, '2')
    expect(ringing.map(({ to }) => to)).toEqual([wangPhone, zhangPhone])
  })

  test('the client does not answer: rung twice, then noted, with a friendly way back', async () => {
    await booked()
    await desk.pass(4 * 3600)
    for (let n = 0; n < 2; n++) {
      await answer(wangPhone, '1')
      ringingAt(caller)?.end('no-answer')
      await desk.settle()
      if (n === 0) await desk.pass(121)
    }
    expect(ringing.filter(({ to }) => to === caller)).toHaveLength(2)
    expect((await appointments())[0]).toMatchObject({ state: 'client_absent' })
    expect(sms().at(-1)).toContain('没有联系上您，没关系')
    await desk.pass(3600)
    expect(ringing.filter(({ to }) => to === caller)).toHaveLength(2)
  })

  test('whoever rings in at the time meets their lawyer on that call', async () => {
    await booked()
    await desk.pass(4 * 3600)
    const call = await dial()
    await answer(wangPhone, '1')
    await expect.poll(() => call.room, { timeout: 10_000 }).not.toBeNull()
    expect(ringing.map(({ to }) => to)).toEqual([wangPhone])
  })
})

test('a minute’s notice, a minute’s length: booked and rung within two minutes', async () => {
  await open({ slotMinutes: 1, noticeMinutes: 1, horizonDays: 1, reminderMinutes: [1] }, [
    byAppointment('wang', { from: '00:00', to: '24:00' }),
  ])
  const call = await dial()
  expect(await press(call, '3')).toContain('今天上午10点1分')
  await press(call, '2')
  call.end('completed')
  await desk.settle()
  await desk.pass(61)
  expect(ringing.map(({ to }) => to)).toEqual([wangPhone])
})
