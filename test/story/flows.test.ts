import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { TestDesk } from '../harness.ts'

/** The plea process walked to its end on every channel, in both languages. */

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(async () => {
  expect(desk.telegram.faults).toEqual([])
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const wang = 555001

/** What someone who is no lawyer can say afterwards: what is voluntary, signed, can be changed, and whom to ask. */
const learnt = {
  'zh-CN': ['谁也不能强迫', '具结书', '反悔可以', '值班律师，免费', '不是“一定从宽”'],
  en: [
    'Nobody may force you',
    'the affidavit',
    'change your mind',
    'duty lawyer, free',
    'not “must be lenient”',
  ],
}

describe('Telegram', () => {
  const button = (label: string | RegExp) =>
    desk.telegram
      .in(wang)
      .flatMap(({ buttons }) => buttons)
      .findLast(({ text }) => (typeof label === 'string' ? text === label : label.test(text)))
      ?.data ?? ''
  const tap = async (label: string | RegExp) => {
    expect((await desk.telegram.tap(wang, button(label))).status).toBe(200)
    await desk.settle()
  }
  const messages = () =>
    desk.telegram.in(wang).filter(({ method }) => method === 'sendMessage').length
  const walks = {
    'zh-CN': [
      '认罪、认罚各指什么',
      '什么是自愿的',
      '从宽看什么',
      '要签什么',
      '有哪几种程序',
      '能反悔吗',
      '可以找谁问',
      '要点',
    ],
    en: [
      'What the words mean',
      'What is voluntary',
      'What leniency depends on',
      'What is signed',
      'The procedures',
      'Can I change my mind',
      'Who I can ask',
      'The key points',
    ],
  }

  test.each(['zh-CN', 'en'] as const)(
    'by buttons to the end, one message changed in place (%s)',
    async (language) => {
      await desk.telegram.say(wang, language === 'en' ? '英文' : '在')
      await desk.settle()
      await tap(language === 'en' ? 'About pleading guilty' : '了解认罪认罚')
      const before = messages()
      for (const label of walks[language]) await tap(label)
      expect(messages()).toBe(before)
      const last = desk.telegram.in(wang).at(-1)
      for (const told of learnt[language]) expect(last?.text).toContain(told)
      expect(last?.buttons[0]?.text).toMatch(language === 'en' ? /duty lawyer/ : /值班律师/)
      for (const { data } of last?.buttons ?? [])
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    },
  )

  test('typed words are answered below, and the next tap changes that answer', async () => {
    await desk.telegram.say(wang, '在')
    await desk.settle()
    await tap('了解认罪认罚')
    const before = messages()
    await desk.telegram.say(wang, '取保候审能去外地打工吗')
    await desk.settle()
    expect(messages()).toBe(before + 1)
    await tap('返回上一步')
    expect(messages()).toBe(before + 1)
    expect(desk.telegram.in(wang).at(-1)?.text).toContain('“可以”不是“一定”')
  })

  test('a step whose message the client deleted is said anew', async () => {
    await desk.telegram.say(wang, '在')
    await desk.settle()
    await tap('了解认罪认罚')
    const before = messages()
    // The tap itself is answered first; then the change is refused.
    desk.telegram.refuseEdits = true
    await tap('什么是自愿的')
    expect(messages()).toBe(before + 1)
    expect(desk.telegram.in(wang).at(-1)?.text).toContain('任何人都不得强迫')
  })

  test('the lawyer who takes it by Telegram reads first what was told and read', async () => {
    await desk.telegram.say(wang, '明天上午去检察院签具结书，我取保在家')
    await desk.settle()
    await tap('和值班律师说')
    const zhang = 900001
    const take = desk.telegram
      .in(zhang)
      .flatMap(({ buttons }) => buttons)
      .find(({ text }) => text === '接单')
    await desk.telegram.tap(zhang, take?.data ?? '')
    await desk.settle()
    const heard = desk.telegram.in(zhang).map(({ text }) => text ?? '')
    const walked = heard.find((text) => text.startsWith('紧急：'))
    expect(walked).toMatch(/自述：本人、刑事、审查起诉、取保候审\n看过：签之前看什么$/)
  })
})

describe('text messages', () => {
  test('the short form, numbered, with a link to the whole; numbers as on a phone', async () => {
    const from = '+8613900001234'
    const sms = (text: string) => desk.carrier.text(from, text).then(() => desk.settle())
    const last = () => desk.carrier.texts.filter(({ to }) => to === from).at(-1)?.body ?? ''
    await sms('在')
    await sms('认罪认罚')
    expect(last()).toMatch(/\n1\. 和值班律师说\n2\. 认罪、认罚各指什么\n/)
    expect(last()).toContain(`${desk.url}/learn/plea-process#what`)
    expect(last().length).toBeLessThan(8 * 67)
    await sms('2')
    expect(last()).toContain('对指控的犯罪事实没有异议')
  })
})

describe('the telephone', () => {
  const press = async (call: Call, key: string) => {
    await expect.poll(() => call.asking).not.toBeNull()
    call.press(key)
    await desk.settle()
  }
  const dial = async () => {
    const call = desk.carrier.dial('+8613900001234')
    await expect.poll(() => call.asking).not.toBeNull()
    return call
  }

  test.each(['zh-CN', 'en'] as const)('by keys to the end (%s)', async (language) => {
    const call = await dial()
    if (language === 'en') await press(call, '9')
    for (const key of ['2', '2', '2', '2', '2', '2', '2', '2', '2']) await press(call, key)
    const heard = call.heard.join('\n')
    const points =
      language === 'en'
        ? [
            'your own decision',
            'affidavit, with a lawyer present',
            'change your mind',
            'ask the duty lawyer',
          ]
        : ['认不认由您自愿决定', '签的是具结书', '反悔可以', '找值班律师，免费']
    await expect.poll(() => call.heard.join('\n')).toContain(points[3])
    for (const told of points) expect(call.heard.join('\n')).toContain(told)
    expect(call.heard.every((chunk) => chunk.length < 200)).toBe(true)
    expect(heard).not.toMatch(/undefined|null/)
    await press(call, '*')
    await press(call, '1')
    await expect
      .poll(() => call.heard.join())
      .toMatch(language === 'en' ? /Calling the duty lawyer/ : /呼叫值班律师/)
  })

  test('who listens while waiting is taken out the moment a lawyer answers', async () => {
    const rings: Call[] = []
    desk.carrier.on('ringing', (call) => rings.push(call))
    const call = await dial()
    await press(call, '1')
    await press(call, '2')
    await press(call, '3')
    await expect.poll(() => call.heard.join('\n')).toContain('由您自愿决定')
    const [lawyer] = rings
    if (!lawyer) throw new Error('nobody was rung')
    void desk.carrier.pickUp(lawyer)
    await press(lawyer, '1')
    await expect.poll(() => lawyer.room !== null && lawyer.room === call.room).toBe(true)
  })
})
