import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, smallDesk, TestDesk } from '../harness.ts'

/** What a client is told about being heard, and when a name is asked for. It is Monday 2026-11-23, 10:00. */

let desk: TestDesk
let zhang: Person
beforeEach(async () => {
  const file = smallDesk()
  desk = await TestDesk.open({ ...file, shifts: file.shifts.filter((s) => s.lawyer === 'zhang') })
  zhang = await desk.signIn('zhang')
})
afterEach(() => desk.close())

const warned = async () =>
  (await desk.backend.lines()).filter(({ type }) => type === 'warned').length
const texts = (number: string): string[] =>
  desk.carrier.texts.filter(({ to }) => to === number).map(({ body }) => body)

describe('residential surveillance: communications may be monitored, said before the facts', () => {
  const law = /监视居住.*监控通信（刑事诉讼法第78条）/

  test('on the chat page, by words or by choice, once; the lawyer is there all the same', async () => {
    const chat = await desk.openChat()
    await chat.write('我现在监视居住，能不能找律师')
    const said = await chat.texts('desk')
    const at = said.findIndex((text) => law.test(text))
    expect(at).toBe(1)
    await chat.write('他们说我监视居住期间不能打电话')
    expect((await chat.texts('desk')).filter((text) => law.test(text))).toHaveLength(1)
    await chat.choose('lawyer')
    await desk.settle()
    expect((await zhang.takeFirst()).status).toBe(200)

    const other = await desk.openChat('en')
    for (const choice of ['go:intake:measure', 'go:bail-duties:residential'])
      await other.choose(choice)
    const step = (await other.texts('desk')).at(-1) ?? ''
    expect(step).toMatch(/^Warning: under residential surveillance .*art\. 78/)
    expect(await warned()).toBe(2)
  })

  test('in Telegram and by text message, before the step that explains it', async () => {
    await desk.telegram.say(555, '我被监视居住了')
    await desk.carrier.text('+8613900001234', '我被监视居住了')
    await desk.settle()
    for (const said of [
      desk.telegram.in(555).map(({ text }) => text ?? ''),
      texts('+8613900001234'),
    ]) {
      const first = said.findIndex((text) => law.test(text))
      const step = said.findIndex((text) => text.includes('最长6个月'))
      expect(first).toBeGreaterThanOrEqual(0)
      expect(step).toBeGreaterThan(first)
    }
  })

  test('by telephone, in a breath', async () => {
    const call = desk.carrier.dial('+8613900001234')
    await desk.settle()
    const before = call.heard.length
    call.speak('我现在监视居住')
    await desk.settle()
    const heard = call.heard.slice(before).join('')
    expect(heard).toMatch(law)
    expect(heard.indexOf('监控通信')).toBeLessThan(heard.indexOf('最长6个月'))
  })
})

describe('a name is asked for with a formal act, and not before', () => {
  async function helped(): Promise<string> {
    const chat = await desk.openChat()
    await chat.choose('lawyer')
    await desk.settle()
    await zhang.takeFirst()
    const record = { charge: '盗窃', question: '问', answer: '答', stage: 'prosecution_review' }
    await zhang.put(`/conversations/${chat.conversation}/record`, {
      ...record,
      checks: { plea: 'willing', ticks: [] },
    })
    return chat.conversation
  }
  const acts: [path: string, fields: object][] = [
    [
      '/affidavits',
      {
        reference: '5号',
        place: 'onsite',
        voluntary: true,
        outcome: 'signed',
        copy: 'a'.repeat(64),
      },
    ],
    ['/plea-notices', { authority: '江城市人民检察院', willing: true, knows: true }],
    ['/aid-applications', { grounds: '低保户' }],
    ['/opinions', { authority: '江城市人民检察院', leniency: '退赃' }],
    ['/help-forms', { help: ['legal_advice'] }],
  ]

  test.each(acts)('%s', async (path, fields) => {
    const conversation = await helped()
    const pseudonym = (await zhang.get(`/conversations/${conversation}`)).body.client
    for (const person of [undefined, ' ', '匿名', '不详', pseudonym]) {
      const { status, body } = await zhang.post(path, { conversation, ...fields, person })
      expect([status, body.error.code, body.error.fields]).toEqual([400, 'name_needed', ['person']])
      expect(body.error.message).toContain('真实姓名')
    }
    expect((await zhang.post(path, { conversation, ...fields, person: '赵一' })).status).toBe(201)
  })

  test('advice from the first word to the closed record needs none', async () => {
    const conversation = await helped()
    await zhang.put(`/conversations/${conversation}/record`, {
      checks: {
        plea: 'not_raised',
        ticks: ['rules', 'rights', 'answered'],
      },
    })
    expect(
      (await zhang.post(`/conversations/${conversation}/close`, { outcome: 'answered' })).status,
    ).toBe(200)
    expect((await zhang.get('/ledger')).body.items).toHaveLength(1)
  })
})
