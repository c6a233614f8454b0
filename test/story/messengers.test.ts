import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sent } from '../fake-telegram.ts'
import { smallDesk, TestDesk } from '../harness.ts'

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
const zhao = 555002
const zhang = 900001

/** One lawyer on duty, so that every client is theirs. */
const alone = async (): Promise<void> => {
  await desk.close()
  const file = smallDesk()
  desk = await TestDesk.open({ ...file, shifts: file.shifts.slice(0, 1) })
}

const last = (chat: number): Sent | undefined => desk.telegram.in(chat).at(-1)
const button = (chat: number, label: string): string =>
  desk.telegram
    .in(chat)
    .flatMap(({ buttons }) => buttons)
    .findLast(({ text }) => text === label)?.data ?? ''

async function says(chat: number, text: string, replyTo?: number): Promise<void> {
  expect((await desk.telegram.say(chat, text, replyTo)).status).toBe(200)
  await desk.settle()
}
async function taps(chat: number, label: string): Promise<void> {
  expect((await desk.telegram.tap(chat, button(chat, label))).status).toBe(200)
  await desk.settle()
}

describe('Telegram', () => {
  test('client and lawyer both by Telegram, under a pseudonym, card first', async () => {
    await says(wang, '我被取保候审了，怎么办')
    const [notice, answer] = desk.telegram.in(wang)
    expect(notice?.text).toContain('免费')
    expect(notice?.buttons.map(({ text }) => text)).toEqual([
      '和值班律师说',
      '了解认罪认罚',
      '预约',
      '同意经境外传送',
    ])
    expect(answer?.text).toContain('未经批准，不得离开居住的市、县')
    expect(answer?.buttons[0]?.text).toBe('和值班律师说')
    await taps(wang, '和值班律师说')
    expect(last(zhang)?.text).toContain('Telegram · 刚刚开始等')
    expect(last(zhang)?.buttons.map(({ text }) => text)).toEqual(['接单', '转给别人'])
    expect(last(zhang)?.text).not.toContain('取保')
    await taps(zhang, '接单')
    expect(last(wang)?.text).toMatch(/值班律师张敏.*14201201010000001/)
    const heard = desk.telegram.in(zhang).map(({ text }) => text)
    expect(
      heard.some((text) => /^【当事人 \w{4}】\n我被取保候审了，怎么办$/.test(text ?? '')),
    ).toBe(true)
    await says(zhang, '您好，先别急')
    expect(last(wang)?.text).toBe('您好，先别急')
    await says(wang, '谢谢')
    expect(last(zhang)?.text).toMatch(/^【当事人 \w{4}】\n谢谢$/)
    const all = JSON.stringify(desk.telegram.in(zhang))
    for (const name of ['王五', 'wangwu_real', String(wang)]) expect(all).not.toContain(name)
    expect(JSON.stringify(desk.telegram.in(wang))).not.toContain('900001')
  })

  test('several clients at once are told apart by reply', async () => {
    await alone()
    for (const chat of [wang, zhao]) {
      await says(chat, '律师')
      await taps(zhang, '接单')
      await says(chat, `我是${chat}`)
    }
    const from = (words: string) =>
      desk.telegram.in(zhang).find(({ text }) => text?.endsWith(words))
    await says(zhang, '给先来的', from(`我是${wang}`)?.id)
    expect(last(wang)?.text).toBe('给先来的')
    await says(zhang, '接着说')
    expect(last(wang)?.text).toBe('接着说')
    await says(zhang, '给后来的', from(`我是${zhao}`)?.id)
    expect(last(zhao)?.text).toBe('给后来的')
  })

  test('two tap at once: one has it, the other is told who; the losing buttons go', async () => {
    await says(wang, '律师')
    await desk.pass(9)
    const late = button(zhang, '接单')
    await taps(900002, '接单')
    await desk.telegram.tap(zhang, late)
    await desk.settle()
    const edits = desk.telegram.sent.filter(
      (s) => s.method === 'editMessageText' && s.chat === zhang,
    )
    expect(edits.at(-1)?.text).toContain('已由李伟接待')
    const toasts = desk.telegram.sent.filter((s) => s.method === 'answerCallbackQuery')
    expect(toasts.at(-1)?.text).toContain('已由李伟接待')
  })

  test('a picture is met kindly, an unknown kind is acknowledged, a repeat changes nothing', async () => {
    const photo = {
      message_id: 7,
      date: 0,
      from: { id: wang },
      chat: { id: wang, type: 'private' },
      photo: [],
    }
    await desk.telegram.update({ message: photo })
    await desk.settle()
    expect(last(wang)?.text).toContain('只能看文字')
    const before = desk.telegram.sent.length
    expect((await desk.telegram.update({ my_chat_member: {} })).status).toBe(200)
    expect(desk.logs.at(-1)).toMatchObject({ fields: { kind: 'my_chat_member' } })
    const update = {
      update_id: 99,
      message: { ...photo, message_id: 8, photo: undefined, text: '你好' },
    }
    await desk.telegram.update(update)
    await desk.settle()
    const sent = desk.telegram.sent.length
    await desk.telegram.update(update)
    await desk.settle()
    expect(sent).toBeGreaterThan(before)
    expect(desk.telegram.sent).toHaveLength(sent)
  })

  test('429 and 500 are tried again as the server asks, in order; a block is shown to the coordinator', async () => {
    desk.telegram.trouble.push(
      { status: 429, retryAfter: 3, chat: wang },
      { status: 500, chat: wang },
    )
    await says(wang, '律师')
    await desk.pass(1)
    expect(desk.telegram.in(wang)).toHaveLength(0)
    await desk.pass(8)
    const texts = desk.telegram.in(wang).map(({ text }) => text)
    expect(texts[0]).toContain('免费')
    expect(texts[1]).toContain('正在请值班律师')
    expect(new Set(texts).size).toBe(texts.length)
    desk.telegram.blocked.add(zhao)
    await says(zhao, '你好')
    const chen = await desk.signIn('chen')
    expect((await chen.get('/undelivered')).body.items).toMatchObject([
      { channel: 'telegram', code: 'telegram_403' },
    ])
  })

  test('a wrong secret is refused and nothing is stored', async () => {
    const before = await desk.backend.lines()
    const answer = await desk.telegram.update({ message: {} }, 'wrong')
    expect(answer.status).toBe(403)
    expect(await desk.backend.lines()).toEqual(before)
  })
})

describe('SMS and WhatsApp', () => {
  test('numbered choices, the same road, the same desk', async () => {
    await alone()
    for (const from of ['+8613900000009', 'whatsapp:+8613900000010']) {
      const texts = () => desk.carrier.texts.filter(({ to }) => to === from).map(({ body }) => body)
      await desk.carrier.text(from, '你好')
      await desk.settle()
      expect(texts()[0]).toMatch(
        /1\. 和值班律师说\n2\. 了解认罪认罚\n3\. 预约\n4\. 同意经境外传送$/,
      )
      await desk.carrier.text(from, '1')
      await desk.settle()
      const person = await desk.signIn('zhang')
      const [offer] = await person.offers()
      expect((await person.takeFirst()).status).toBe(200)
      await desk.settle()
      expect(texts().at(-1)).toContain('14201201010000001')
      const { items } = (await person.get('/conversations?state=active')).body
      await person.say(offer.conversation, '您好')
      await desk.settle()
      expect(texts().at(-1)).toBe('您好')
      expect(JSON.stringify(items)).not.toContain('1390000')
    }
  })

  test('a picture message is met kindly; unsigned and repeated ones change nothing', async () => {
    const from = '+8613900000009'
    await desk.carrier.text(from, '', { NumMedia: '1', MediaUrl0: 'https://x' })
    await desk.settle()
    expect(desk.carrier.texts.at(-1)?.body).toContain('只能看文字')
    const form = { MessageSid: 'SM1', From: from, To: '+862700000000', Body: '律师', NumMedia: '0' }
    for (let i = 0; i < 3; i++) await desk.carrier.post('/webhooks/twilio/messaging', form)
    await desk.settle()
    expect(desk.carrier.texts.filter(({ body }) => body.includes('正在请值班律师'))).toHaveLength(1)
    const unsigned = await fetch(`${desk.url}/webhooks/twilio/messaging`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': 'wrong',
      },
      body: new URLSearchParams({ ...form, MessageSid: 'SM2' }),
    })
    expect(unsigned.status).toBe(403)
  })

  test('what the carrier could not deliver after all is shown', async () => {
    const from = '+8613900000009'
    await desk.carrier.text(from, '你好')
    await desk.settle()
    const MessageSid = desk.carrier.texts.at(-1)?.sid ?? ''
    const lost = { MessageSid, MessageStatus: 'undelivered', ErrorCode: '30003' }
    await desk.carrier.post('/webhooks/twilio/messaging/receipt', lost)
    const chen = await desk.signIn('chen')
    expect((await chen.get('/undelivered')).body.items).toMatchObject([{ code: 'twilio_30003' }])
  })
})
