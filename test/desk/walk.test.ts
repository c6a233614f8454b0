import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read.ts'
import type { ContactRef } from '../../src/desk/event.ts'
import { type Content, goTo } from '../../src/desk/flow.ts'
import { nameOf } from '../../src/desk/walk.ts'
import { contentFiles } from '../../src/setup/files.ts'
import { always, desk, lawyer, monday10 } from './fixture.ts'
import { Model } from './model.ts'

/** Walking the real flows, in writing and by ear. */

const real = readContent(contentFiles())
const wang: ContactRef = { id: 'c1', channel: 'webchat', address: '' }

function open(language: 'zh-CN' | 'en' = 'zh-CN', content: Content = real) {
  const people = desk([lawyer('a', { telegram: 900001 })], [always('a')])
  const model = new Model(people, content, monday10)
  model.handle({ type: 'chat.opened', contact: wang, language })
  const id = model.latest(wang)?.id ?? ''
  const write = (words: string) =>
    model.handle({ type: 'client.wrote', contact: wang, language: null, words })
  const choose = (choice: string) =>
    model.handle({ type: 'client.wrote', contact: wang, language: null, words: null, choice })
  const row = () => {
    const found = model.conversations.get(id)
    if (!found) throw new Error('gone')
    return found
  }
  const at = () => {
    const { position } = row()
    return position && nameOf(position)
  }
  const heard = () => model.said(id).at(-1) ?? ''
  return { model, id, write, choose, row, at, heard }
}

describe('in writing', () => {
  test('numbers, words and synonyms lead on; back, over again and out lead home', () => {
    const { write, at } = open()
    write('认罪认罚')
    expect(at()).toBe('plea-process/what')
    write('2')
    expect(at()).toBe('plea-process/meaning')
    write('什么是自愿的')
    expect(at()).toBe('plea-process/voluntary')
    write('签字')
    expect(at()).toBe('plea-process/signing')
    write('返回')
    expect(at()).toBe('plea-process/voluntary')
    write('下一步')
    expect(at()).toBe('plea-process/leniency')
    write('重来')
    expect(at()).toBe('plea-process/what')
    write('退出')
    expect(at()).toBeNull()
  })

  test('1 is the lawyer at every step, as on a phone', () => {
    const { write, row } = open()
    write('认罪认罚')
    write('3')
    write('1')
    expect(row().state).toBe('waiting')
    expect(row().walk.seen).toEqual(['plea-process/what', 'plea-process/voluntary'])
  })

  test('from every step of every flow, in both languages, one choice asks for the lawyer', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const flow of real.flows.filter((one) => one.language === language)) {
        for (const step of Object.keys(flow.steps)) {
          const { choose, write, row, at, heard } = open(language)
          choose(goTo({ flow: flow.id, step }))
          expect(at()).toBe(`${flow.id}/${step}`)
          expect(row().choices[0]).toBe('lawyer')
          expect(row().choices.length).toBeLessThanOrEqual(10)
          expect(heard().length).toBeLessThanOrEqual(1200)
          for (const choice of row().choices)
            expect(new TextEncoder().encode(choice).length).toBeLessThanOrEqual(64)
          write(language === 'en' ? 'lawyer' : '律师')
          expect(row().state).toBe('waiting')
        }
      }
    }
  })

  test('words that mean nothing are kept, answered, and the place is not lost', () => {
    const { write, at, heard, row } = open()
    write('认罪认罚')
    write('2')
    write('嗯嗯我想想啊')
    expect(heard()).toContain('收到了')
    expect(row().choices).toContain('go:plea-process:voluntary')
    expect(at()).toBe('plea-process/meaning')
    write('2')
    expect(at()).toBe('plea-process/voluntary')
  })

  test('a question in the middle is answered, and back leads to where they were', () => {
    const { write, at, heard } = open()
    write('认罪认罚')
    write('2')
    write('那我取保候审能去外地打工吗')
    expect(at()).toBe('bail-duties/travel')
    expect(heard()).toContain('书面申请')
    write('返回')
    expect(at()).toBe('plea-process/meaning')
  })

  test('danger in the middle of a step beats the step', () => {
    const { write, at, heard } = open()
    write('认罪认罚')
    write('有人拿刀在砍我')
    expect(at()).toBe('redirects/danger')
    expect(heard()).toMatch(/^请马上打110/)
  })

  test('days later: one line of where they were, and on', () => {
    const { model, write, at, heard } = open()
    write('认罪认罚')
    write('2')
    model.pass(3 * 86_400_000)
    write('下一步')
    expect(heard()).toMatch(/^接着上次：您看到“认罪、认罚各指什么”。\n/)
    expect(at()).toBe('plea-process/voluntary')
    write('下一步')
    expect(heard()).not.toContain('接着上次')
    model.pass(2 * 86_400_000)
    write('我又来了')
    expect(heard()).toMatch(/^接着上次/)
    expect(at()).toBe('plea-process/leniency')
  })

  test('a conversation keeps the version of a flow it began with; a new one gets the newest', () => {
    const files = contentFiles()
    const plea = files.find(({ name }) => name === 'plea-process.yaml')
    const raised = (plea?.text ?? '')
      .replace('version: 1\ntitle', 'version: 2\ntitle')
      .replace('自愿如实供述自己的罪行，承认', '（新版）自愿如实供述自己的罪行，承认')
    const later = readContent([
      ...files.filter(
        ({ name }) => name !== 'plea-process.yaml' && !name.startsWith('archive/plea-process'),
      ),
      { name: 'plea-process.yaml', text: raised },
      { name: 'archive/plea-process@1.yaml', text: plea?.text ?? '' },
    ])
    const began = open()
    began.write('认罪认罚')
    Object.assign(began.model.content, { flows: later.flows })
    began.write('重听')
    expect(began.heard()).not.toContain('新版')
    const fresh = open('zh-CN', later)
    fresh.write('认罪认罚')
    expect(fresh.heard()).toContain('（新版）')
  })

  test('the questions of the way in are kept, and the lawyer sees them with what was read', () => {
    const { model, write, row, id } = open()
    write('你好')
    for (const answer of ['我本人', '刑事', '检察院', '取保候审', '没有']) write(answer)
    expect(row().intake).toEqual({
      role: 'self',
      matter: 'criminal',
      stage: 'prosecution_review',
      measure: 'bail',
      defender: 'no',
    })
    write('了解认罪认罚')
    write('明天要去检察院签字')
    expect(row().urgent).toBe(true)
    write('律师')
    model.handle({
      type: 'offer.accepted',
      offer: model.open('a')[0]?.id ?? '',
      lawyer: 'a',
      via: 'telegram',
    })
    const walked = model.log.find(
      ({ type, conversation }) => type === 'walked' && conversation === id,
    )
    expect(walked?.words?.text).toBe(
      [
        '紧急：一天内要讯问、签字或者开庭，或者情况危急',
        '自述：本人、刑事、审查起诉、取保候审、没有辩护人',
        '看过：什么是认罪认罚从宽、签之前看什么',
      ].join('\n'),
    )
    const told = [...model.outbox.values()].map(({ content }) => model.words.get(content ?? ''))
    expect(told.some((text) => text?.startsWith('紧急：'))).toBe(true)
    model.handle({ type: 'record.kept', conversation: id, lawyer: 'a', fields: { charge: '盗窃' } })
    expect(model.records.get(id)).toMatchObject({
      stage: 'prosecution_review',
      explained: ['什么是认罪认罚从宽', '签之前看什么'],
    })
  })

  test('whoever is questioned now, or in despair, gets a person without asking', () => {
    for (const words of ['我现在在派出所，他们让我签笔录', '我不想活了']) {
      const { write, row } = open()
      write(words)
      expect(row()).toMatchObject({ state: 'waiting', urgent: true })
    }
  })

  test('“我认罪” said to the guide goes nowhere', () => {
    const { model, write, heard } = open()
    write('我认罪我认罚快告诉检察官')
    expect(heard()).toContain('不会转告办案机关')
    expect(model.log.map(({ type }) => type)).not.toContain('queued')
  })

  test('what triage found is on record by rule, never by words', () => {
    const { model, write } = open()
    write('我是李四，明天去派出所')
    const line = model.log.find(({ type }) => type === 'triaged')
    expect(line?.data).toEqual({
      outcome: 'explain',
      step: 'police-call/ask',
      urgent: 'within_a_day',
    })
  })
})
