import { describe, expect, test } from 'vitest'
import type { ContactRef } from '../../src/desk/event.ts'
import { always, content, desk, lawyer, monday10 } from './fixture.ts'
import { Model } from './model.ts'

const wang: ContactRef = { id: 'c1', channel: 'webchat', address: '' }

function open(routing = {}) {
  const people = ['a', 'b', 'z']
  const model = new Model(
    desk(
      people.map((id) => lawyer(id)),
      [always('a'), always('b'), always('z', 'backup')],
      routing,
    ),
    content,
    monday10,
  )
  model.handle({ type: 'chat.opened', contact: wang, language: 'zh-CN' })
  const id = model.latest(wang)?.id ?? ''
  const write = (words: string) =>
    model.handle({ type: 'client.wrote', contact: wang, language: null, words })
  return { model, id, write, state: () => model.conversations.get(id)?.state }
}

const take = (model: Model, who: string) =>
  model.handle({
    type: 'offer.accepted',
    offer: model.open(who)[0]?.id ?? 'none',
    lawyer: who,
    via: 'browser',
  })

describe('a client writes', () => {
  test('the notice comes before the first question, and the lawyer is one word away', () => {
    const { model, id, write, state } = open()
    const notice = model.said(id)[0] ?? ''
    for (const told of ['免费', '不录音', '协调员', '25', '第38条', '不是律师']) {
      expect(notice).toContain(told)
    }
    write('取保候审能去外地吗')
    expect(state()).toBe('desk')
    write('律师')
    expect(state()).toBe('waiting')
    expect(model.open('a')).toHaveLength(1)
    expect(model.audit()).toEqual([])
  })

  test('whoever is questioned, signs or is heard within a day need not ask: the lawyer on call is fetched', () => {
    const { model, id, write, state } = open()
    write('明天9点派出所叫我去')
    expect(state()).toBe('waiting')
    expect(model.conversations.get(id)?.urgent).toBe(true)
    expect(model.open('a')).toHaveLength(1)
    expect(model.audit()).toEqual([])
  })

  test('a second lawyer is asked after the stagger; the first to take it wins and the other is told so', () => {
    const { model, id, write, state } = open()
    write('律师')
    expect(model.open('b')).toHaveLength(0)
    model.pass(8_000)
    expect(model.open('b')).toHaveLength(1)
    const late = model.open('a')[0]?.id ?? ''
    expect(take(model, 'b').fault).toBeNull()
    expect(state()).toBe('active')
    const lost = model.handle({ type: 'offer.accepted', offer: late, lawyer: 'a', via: 'browser' })
    expect(lost.fault?.code).toBe('offer_taken')
    expect(model.conversations.get(id)?.lawyer).toBe('b')
    expect(model.audit()).toEqual([])
  })

  test('the card comes before the lawyer’s first word; closing waits for the record', () => {
    const { model, id, write } = open()
    write('律师')
    take(model, 'a')
    model.handle({
      type: 'lawyer.wrote',
      conversation: id,
      lawyer: 'a',
      words: '您好',
      via: 'browser',
    })
    const types = model.log.filter((l) => l.conversation === id).map((l) => `${l.type} ${l.actor}`)
    expect(types.indexOf('card desk')).toBeLessThan(types.indexOf('message lawyer'))
    const close = () =>
      model.handle({
        type: 'conversation.closed',
        conversation: id,
        lawyer: 'a',
        outcome: 'answered',
      }).fault
    expect(close()?.code).toBe('record_incomplete')
    const keep = (fields: object) =>
      model.handle({ type: 'record.kept', conversation: id, lawyer: 'a', fields })
    keep({ charge: '盗窃', question: '要不要认' })
    expect(close()?.fields).toEqual(['answer'])
    keep({ answer: '先看证据' })
    expect(close()).toBeNull()
    expect(model.ledger).toMatchObject([
      { lawyer: 'a', record: { charge: '盗窃', answer: '先看证据' } },
    ])
    expect(model.audit()).toEqual([])
  })

  test('nobody takes it: everyone twice, backup after primary, then a promise with a time, and again at that time', () => {
    const { model, id, write, state } = open({ staggerSeconds: 0, offerSeconds: 60, rounds: 2 })
    write('律师')
    model.pass(6 * 60_000 + 1)
    const asked = model.log.filter((l) => l.type === 'offered').map((l) => l.data?.lawyer)
    expect(asked).toEqual(['a', 'b', 'z', 'a', 'b', 'z'])
    expect(state()).toBe('promised')
    expect(model.said(id).at(-1)).toContain('最晚今天上午10点25分')
    model.pass(25 * 60_000)
    expect(model.log.filter((l) => l.type === 'offered').length).toBeGreaterThan(6)
    expect(model.audit()).toEqual([])
  })

  test('a silent lawyer loses the conversation, and nothing the client wrote', () => {
    const { model, id, write, state } = open()
    write('律师')
    take(model, 'a')
    write('我该怎么办')
    model.pass(119_000)
    expect(state()).toBe('active')
    model.pass(1_000)
    expect(state()).toBe('waiting')
    expect(model.said(id).some((text) => text.includes('另请一位'))).toBe(true)
    expect(take(model, 'b').fault).toBeNull()
    expect(model.audit()).toEqual([])
  })

  test('a flood is slowed, noted once, and loses nothing when sent again', () => {
    const { model, id, write } = open()
    const results = Array.from({ length: 40 }, (_, i) => write(`话${i}`).fault?.code ?? 'kept')
    expect(results.filter((r) => r === 'kept')).toHaveLength(20)
    expect(results.filter((r) => r === 'too_fast')).toHaveLength(20)
    expect(model.log.filter((l) => l.type === 'flood')).toHaveLength(1)
    model.pass(1_000)
    expect(write('话20').fault).toBeNull()
    expect(model.said(id, 'client')).toContain('话20')
  })

  test('a repeat changes nothing', () => {
    const { model, id } = open()
    const once = () =>
      model.handle(
        { type: 'client.wrote', contact: wang, language: null, words: '你好' },
        'chat:c1:1',
      )
    expect(once().repeat).toBe(false)
    const before = model.log.length
    expect(once().repeat).toBe(true)
    expect(model.log).toHaveLength(before)
    expect(model.said(id, 'client')).toEqual(['你好'])
  })

  test('a lawyer in conflict is never offered that client again', () => {
    const { model, write } = open({ staggerSeconds: 0 })
    write('律师')
    model.handle({
      type: 'offer.passed',
      offer: model.open('a')[0]?.id ?? '',
      lawyer: 'a',
      reason: 'conflict',
      via: 'browser',
    })
    expect(model.open('b')).toHaveLength(1)
    model.pass(3 * 3600_000)
    expect(model.log.filter((l) => l.type === 'offered' && l.data?.lawyer === 'a')).toHaveLength(1)
    expect(model.audit()).toEqual([])
  })

  test('the explainer keeps its place, cites, and has the lawyer at every step', () => {
    const { model, id, write, state } = open()
    write('2')
    expect(model.said(id).at(-1)).toContain('《刑事诉讼法》第15条')
    write('下一步')
    expect(model.said(id).at(-1)).toContain('必须自愿')
    write('律师')
    expect(state()).toBe('waiting')
  })
})
