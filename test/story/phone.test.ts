import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { smallDesk, TestDesk } from '../harness.ts'

let desk: TestDesk
let ringing: Call[]
const open = async (routing?: object) => {
  desk = await TestDesk.open(smallDesk(routing))
  ringing = []
  desk.carrier.on('ringing', (call) => ringing.push(call))
}
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const zhangPhone = '+8613800000001'
const caller = '+8613900001234'

async function dial(from = caller): Promise<Call> {
  const call = desk.carrier.dial(from)
  await expect.poll(() => call.asking).not.toBeNull()
  return call
}

async function press(call: Call, key: string): Promise<void> {
  await expect.poll(() => call.asking).not.toBeNull()
  call.press(key)
  await desk.settle()
}

const ringingAt = (phone: string) => ringing.findLast((call) => call.to === phone && !call.over)

describe('a client rings', () => {
  beforeEach(() => open())

  test('1 → the duty lawyer’s phone → whisper → 1 → one room, nobody’s number shown', async () => {
    const call = await dial()
    expect(call.heard.join()).toContain('不录音')
    await press(call, '1')
    expect(call.heard.join()).toMatch(/呼叫值班律师/)
    const rung = ringingAt(zhangPhone) as Call
    expect(rung.from).toBe('+862700000000')
    void desk.carrier.pickUp(rung)
    await press(rung, '1')
    await expect.poll(() => rung.room && rung.room === call.room).toBe(true)
    expect(rung.heard[0]).toMatch(/有一位当事人.*接听请按1/)
    const heard = call.heard.join()
    expect(heard).toContain('值班律师张敏')
    expect(heard).toContain('14201201010000001')
    expect(heard).not.toContain('13800000001')
    expect(rung.heard.join()).not.toContain('13900001234')
    expect(call.heard.every((chunk) => chunk.length < 200)).toBe(true)

    rung.end('completed')
    await desk.settle()
    expect(call.room).toBeNull()
    await expect.poll(() => call.heard.at(-1)).toContain('请按1')
    const zhang = await desk.signIn('zhang')
    const { items } = (await zhang.get('/conversations?state=ended')).body
    expect(items).toHaveLength(1)
    await expect
      .poll(() => desk.telegram.in(900001).at(-1)?.text)
      .toContain(`/console/c/${items[0].id}`)
  })

  test('hangs up while waiting: every ringing leg stops at once', async () => {
    const call = await dial()
    await press(call, '1')
    await desk.pass(9)
    expect(ringing.filter(({ over }) => !over)).toHaveLength(2)
    call.end('completed')
    await expect.poll(() => ringing.filter(({ over }) => !over)).toEqual([])
    await desk.pass(60)
    expect(ringing).toHaveLength(2)
  })

  test('repeats of every webhook change nothing', async () => {
    const call = await dial()
    const step = call.asking?.replace(desk.url, '') ?? ''
    const post = () =>
      desk.carrier
        .post(step, { ...call.form, Digits: '1', AccountSid: 'ACtest' })
        .then((r) => r.text())
    const first = await post()
    await desk.settle()
    const lines = (await desk.backend.lines()).length
    expect(await post()).toBe(first)
    expect(await desk.carrier.post('/webhooks/twilio/voice', call.form).then((r) => r.status)).toBe(
      200,
    )
    await desk.settle()
    expect(await desk.backend.lines()).toHaveLength(lines)
    expect(ringing).toHaveLength(1)
  })

  test('in English on 9', async () => {
    const call = await dial()
    await press(call, '9')
    await expect.poll(() => call.heard.join()).toContain('press 1')
    await press(call, '2')
    await expect.poll(() => call.heard.join()).toContain('the duty lawyer, press 1')
  })
})

describe('when nobody comes', () => {
  test('next, backup, then a call-back promised aloud, kept, and both meet', async () => {
    await open({ ringSeconds: 5, staggerSeconds: 0, rounds: 1, callbackMinutes: 1 })
    const call = await dial()
    await press(call, '1')
    const first = ringingAt(zhangPhone) as Call
    first.end('busy')
    await desk.settle()
    await expect.poll(() => ringingAt('+8613800000002')).toBeDefined()
    await desk.pass(6)
    const third = ringingAt('+8613800000003') as Call
    void desk.carrier.pickUp(third)
    await press(third, '2')
    await expect.poll(() => call.heard.at(-1)).toMatch(/左右给您回电.*请按1/)
    await expect.poll(() => third.over).toBe(true)
    call.silence()
    await expect.poll(() => call.over).toBe(true)
    expect(call.heard.at(-1)).toContain('再见')

    await desk.pass(295)
    const again = ringingAt(zhangPhone) as Call
    void desk.carrier.pickUp(again)
    await press(again, '1')
    await expect.poll(() => ringingAt(caller)).toBeDefined()
    const back = ringingAt(caller) as Call
    void desk.carrier.pickUp(back)
    await press(back, '1')
    await expect.poll(() => back.room && back.room === again.room).toBe(true)
    expect(back.heard.join()).toContain('14201201010000001')
  })

  test('the carrier in trouble: tried again as it asks, then the next lawyer', async () => {
    await open({ staggerSeconds: 0 })
    const call = await dial()
    desk.carrier.trouble.push(503)
    await press(call, '1')
    await desk.pass(2)
    expect(ringingAt(zhangPhone)).toBeDefined()
  })

  test('a suspended or untrained lawyer is never rung', async () => {
    const file = smallDesk({ staggerSeconds: 1, ringSeconds: 2, rounds: 1 })
    Object.assign(file.lawyers[0] as object, { status: 'suspended' })
    Object.assign(file.lawyers[1] as object, { trained: '2026-12-01' })
    desk = await TestDesk.open(file)
    ringing = []
    desk.carrier.on('ringing', (call) => ringing.push(call))
    const call = await dial()
    await press(call, '1')
    await desk.pass(10)
    expect(ringing.map(({ to }) => to)).toEqual(['+8613800000003'])
  })
})
