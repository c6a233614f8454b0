import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FakeOpenAi } from '../fake-openai.ts'
import type { TestDesk } from '../harness.ts'
import { closeBoth, openWithModel } from './assist-desk.ts'

/** What a model makes of a client’s first words: never less than the rules made of them. */

let model: FakeOpenAi
let desk: TestDesk
beforeEach(async () => {
  ;({ model, desk } = await openWithModel())
})
afterEach(() => closeBoth(desk, model))

describe('first words', () => {
  const urgent = { urgent: true, danger: 'none', role: 'self', stage: 'investigation' }
  const calm = { urgent: false, danger: 'none' }

  test('the model raises what the rules saw nothing in, and fills what was not said; never the other way', async () => {
    model.answer = ({ input }) => ('steps' in input ? { step: null } : urgent)
    const client = await desk.openChat()
    await client.write('检察官那边说要我过去办那个手续，还有不到二十个钟头')
    await desk.settle()
    const zhang = await desk.signIn('zhang')
    await client.write('律师')
    await zhang.takeFirst()
    const { events } = (await zhang.get(`/conversations/${client.conversation}`)).body
    const raised = events.find(({ type, ai }: any) => type === 'triaged' && ai)
    expect(raised).toMatchObject({ urgent: 'model', actor: 'desk' })
    expect(events.find(({ type }: any) => type === 'walked').text).toMatch(/紧急[\s\S]*侦查/)

    model.answer = ({ input }) => ('steps' in input ? { step: null } : calm)
    const other = await desk.openChat()
    await other.write('派出所叫我明天早上九点过去做笔录')
    await desk.settle()
    await other.write('律师')
    const li = await desk.signIn('li')
    await li.takeFirst()
    const read = (await li.get(`/conversations/${other.conversation}`)).body.events
    expect(read.find(({ type }: any) => type === 'walked').text).toContain('紧急')
  })

  test('a step the model finds is a step of a flow, in the flow’s own words, and says who found it', async () => {
    model.answer = ({ input }) =>
      'steps' in input ? { step: 'bail-duties/duties' } : { urgent: false, danger: 'none' }
    const client = await desk.openChat()
    await client.write('那张纸上写的我都得做到个啥程度')
    await desk.settle()
    const texts = await client.texts('desk')
    expect(texts.at(-1)).toContain('AI替您找的')
    expect(texts.at(-1)).toContain('24小时内报告')
    const { choices } = (await client.events()).findLast(({ type }) => type === 'message')
    expect(choices[0].id).toBe('lawyer')
  })

  test('a step that is in no flow, one that sends people away, and words of its own: nothing is shown', async () => {
    for (const step of ['redirects/not-criminal', 'nowhere/at-all', '您会被判三年', 'intake/who']) {
      model.answer = ({ input }) =>
        'steps' in input ? { step } : { urgent: false, danger: 'none' }
      const client = await desk.openChat()
      await client.write('那张纸上写的我都得做到个啥程度')
      const before = await client.texts('desk')
      await desk.settle()
      expect((await client.texts('desk')).length).toBe(before.length)
    }
  })

  test('danger that only the model saw is answered with the number to ring', async () => {
    model.answer = ({ input }) =>
      'steps' in input ? { step: null } : { urgent: true, danger: 'self-harm' }
    const client = await desk.openChat()
    await client.write('天台上风真大，跟孩子都道过别了')
    await desk.settle()
    expect((await client.texts('desk')).join('\n')).toMatch(/120|12356/)
    expect((await (await desk.signIn('zhang')).offers()).length).toBe(1)
  })

  test('a model that is slow or broken is not waited for: the rules have answered', async () => {
    model.trouble.push({ slow: 4000 }, { status: 500 })
    model.answer = () => urgent
    const client = await desk.openChat()
    await client.write('派出所打电话叫我下午三点过去')
    expect((await client.texts('desk')).join('\n')).toContain('记为紧急')
    await desk.settle()
    const lines = await desk.backend.lines()
    expect(lines.find(({ type }: any) => type === 'assist_refused')?.data).toContain('"slow"')
  })

  test('a crash in the middle loses nothing: the request ends, and the conversation goes on', async () => {
    model.trouble.push({ slow: 1500 })
    model.answer = () => urgent
    const client = await desk.openChat()
    await client.write('派出所打电话叫我下午三点过去')
    await desk.restart()
    await desk.pass(5)
    const lines = await desk.backend.lines()
    const of = (type: string) => lines.filter((line) => line.type === type).length
    expect(of('assist_asked')).toBe(of('assist_answered') + of('assist_refused'))
    expect(of('assist_asked')).toBeGreaterThan(0)
    await client.write('律师')
    expect((await (await desk.signIn('zhang')).offers()).length).toBe(1)
  })

  test('who has not been told yet is not read, and a call never is', async () => {
    model.answer = () => urgent
    await desk.telegram.say(555, '派出所打电话叫我下午三点过去，我姓王')
    await desk.settle()
    expect(model.asked).toEqual([])
    expect(desk.telegram.in(555)[0]?.text).toContain('不用AI')
    await desk.telegram.say(555, '我该带些什么材料过去呢')
    await desk.settle()
    expect(model.asked.length).toBeGreaterThan(0)
    const before = model.asked.length
    const call = desk.carrier.dial('+8613900001234')
    await desk.settle()
    call.speak('派出所打电话叫我下午三点过去')
    await desk.settle()
    expect(model.asked).toHaveLength(before)
  })
})
