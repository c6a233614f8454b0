import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentsOf, type Served, total } from '../../src/desk/dossier/allowance.ts'
import type { RateBody } from '../../src/desk/dossier/paper-centre.ts'

/** Allowances (Art. 30): effective-dated local rates, and nothing counted twice. */

const rate = (unit: RateBody['unit'], amount: number, more: Partial<RateBody> = {}): RateBody => ({
  unit,
  services: ['explain_plea_law', 'present_at_affidavit'],
  amount,
  from: '2026-01-01',
  to: null,
  basis: '江财行〔2026〕1号',
  besideDay: false,
  ...more,
})
const served = (line: string, date: string, more: Partial<Served> = {}): Served => ({
  line,
  date,
  person: line,
  case: line,
  services: ['legal_advice', 'explain_plea_law'],
  ...more,
})
const said = (payments: ReturnType<typeof paymentsOf>) =>
  payments.map(({ unit, date, amount, lines }) =>
    `${date} ${unit} ${amount} ${lines.join('+')}`.trim(),
  )

describe('a day of duty', () => {
  const duty = [
    { date: '2026-11-23', minutes: 480 },
    { date: '2026-11-24', minutes: 240 },
    { date: '2026-11-25', minutes: 0 },
  ]

  test('is paid as a day, or half of one, whatever was done in it', () => {
    const lines = [served('a', '2026-11-23'), served('b', '2026-11-23')]
    const rates = [rate('working_day', 38500), rate('half_day', 19500)]
    expect(said(paymentsOf(rates, duty, lines))).toEqual([
      '2026-11-23 working_day 38500 a+b',
      '2026-11-24 half_day 19500',
    ])
    expect(total(paymentsOf(rates, duty, lines))).toBe(58000)
  })

  test('is not paid again by case, unless the rate says so', () => {
    const lines = [served('a', '2026-11-23'), served('b', '2026-11-26')]
    const day = rate('working_day', 20000)
    expect(said(paymentsOf([day, rate('case', 50000)], duty.slice(0, 1), lines))).toEqual([
      '2026-11-23 working_day 20000 a',
      '2026-11-26 case 50000 b',
    ])
    const beside = rate('case', 50000, { besideDay: true })
    expect(said(paymentsOf([day, beside], duty.slice(0, 1), lines))).toEqual([
      '2026-11-23 working_day 20000 a',
      '2026-11-23 case 50000 a',
      '2026-11-26 case 50000 b',
    ])
  })
})

test('one case is one case, however many lines; one person a day is one person', () => {
  const lines = [
    served('a', '2026-11-23', { case: 'talk', person: 'zhao' }),
    served('b', '2026-11-23', { case: 'talk', person: 'zhao' }),
    served('c', '2026-11-24', { case: 'talk', person: 'zhao' }),
    served('d', '2026-11-24', { case: 'other', services: ['legal_advice'] }),
  ]
  expect(said(paymentsOf([rate('case', 100)], [], lines))).toEqual(['2026-11-23 case 100 a'])
  expect(said(paymentsOf([rate('person', 100)], [], lines))).toEqual([
    '2026-11-23 person 100 a',
    '2026-11-24 person 100 c',
  ])
})

test('the rate of the day holds: the one that began last, and none outside its time', () => {
  const rates = [
    rate('working_day', 20000, { to: '2026-06-30' }),
    rate('working_day', 22000, { from: '2026-07-01' }),
    rate('working_day', 25000, { from: '2026-09-01' }),
  ]
  const duty = ['2025-12-31', '2026-06-30', '2026-07-01', '2026-09-01'].map((date) => ({
    date,
    minutes: 480,
  }))
  expect(paymentsOf(rates, duty, []).map(({ date, amount }) => [date, amount])).toEqual([
    ['2026-06-30', 20000],
    ['2026-07-01', 22000],
    ['2026-09-01', 25000],
  ])
})

test('no line is paid by two cases, and no day twice, whatever the month', () => {
  const dates = fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}`)
  const some = fc.array(fc.record({ date: dates, who: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(some, fc.uniqueArray(dates), fc.boolean(), (all, duty, besideDay) => {
      const lines = all.map(({ date, who }, n) =>
        served(String(n), date, { person: `p${who}`, case: `c${who}` }),
      )
      const rates = [rate('working_day', 100), rate('case', 10, { besideDay })]
      const found = paymentsOf(
        rates,
        duty.map((date) => ({ date, minutes: 480 })),
        lines,
      )
      const days = found.filter(({ unit }) => unit === 'working_day')
      const cases = found.filter(({ unit }) => unit === 'case').flatMap((one) => one.lines)
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      expect(new Set(cases).size).toBe(cases.length)
      expect(cases.length).toBeLessThanOrEqual(3)
      if (!besideDay) {
        const ofDays = new Set(days.flatMap((one) => one.lines))
        expect(cases.filter((line) => ofDays.has(line))).toEqual([])
      }
    }),
  )
})
