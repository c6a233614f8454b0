import { describe, expect, test } from 'vitest'
import { accuracy, type Case, scores } from '../../scripts/eval/measure.ts'
import { guarded, orders, recorded, redaction, stepsByRule } from '../../scripts/eval/runs.ts'
import { lines } from '../../scripts/eval/sets.ts'
import { isIdentity, isLuhn } from '../../src/assist/redact/digits.ts'
import { Redactor } from '../../src/assist/redact/redact.ts'

/** The labelled sets, line by line: what leaves the house, what comes back, and what is shown. */

const wrong = (cases: Case[]): string[] =>
  cases
    .filter(({ want, got }) => want !== got)
    .map(({ want, got, text }) => `${want} but ${got}: ${text}`)

describe('redaction', () => {
  const sets = lines('redact')

  test('hundreds of lines, and every number in them is hidden', () => {
    expect(sets.length).toBeGreaterThan(300)
    const numbers = sets.flatMap(([secrets = '', text = '']) =>
      secrets
        .split('|')
        .filter((one) => /\d{4,}/.test(one))
        .map((one) => [one, text]),
    )
    expect(numbers.length).toBeGreaterThan(150)
    const missed = numbers.filter(([one = '', text = '']) =>
      new Redactor().hide(text).includes(one),
    )
    expect(missed).toEqual([])
  })

  test('names too, but for a few that read like words; and little else', () => {
    const cases = redaction()
    const of = (name: string) => scores(cases).find((one) => one.name === name)
    expect(of('hidden')?.recall).toBeGreaterThan(0.985)
    expect(of('nothing')?.recall).toBeGreaterThan(0.95)
  })

  test('everything is put back as it was, and the same words have the same placeholder', () => {
    for (const [, text = ''] of sets) {
      const redactor = new Redactor()
      expect(redactor.restore(redactor.hide(text))).toBe(text)
    }
    const redactor = new Redactor(['张敏'])
    const first = redactor.hide('王小明的电话13800138000，找张敏律师')
    expect(first).toBe('〔姓名1〕的电话〔电话1〕，找〔姓名2〕律师')
    expect(redactor.hide('还是13800138000')).toBe('还是〔电话1〕')
    expect(redactor.restore('请联系〔姓名7〕')).toBeNull()
  })

  test('a placeholder a client made up is none', () => {
    const redactor = new Redactor()
    const hidden = redactor.hide('我写的是〔姓名1〕，我叫王小明')
    expect(hidden).not.toContain('我写的是〔姓名1〕')
    expect(redactor.restore(hidden)).toBe('我写的是〔姓名1〕，我叫王小明')
  })

  test('check digits', () => {
    expect(isIdentity('11010519491231002X')).toBe(true)
    expect(isIdentity('110105194912310021')).toBe(false)
    expect(isLuhn('4539578763621486')).toBe(true)
    expect(isLuhn('4539578763621487')).toBe(false)
  })
})

test('the guard refuses every forbidden line, and shows every honest one', () => {
  const cases = guarded()
  expect(cases.length).toBeGreaterThan(250)
  expect(wrong(cases)).toEqual([])
})

test('words that speak to a machine are withheld; words to a lawyer are not', () => {
  expect(wrong(orders())).toEqual([])
})

test('answers that were recorded are read and judged as before', () => {
  expect(wrong(recorded())).toEqual([])
})

test('the search by words finds a step that answers', () => {
  expect(accuracy(stepsByRule())).toBeGreaterThan(0.75)
})
