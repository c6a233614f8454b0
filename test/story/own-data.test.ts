import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, smallDesk, TestDesk } from '../harness.ts'

/** Each channel has its notice, its consent where the law wants one, and its way to one's own data (PIPL 17, 29, 39, 44–48). */

const NUMBER = '+8613900001234'

let desk: TestDesk
let zhang: Person
let chen: Person
beforeEach(async () => {
  const file = smallDesk()
  desk = await TestDesk.open({ ...file, shifts: file.shifts.filter((s) => s.lawyer === 'zhang') })
  zhang = await desk.signIn('zhang')
  chen = await desk.signIn('chen')
})
afterEach(() => desk.close())

const lines = async (type: string) =>
  (await desk.backend.lines())
    .filter((line) => line.type === type)
    .map(({ data }) => JSON.parse(data))
const texts = (): string[] =>
  desk.carrier.texts.filter(({ to }) => to === NUMBER).map(({ body }) => body)
const sms = async (body: string): Promise<string[]> => {
  await desk.carrier.text(NUMBER, body)
  await desk.settle()
  return texts()
}
const telegram = async (text: string) => {
  await desk.telegram.say(555, text)
  await desk.settle()
  return desk.telegram.in(555)
}
const linkIn = (text: string | null | undefined): string =>
  /https?:\/\/\S+\/my-data\/p\/[\w-]+/.exec(text ?? '')?.[0] ?? ''
const form = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })

describe('the notice', () => {
  test('is short on every channel, and leads to the whole, in both languages', async () => {
    const chat = await desk.openChat()
    const english = await desk.openChat('en')
    const first = [
      (await chat.texts('desk'))[0],
      (await english.texts('desk'))[0],
      (await telegram('你好'))[0]?.text,
      (await sms('你好'))[0],
    ]
    for (const text of first) {
      expect(text).toContain(`${desk.url}/privacy`)
      expect(text?.length).toBeLessThan(900)
    }
    for (const lang of ['zh-CN', 'en']) {
      const page = await (await fetch(`${desk.url}/privacy?lang=${lang}`)).text()
      for (const word of ['Telegram', '30', '1095', lang === 'en' ? 'sensitive' : '敏感个人信息']) {
        expect(page).toContain(word)
      }
    }
  })

  test('by telephone on key 5, with the keys that lead on', async () => {
    const call = desk.carrier.dial(NUMBER)
    await desk.settle()
    expect(call.heard.join('')).toContain('您的信息怎么处理，请按5')
    call.press('5')
    await desk.settle()
    const heard = call.heard.join('')
    expect(heard).toContain('30天后删除')
    expect(heard.slice(heard.lastIndexOf('30天后删除'))).toContain('找值班律师，请按1')
  })
})

describe('separate consent, where words pass abroad', () => {
  test('is a choice of its own after the ways to help; kept with channel and version, withdrawn in a word', async () => {
    const [notice] = await telegram('你好')
    expect(notice?.text).toContain('个人信息保护法第29、39条')
    expect(notice?.buttons.map(({ text }) => text)).toEqual([
      '和值班律师说',
      '了解认罪认罚',
      '预约',
      '同意经境外传送',
    ])
    await desk.telegram.tap(555, 'agree')
    await desk.settle()
    await telegram('撤回同意')
    const of = { of: 'abroad', channel: 'telegram', version: 1 }
    expect(await lines('consent')).toEqual([
      { ...of, given: true },
      { ...of, given: false },
    ])
    expect(desk.telegram.in(555).at(-1)?.text).toContain(`${desk.url}/chat`)
    // Nothing is asked about the case any more.
    expect((await telegram('嗯嗯')).at(-1)?.text).not.toContain('您是被调查的本人')
  })

  test('whoever agreed is not asked again; the page and the telephone never ask', async () => {
    await sms('你好')
    await sms('4')
    expect(await lines('consent')).toMatchObject([{ given: true, channel: 'sms' }])
    const chat = await desk.openChat()
    expect((await chat.texts('desk'))[0]).not.toContain('同意')
    await chat.write('同意')
    expect(await lines('consent')).toHaveLength(1)
  })

  test('never stands before a person, or danger', async () => {
    expect((await telegram('律师')).at(-1)?.text).toContain('请值班律师')
    expect((await zhang.takeFirst()).status).toBe(200)
    const said = await sms('我不想活了')
    expect(said.some((text) => text.includes('12356'))).toBe(true)
    await sms('不同意')
    await sms('律师')
    await desk.settle()
    expect(await zhang.offers()).toHaveLength(1)
    expect(await lines('consent')).toMatchObject([{ given: false }])
  })
})

describe('one’s own data', () => {
  test('by Telegram: a link for them alone, to see, correct, take along and delete', async () => {
    await telegram('我拿了超市的东西')
    const link = linkIn((await telegram('我的数据')).at(-1)?.text)
    expect(await (await fetch(link)).text()).toContain('我的数据')
    const data = (await (await fetch(`${link}/export.json`)).json()) as any
    expect(data.events.map(({ text }: any) => text)).toContain('我拿了超市的东西')
    // Staff who read the talk are not given the key to it.
    const { items } = (await chen.get('/conversations')).body
    const seen = await chen.get(`/conversations/${items[0].id}?reason=x`)
    expect(JSON.stringify(seen.body)).not.toContain('/my-data/p/')
    expect((await form(`${link}/correct`, { text: '是还回去了的' })).status).toBe(303)
    expect((await form(`${link}/delete`, {})).status).toBe(400)
    expect((await form(`${link}/delete`, { sure: '1' })).status).toBe(303)
    expect((await fetch(`${link}/export.json`)).status).toBe(401)
    expect((await chen.get('/conversations?q=%E8%B6%85%E5%B8%82')).body.items).toEqual([])
  })

  test('by text message; the link lasts a day, and another’s opens nothing of mine', async () => {
    await sms('我拿了超市的东西')
    const link = linkIn((await sms('我的数据')).at(-1))
    expect((await fetch(`${link}/export.json`)).status).toBe(200)
    const other = linkIn((await telegram('我的数据')).at(-1)?.text)
    expect(await (await fetch(`${other}/export.json`)).text()).not.toContain('超市')
    const forged = `${link.slice(0, -4)}AAAA`
    expect((await fetch(`${forged}/export.json`)).status).toBe(401)
    await desk.pass(86_400 + 60)
    expect((await fetch(`${link}/export.json`)).status).toBe(401)
    expect(await (await fetch(link)).text()).toContain('链接已经过期')
  })

  test('by telephone: keys 5 and 6 send it to the number that rings; a hidden number is told the other way', async () => {
    const call = desk.carrier.dial(NUMBER)
    await desk.settle()
    call.press('5')
    await desk.settle()
    call.press('6')
    await desk.settle()
    expect(call.heard.join('')).toContain('已经发短信到您的号码')
    const data = (await (await fetch(`${linkIn(texts().at(-1))}/export.json`)).json()) as any
    expect(data.conversations).toMatchObject([{ channel: 'phone' }])
    const hidden = desk.carrier.dial('anonymous')
    await desk.settle()
    hidden.press('6')
    await desk.settle()
    expect(hidden.heard.join('')).toContain('没有保存号码')
  })

  test('who read it, when and why', async () => {
    await telegram('我拿了超市的东西')
    const [{ id }] = (await chen.get('/conversations')).body.items
    await chen.get(`/conversations/${id}?reason=${encodeURIComponent('投诉核查')}`)
    const link = linkIn((await telegram('我的数据')).at(-1)?.text)
    expect(await (await fetch(link)).text()).toContain('理由：投诉核查')
  })
})
