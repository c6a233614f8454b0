import { afterEach, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { smallDesk, TestDesk, week } from '../harness.ts'

/** R27.3: who cannot read hears who is on duty today, by telephone, without anybody's number. */

let desk: TestDesk
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const shift = (lawyer: string, from: string, to: string) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'fixed',
  days: week,
  from,
  to,
})
const opened = async (shifts: object[]) => {
  desk = await TestDesk.open({ ...smallDesk(), shifts })
  const call = desk.carrier.dial('+8613900000001')
  await expect.poll(() => call.asking).not.toBeNull()
  return call
}
/** What is said after this, up to the next question. */
async function after(call: Call, answer: () => void): Promise<string[]> {
  const before = call.heard.length
  const { asking } = call
  answer()
  await desk.settle()
  await expect.poll(() => call.asking !== null && call.asking !== asking).toBe(true)
  return call.heard.slice(before)
}

test('4: names, firms and hours in short pieces, the keys named, the lawyer one press away; in English too', async () => {
  const call = await opened([shift('zhang', '08:00', '20:00'), shift('li', '20:00', '08:00')])
  expect(call.heard.join('')).toContain('听今天谁值班，请按4')
  const said = await after(call, () => call.press('4'))
  const all = said.join('')
  expect(all).toContain('张敏，江城律师事务所，电话、网络值班，8点到20点')
  expect(all).toContain('李伟')
  expect(all).toMatch(/和值班律师说，请按1.*再听一遍，请按0/)
  expect(said.every((piece) => piece.length < 200)).toBe(true)
  expect(all).not.toMatch(/\d{5}/)

  const again = await after(call, () => call.press('0'))
  expect(again.join('')).toBe(all)
  const english = (await after(call, () => call.press('9'))).join(' ')
  expect(english).toMatch(/Today's duty lawyers/)
  expect(english).toMatch(/from 8 am to 8 pm/)
  expect(english).toMatch(/For the duty lawyer, press 1/)
  expect((await after(call, () => call.press('*'))).join(' ')).toMatch(/duty lawyer line/)
  expect((await after(call, () => call.press('1'))).join(' ')).toMatch(/Calling the duty lawyer/)
})

test('asked aloud at night: nobody is on, the next duty with its time, and 12348', async () => {
  const call = await opened([shift('zhang', '14:00', '20:00')])
  desk.now += 11 * 3_600_000
  const said = (await after(call, () => call.speak('今天谁值班？'))).join('')
  expect(said).toContain('今天没有律师值班')
  expect(said).toContain('明天下午2点')
  expect(said).toContain('12348')
  expect(said).toMatch(/请按1/)
})

test('asked in writing, the same list comes in writing', async () => {
  await opened([shift('zhang', '08:00', '20:00')])
  await desk.telegram.say(700001, '你好')
  await desk.settle()
  await desk.telegram.say(700001, '今天谁值班')
  await desk.settle()
  expect(desk.telegram.in(700001).at(-1)?.text).toMatch(/今日值班律师。.*张敏，江城律师事务所/s)
})
