import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FakeOpenAi } from '../fake-openai.ts'
import { TestDesk } from '../harness.ts'
import { closeBoth, draft, good, openWithModel, talk, theft } from './assist-desk.ts'

/** What a lawyer may ask of the model, and what the coordinator sees of it. */

let model: FakeOpenAi
let desk: TestDesk
beforeEach(async () => {
  ;({ model, desk } = await openWithModel())
})
afterEach(() => closeBoth(desk, model))

describe('a lawyer’s questions', () => {
  test('a suggestion stands on the flows; a citation in no flow is struck out', async () => {
    const { zhang, id } = await talk(desk, theft)
    model.answer = ({ input }) => {
      const fact = input.facts?.[0]
      return {
        reply: `${fact?.text.split('\n')[0]}（《取保候审管理法》第900条）`,
        cites: [fact?.cites[0], '《取保候审管理法》第900条'],
      }
    }
    const { status, body } = await zhang.post(`/conversations/${id}/suggest`, { text: theft })
    expect(status).toBe(200)
    expect(body.steps.length).toBeGreaterThan(0)
    expect(body.reply).toMatchObject({ ai: true })
    expect(body.reply.text).not.toContain('900')
    expect(body.reply.struck.join()).toContain('900')
    expect(body.reply.cites).toHaveLength(1)
    model.answer = () => ({ reply: '您肯定会判缓刑。', cites: [] })
    const next = (await zhang.post(`/conversations/${id}/suggest`, { text: theft })).body
    expect(next.reply).toBeNull()
    expect(next.steps).toEqual(body.steps)
  })

  test('a translation keeps the original beside it, and adds nothing', async () => {
    const { zhang, id } = await talk(desk, theft)
    const ask = (text: string, to = 'en') =>
      zhang.post(`/conversations/${id}/translate`, { text, to })
    model.answer = () => ({ text: 'Leaving the city or county where you live needs approval.' })
    const { body } = await ask('离开所居住的市、县要经批准。')
    expect(body).toMatchObject({ original: '离开所居住的市、县要经批准。', ai: true, to: 'en' })
    expect(body.label).toContain('机器翻译')
    for (const text of [
      'You have the right to remain silent.',
      'Leaving needs approval. You will be sentenced to three years.',
      'Leaving needs approval, see https://evil.example',
      '离开要经批准。',
      'Call 13800138000 for approval.',
    ]) {
      model.answer = () => ({ text })
      expect((await ask('离开所居住的市、县要经批准。')).status, text).toBe(503)
    }
    model.answer = ({ input }) => ({ text: `My name is ${/〔姓名\d〕/.exec(input.text)?.[0]}.` })
    expect((await ask('我叫王小明。')).body.text).toBe('My name is 王小明.')
  })
})

describe('the coordinator', () => {
  test('sees what was asked and why it was refused; the very words by giving a reason, which is kept', async () => {
    model.answer = () => ({ ...good, answer: '您有权保持沉默。' })
    const { zhang, id } = await talk(desk, `我叫王小明，${theft}`)
    expect((await draft(zhang, id)).status).toBe(503)
    const chen = await desk.signIn('chen')
    const { items } = (await chen.get(`/assist/requests?conversation=${id}`)).body
    const asked = items.find(({ purpose }: any) => purpose === 'draft-record')
    expect(asked).toMatchObject({ state: 'refused', code: 'guard:silence', askedBy: 'zhang' })
    expect((await chen.get(`/assist/requests/${asked.id}`)).body.error.code).toBe('reason_missing')
    const { sent } = (await chen.get(`/assist/requests/${asked.id}?reason=抽查`)).body
    expect(sent).toContain('〔姓名1〕')
    expect(sent).toBe(JSON.stringify(model.about('talk')[0]?.input))
    const readers = (await chen.get(`/access?conversation=${id}`)).body.items
    expect(readers.at(-1)).toMatchObject({ reader: 'chen', reason: '抽查' })
    expect((await zhang.get('/assist/requests')).status).toBe(403)
    expect((await zhang.get(`/assist/requests/${asked.id}?reason=x`)).status).toBe(403)
    expect((await zhang.get('/assist/ledger')).status).toBe(403)
    expect((await chen.get('/assist')).body).toMatchObject({ on: true, model: 'test-model' })
  })

  test('records that look incomplete or contradictory, by rule and by model', async () => {
    model.answer = ({ input }) =>
      'outcome' in input ? { findings: ['answer_off', 'made_up'] } : good
    const { zhang, id } = await talk(desk, theft)
    const record = { charge: '盗窃罪', question: '诈骗三万元怎么办？', answer: '已答' }
    await zhang.put(`/conversations/${id}/record`, record)
    expect((await zhang.post(`/conversations/${id}/close`, { outcome: 'answered' })).status).toBe(
      200,
    )
    await desk.settle()
    const chen = await desk.signIn('chen')
    const [before] = (await chen.get('/assist/ledger')).body.items
    expect(before.byRule).toEqual(['charge_differs', 'answer_missing'])
    expect(before.byModel).toEqual([])
    model.answer = ({ input }) => ('outcome' in input ? { findings: ['answer_off'] } : good)
    const again = await talk(desk, theft, 'li')
    await again.zhang.put(`/conversations/${again.id}/record`, good)
    await again.zhang.post(`/conversations/${again.id}/close`, { outcome: 'answered' })
    await desk.settle()
    const { items } = (await chen.get('/assist/ledger')).body
    expect(items.find(({ conversation }: any) => conversation === again.id)).toMatchObject({
      byRule: [],
      byModel: ['answer_off'],
    })
  })

  test('the day’s budget: when it is used up the desk goes on without', async () => {
    await desk.close()
    desk = await TestDesk.open(undefined, () => model.config({ daily: 2 }))
    model.answer = () => good
    const client = await desk.openChat()
    await client.write('律师')
    const zhang = await desk.signIn('zhang')
    await zhang.takeFirst()
    await zhang.say(client.conversation, '离开所居住的市、县要经执行机关批准，请先申请。')
    const answers = []
    for (let i = 0; i < 3; i++) answers.push((await draft(zhang, client.conversation)).status)
    expect(answers).toEqual([200, 200, 503])
    await desk.pass(24 * 3600)
    expect((await draft(await desk.signIn('zhang'), client.conversation)).status).toBe(200)
  })
})
