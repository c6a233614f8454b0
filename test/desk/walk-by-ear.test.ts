import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read.ts'
import type { ContactRef } from '../../src/desk/event.ts'
import { nameOf, standing } from '../../src/desk/walk.ts'
import { contentFiles } from '../../src/setup/files.ts'
import { always, desk, lawyer, monday10 } from './fixture.ts'
import { Model } from './model.ts'

/** Walking the real flows by ear. */

const real = readContent(contentFiles())

describe('by ear', () => {
  const caller: ContactRef = { id: 'tel', channel: 'phone', address: '+8613900000000' }
  function ring(content = real) {
    const model = new Model(desk([lawyer('a')], [always('a')]), content, monday10)
    model.handle({ type: 'call.arrived', contact: caller, leg: 'CA1', to: '+862712345678' })
    const leg = () => model.legs.get('CA1')
    const step = (digits = '', speech = '') =>
      model.handle({
        type: 'leg.stepped',
        leg: 'CA1',
        sid: 'CA1',
        step: leg()?.step ?? 0,
        digits,
        speech,
      })
    const row = () => model.conversations.get(leg()?.conversation ?? '')
    const at = () => {
      const position = row()?.position
      return position ? nameOf(position) : null
    }
    const heard = () => (leg()?.script?.lines ?? []).map(({ parts }) => parts.join('')).join('\n')
    return { model, leg, step, at, row, heard }
  }

  test('keys lead on, 0 repeats, * goes back, 1 is the lawyer; every chunk fits a breath', () => {
    const { step, at, heard, row, leg } = ring()
    step('2')
    expect(at()).toBe('plea-process/what')
    step('2')
    expect(at()).toBe('plea-process/meaning')
    const once = heard()
    step('0')
    expect(heard()).toBe(once)
    step('3')
    expect(at()).toBe('plea-process/leniency')
    step('*')
    expect(at()).toBe('plea-process/meaning')
    for (const { parts } of leg()?.script?.lines ?? [])
      expect(parts.join('').length).toBeLessThan(200)
    for (const told of ['请按1', '请按0', '请按星号键']) expect(heard()).toContain(told)
    step('*')
    step('*')
    expect(leg()?.at).toBe('menu')
    step('2')
    step('1')
    expect(row()?.state).toBe('waiting')
  })

  test('speech leads on as keys do, and a question is answered where it is explained', () => {
    const { step, at, heard } = ring()
    step('', '认罪认罚')
    expect(at()).toBe('plea-process/what')
    step('', '下一步')
    expect(at()).toBe('plea-process/meaning')
    step('', '取保候审能去外地吗')
    expect(at()).toBe('bail-duties/travel')
    step('', '返回')
    expect(at()).toBe('plea-process/meaning')
    step('', '有人拿刀在砍我')
    expect(heard()).toContain('拨打110')
  })

  test('who waits may listen and keeps the place; the lawyer’s answer ends the lesson', () => {
    const { model, step, at, row, leg } = ring()
    step('1')
    step('2')
    expect(row()?.state).toBe('waiting')
    step('3')
    expect(at()).toBe('plea-process/voluntary')
    expect(row()?.waitingSince).toBe(monday10)
    const phone = [...model.legs.values()].find(({ lawyer: who }) => who === 'a')
    const press = (digits: string) =>
      model.handle({
        type: 'leg.stepped',
        leg: phone?.id ?? '',
        sid: 'x',
        step: model.legs.get(phone?.id ?? '')?.step ?? 0,
        digits,
        speech: '',
      })
    press('')
    press('1')
    step()
    expect(leg()?.script?.next).toMatchObject({ do: 'join' })
  })

  test('from every step key 1 is the lawyer, and its keys lead where they say', () => {
    for (const flow of real.flows.filter(({ language }) => language === 'zh-CN')) {
      for (const id of Object.keys(flow.steps)) {
        const { model, step, row, leg, at } = ring()
        step('2')
        const c = row()
        if (!c) throw new Error('gone')
        model.conversations.set(c.id, { ...c, position: { flow: flow.id, step: id } })
        step('0')
        const there = standing(real, c, { flow: flow.id, step: id })
        there?.at.choices.forEach((_, index) => {
          expect(
            leg()
              ?.script?.lines.map(({ parts }) => parts.join(''))
              .join(''),
          ).toContain(`请按${index + 2}`)
        })
        if ((there?.at.choices.length ?? 0) > 0) {
          step('2')
          expect(at()).not.toBe(`${flow.id}/${id}`)
        }
        step('1')
        expect(row()?.state).toBe('waiting')
      }
    }
  })
})
