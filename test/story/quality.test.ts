import exceljs from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Person, smallDesk, TestDesk } from '../harness.ts'
import { pdfText } from '../pdf-text.ts'

/** Allowances and quality (Art. 30, 31, 34). It is Monday 2026-11-23, 10:00. */

let desk: TestDesk
let chen: Person
let zhang: Person
let li: Person
beforeEach(async () => {
  const file = smallDesk()
  const office = { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] }
  desk = await TestDesk.open({
    ...file,
    shifts: file.shifts.map((shift) => ({ ...shift, ...office })),
  })
  chen = await desk.signIn('chen')
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
})
afterEach(() => desk.close())

const code = ({ status, body }: { status: number; body: any }) =>
  `${status} ${body.error?.code} ${body.error?.fields ?? ''}`.trim()
const month = 'from=2026-11-01T00:00:00%2B08:00&to=2026-12-01T00:00:00%2B08:00'

/** Zhang advises somebody who is willing to plead. */
async function advised(): Promise<string> {
  const client = await desk.openChat()
  await client.write('律师')
  const by = (await zhang.offers()).length > 0 ? zhang : li
  await by.takeFirst()
  const { conversation } = client
  await by.put(`/conversations/${conversation}/record`, {
    charge: '盗窃',
    question: '问',
    answer: '答',
    checks: {
      plea: 'willing',
      ticks: [
        'rules',
        'rights',
        'answered',
        'objection',
        'range',
        'circumstances',
        'leniency',
        'procedure',
      ],
    },
  })
  await by.post(`/conversations/${conversation}/close`, { outcome: 'answered' })
  return conversation
}

test('rates are set by a coordinator; a lawyer sees their own statement; finance gets a table', async () => {
  await advised()
  const rate = {
    unit: 'working_day',
    amount: 38500,
    from: '2026-01-01',
    basis: '江财行〔2026〕1号',
  }
  expect(code(await zhang.post('/allowances/rates', rate))).toBe('403 forbidden')
  expect((await chen.post('/allowances/rates', rate)).status).toBe(201)
  const plea = { services: ['explain_plea_law'], amount: 109600, from: '2026-01-01' }
  await chen.post('/allowances/rates', { unit: 'case', ...plea })
  desk.now = Date.UTC(2026, 10, 24, 10)
  const due = async (who: Person) => (await who.get(`/allowances?${month}`)).body
  // Weekdays of November so far: Monday 2nd to Tuesday 24th; the case fell on a day that is paid.
  const own = await due(zhang)
  expect(
    own.items.every(({ lawyer, unit }: any) => lawyer === 'zhang' && unit === 'working_day'),
  ).toBe(true)
  expect(own.items.at(-1).date).toBe('2026-11-24')
  expect(own.total).toBe(38500 * own.items.length)
  const paid = own.items.filter(({ lines }: any) => lines.length > 0)
  expect(paid.map(({ date }: any) => date)).toEqual(['2026-11-23'])
  expect(new Set((await due(chen)).items.map(({ lawyer }: any) => lawyer))).toEqual(
    new Set(['zhang', 'li', 'wang']),
  )
  const answer = await fetch(`${desk.url}/api/allowances?${month}&format=xlsx&lawyer=zhang`, {
    headers: { cookie: chen.cookie },
  })
  const book = new exceljs.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const sheet = book.worksheets[0]
  expect(sheet?.getCell('A2').value).toBe('值班律师法律帮助补贴明细表')
  expect(sheet?.lastRow?.getCell(1).value).toBe('合计')
  expect(sheet?.lastRow?.getCell(8).value).toBe((own.total / 100).toFixed(2))
})

test('a sample is the same each time; scored, called, complained of, and told once a year', async () => {
  await advised()
  desk.now += 60_000
  await advised()
  desk.now += 60_000
  const drawn = async () => (await chen.get(`/quality/sample?${month}&share=5`)).body.items
  const [first, ...rest] = await drawn()
  expect(await drawn()).toEqual([first, ...rest])
  expect(code(await zhang.get(`/quality/sample?${month}`))).toBe('403 forbidden')

  const scores = {
    timeliness: 18,
    identity: 10,
    checklist: 25,
    correctness: 18,
    record: 14,
    rating: 9,
  }
  const review = (more: object = {}) =>
    chen.post('/quality/reviews', { line: first.line, scores, ...more })
  expect(code(await review({ scores: { ...scores, identity: 11 } }))).toBe(
    '400 malformed scores.identity',
  )
  expect(code(await review({ line: 'none' }))).toBe('404 not_found line')
  expect(code(await zhang.post('/quality/reviews', { line: first.line, scores }))).toBe(
    '403 forbidden',
  )
  expect((await review()).body).toMatchObject({ score: 94, band: 'excellent' })
  desk.now += 1000
  expect((await review({ veto: 'fee' })).body.band).toBe('fail')
  const call = { line: first.line, reached: true, satisfaction: 5 }
  expect((await chen.post('/quality/follow-ups', call)).status).toBe(201)
  expect((await drawn())[0]).toMatchObject({ score: 94, band: 'fail', followedUp: true })

  const { lawyer } = first
  const about = { lawyer, about: '没有按时回电' }
  const complaint = await chen.post('/quality/complaints', about)
  expect(code(await zhang.get('/quality/complaints'))).toBe('403 forbidden')
  const found = { finding: '属实', referredTo: '江城市律师协会' }
  const path = `/quality/complaints/${complaint.body.id}/answer`
  expect(code(await li.post(path, found))).toBe('403 forbidden')
  expect((await chen.post(path, found)).status).toBe(200)
  expect(code(await chen.post(path, found))).toBe('409 already_decided')
  expect((await chen.get('/quality/complaints')).body.items).toMatchObject([
    { state: 'referred', about: '没有按时回电', finding: '属实' },
  ])

  desk.now += 60_000
  const own = lawyer === 'zhang' ? zhang : li
  const other = lawyer === 'zhang' ? li : zhang
  const year = (await own.get(`/quality/lawyers/${lawyer}?year=2026`)).body
  expect(year).toMatchObject({
    reviewed: 2,
    score: 94,
    bands: { excellent: 1, fail: 1 },
    followed: 1,
    satisfied: 5,
    complaints: 1,
    upheld: 1,
  })
  expect(year.services.explain_plea_law).toBe(year.lines)
  expect(code(await other.get(`/quality/lawyers/${lawyer}?year=2026`))).toBe('403 forbidden')
  const pdf = await fetch(`${desk.url}/api/quality/lawyers/${lawyer}?year=2026&format=pdf`, {
    headers: { cookie: chen.cookie },
  })
  const { text } = await pdfText(await pdf.arrayBuffer())
  expect(text).toContain('2026年度值班律师履职情况')
  expect(text).not.toContain('盗窃')
  expect(text).not.toContain('没有按时回电')
})
