import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfText } from '../pdf-text.ts'
import { Office } from './record-desk.ts'

/**
 * What goes with the case holds nothing anybody typed (Art. 28 ¶2; R28.2), whatever stands in whichever field. Each text
 * field gets random words of its own, and none of them is in any form of the extract.
 */

let office: Office
beforeAll(async () => {
  office = await Office.open()
  await office.li.post('/presence', { state: 'off' })
})
afterAll(() => office.desk.close())

/** Rare characters, so that no word of a heading holds two of them side by side. */
const letters = [...'鬯麤龘靐齉爩鱻厵籱灪麷驫羴猋掱毳']
const typed = fc
  .array(fc.constantFrom(...letters), { minLength: 6, maxLength: 12 })
  .map((found) => found.join(''))

const used: string[] = []
function words(): string {
  const [word = ''] = fc.sample(typed, { numRuns: 1, seed: used.length + 2026 })
  used.push(word)
  return word
}

/** A talk with every kind of paper, each text field filled. */
async function everything(): Promise<void> {
  const { zhang, chen } = office
  const plea = ['objection', 'range', 'circumstances', 'leniency']
  const conversation = await office.talk({
    charge: words(),
    question: words(),
    answer: words(),
    checks: {
      plea: 'willing',
      ticks: ['rules', 'rights', ...plea],
      notApplicable: { answered: words(), procedure: words() },
      services: ['apply_change_measure'],
    },
  })
  const file = async (path: string, body: object): Promise<string> => {
    const filed = await zhang.post(path, { conversation, ...body })
    expect(`${path} ${filed.status}`).toBe(`${path} 201`)
    return filed.body.id
  }
  const sent = () => ({ method: words(), to: words(), proof: words() })
  const ticks = { willing: true, knows: true }
  const told = await file('/plea-notices', { authority: words(), person: words(), ...ticks })
  await zhang.post(`/plea-notices/${told}/sent`, sent())
  await file('/affidavits', {
    person: words(),
    reference: words(),
    place: 'onsite',
    voluntary: true,
    outcome: 'signed_with_objection',
    objections: words(),
    opinion: words(),
    copy: 'c'.repeat(64),
    copyName: words(),
  })
  const opinion = await file('/opinions', {
    authority: words(),
    person: words(),
    facts: words(),
    leniency: words(),
    procedure: words(),
    other: words(),
  })
  await zhang.post(`/papers/${opinion}/sent`, sent())
  await zhang.post(`/opinions/${opinion}/answer`, { adopted: 'partly', reason: words() })
  const application = await file('/aid-applications', { person: words(), grounds: words() })
  await zhang.post(`/papers/${application}/sent`, sent())
  await file('/help-forms', {
    person: words(),
    authority: words(),
    charge: words(),
    measure: words(),
    help: ['legal_advice'],
    oral: true,
    readBack: true,
  })
  await zhang.post(`/conversations/${conversation}/refusal`, {
    stage: 'prosecution_review',
    note: words(),
  })
  await chen.post('/quality/complaints', { lawyer: 'zhang', conversation, about: words() })
  expect((await office.close(conversation)).status).toBe(200)
  // The time for the record, so that the next one comes to Zhang too.
  await office.desk.pass(60)
  for (const line of (await zhang.get('/ledger')).body.items) {
    await zhang.post(`/ledger/${line.id}/corrections`, {
      charge: words(),
      question: words(),
      answer: words(),
      reason: words(),
    })
  }
}

const found = (text: string): string[] =>
  used.filter((word) => {
    // Not whole alone: a cell may be cut.
    for (let at = 0; at + 3 <= word.length; at++)
      if (text.includes(word.slice(at, at + 3))) return true
    return false
  })

test('random words in every text field: in no form of the extract, and all of them in the internal view', async () => {
  for (let round = 0; round < 3; round++) await everything()
  expect(used.length).toBeGreaterThan(100)
  const { chen } = office
  const inside = JSON.stringify((await chen.get('/ledger?history=true')).body)
  expect(found(inside).length).toBeGreaterThan(20)

  for (const history of ['', '&history=true']) {
    const json = await chen.get(`/ledger?view=transfer${history}`)
    expect(json.body.items.length).toBeGreaterThan(5)
    expect(found(JSON.stringify(json.body))).toEqual([])
    const csv = await chen.get(`/ledger?view=transfer&format=csv${history}`)
    expect(found(csv.body)).toEqual([])
    const xlsx = await office.bytesOf(chen, `/ledger?view=transfer&format=xlsx${history}`)
    const book = new exceljs.Workbook()
    await book.xlsx.load(xlsx.body)
    const cells: string[] = []
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => cells.push(JSON.stringify(cell.value)))),
    )
    expect(cells.length).toBeGreaterThan(40)
    expect(found(cells.join('\n'))).toEqual([])
    const pdf = await office.bytesOf(chen, `/ledger?view=transfer&format=pdf${history}`)
    expect(found((await pdfText(pdf.body)).text)).toEqual([])
  }
})
