import exceljs from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person, TestDesk } from '../harness.ts'
import { pdfText } from '../pdf-text.ts'
import { code, lines, Office, SECRET } from './record-desk.ts'

/** The work ledger (Art. 28): filled by what happens, corrected by lines of its own, handed over. */

let desk: TestDesk
let chen: Person
let zhang: Person
let li: Person
let office: Office
beforeEach(async () => {
  office = await Office.open()
  ;({ desk, chen, zhang, li } = office)
})
afterEach(() => desk.close())

describe('the ledger', () => {
  test('a correction is a line of its own, with a reason; the old one stays as it was', async () => {
    await office.close(await office.talk())
    const [line] = await lines(zhang)
    const ask = (more: object, who = zhang) => who.post(`/ledger/${line.id}/corrections`, more)
    expect(code(await ask({ charge: '诈骗' }))).toBe('400 reason_needed reason')
    expect(code(await ask({ charge: '诈骗', reason: '笔误' }, li))).toBe('403 forbidden')
    expect(code(await ask({ charge: '诈骗', reason: '笔误' }, chen))).toBe('403 forbidden')
    expect(code(await ask({ answer: ' ', reason: '笔误' }))).toBe('409 record_incomplete answer')
    desk.now += 1000
    const { status, body } = await ask({ charge: '诈骗', reason: '笔误' })
    expect(status).toBe(201)
    expect(await lines(zhang)).toMatchObject([
      { id: body.id, charge: '诈骗', question: SECRET, corrects: line.id, reason: '笔误' },
    ])
    expect(await lines(zhang, '?history=true')).toMatchObject([
      { id: line.id, charge: '盗窃', correctedBy: body.id },
      { id: body.id, charge: '诈骗' },
    ])
    expect(code(await ask({ charge: '抢劫', reason: '再改' }))).toBe('409 already_decided')
    expect(
      (await zhang.post(`/ledger/${body.id}/corrections`, { charge: '抢劫', reason: '再改' }))
        .status,
    ).toBe(201)
    expect(await lines(li)).toEqual([])
  })

  test('XLSX opens with the centre’s heading, and what looks like a formula is text', async () => {
    await office.close(await office.talk())
    const { status, type, body } = await office.bytesOf(chen, '/ledger?format=xlsx')
    expect(status).toBe(200)
    expect(type).toContain('spreadsheetml')
    const book = new exceljs.Workbook()
    await book.xlsx.load(body)
    const sheet = book.worksheets[0]
    expect(sheet?.getCell('A1').value).toBe('江城市法律援助中心')
    expect(sheet?.getCell('A2').value).toBe('值班律师工作台账')
    const head = sheet?.getRow(4).values as string[]
    const row = sheet?.getRow(5)
    const cell = (title: string) => row?.getCell(head.indexOf(title)).value
    expect(cell('执业证号')).toBe('14201201010000001')
    expect(cell('涉嫌罪名')).toBe('盗窃')
    expect(cell('提供的法律解答')).toBe('=HYPERLINK 先不要签字')
    expect(cell('开始时间')).toBe('2026-11-23 10:00')
    const pdf = await office.bytesOf(chen, '/ledger?format=pdf')
    const { text, embedded } = await pdfText(pdf.body)
    expect(text).toContain('值班律师工作台账')
    expect(text).toContain('盗窃')
    expect(embedded).toBe(1)
    expect((await office.bytesOf(li, '/ledger?format=xlsx')).status).toBe(200)
  })

  test('what goes with the case holds no free text, in any form, by any column', async () => {
    const conversation = await office.talk({ checks: { plea: 'willing', ticks: [] } })
    await zhang.post('/plea-notices', {
      conversation,
      authority: '江城市人民检察院',
      person: '赵一',
      willing: true,
      knows: true,
    })
    await zhang.post('/affidavits', {
      conversation,
      person: '赵一',
      reference: '5号',
      place: 'onsite',
      voluntary: true,
      outcome: 'signed_with_objection',
      objections: '量刑过重',
      opinion: SECRET,
      copy: 'b'.repeat(64),
    })
    const [line] = await lines(zhang)
    await zhang.post(`/ledger/${line.id}/corrections`, { reason: SECRET, charge: '诈骗罪' })
    const words = /现场其实|不在现场|HYPERLINK|签字|盗窃|诈骗|量刑过重|赵一|愿意/
    const json = await chen.get('/ledger?view=transfer&history=true')
    expect(json.body.items).toHaveLength(2)
    expect(JSON.stringify(json.body)).not.toMatch(words)
    const csv = (await chen.get('/ledger?view=transfer&format=csv&history=true')).body
    expect(csv).toContain('签署具结书在场'.slice(0, 3))
    expect(csv.replaceAll('签署具结书', '').replaceAll('认罪认罚具结书', '')).not.toMatch(words)
    const pdf = await pdfText((await office.bytesOf(chen, '/ledger?view=transfer&format=pdf')).body)
    expect(pdf.text).toContain('随案移送')
    expect(pdf.text.replaceAll('签署', '')).not.toMatch(words)
    const columns = [{ key: 'answer', title: '解答' }]
    const asked = { view: 'transfer', columns }
    expect(code(await chen.put('/ledger/layouts/police', asked))).toBe(
      '400 malformed columns.answer',
    )
    expect(code(await chen.put('/ledger/layouts/police', { ...asked, view: 'internal' }))).toBe(
      '400 malformed view',
    )
  })

  test('in the columns agreed with an authority, handed over with a checksum and a receipt', async () => {
    await office.close(await office.talk())
    const form = {
      view: 'internal',
      title: '法律帮助月报',
      columns: [
        { key: 'lawyer', title: '律师姓名' },
        { key: 'licence', title: '证号' },
        { key: 'charge', title: '案由' },
      ],
    }
    expect(code(await zhang.put('/ledger/layouts/bureau', form))).toBe('403 forbidden')
    expect((await chen.put('/ledger/layouts/bureau', form)).status).toBe(200)
    const raw = await office.bytesOf(chen, '/ledger?format=csv&authority=bureau')
    expect([...new Uint8Array(raw.body).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const csv = (await chen.get('/ledger?format=csv&authority=bureau')).body
    expect(csv).toBe('律师姓名,证号,案由\r\n张敏,"\t14201201010000001",盗窃\r\n')
    expect(code(await chen.get('/ledger?format=csv&authority=nobody'))).toBe('404 not_found')

    const span = { from: '2026-11-01T00:00:00+08:00', to: '2026-12-01T00:00:00+08:00' }
    const made = await chen.post('/ledger/batches', { authority: 'bureau', ...span })
    expect(made.body).toMatchObject({
      lines: 1,
      state: 'made',
      sent: null,
      authorityName: '江城市司法局',
    })
    expect(made.body.checksum).toMatch(/^[0-9a-f]{64}$/)
    const [line] = await lines(zhang)
    await zhang.post(`/ledger/${line.id}/corrections`, { charge: '诈骗', reason: '笔误' })
    // As it was handed over, whatever was corrected since.
    const file = await chen.get(`/ledger/batches/${made.body.id}/file?format=csv`)
    expect(file.body).toBe(csv)
    const xlsx = await office.bytesOf(chen, `/ledger/batches/${made.body.id}/file`)
    const book = new exceljs.Workbook()
    await book.xlsx.load(xlsx.body)
    expect(book.worksheets[0]?.getCell('A2').value).toBe('法律帮助月报')
    expect(book.worksheets[0]?.getCell('A4').value).toContain(made.body.checksum)
    const got = await chen.post(`/ledger/batches/${made.body.id}/receipt`, {
      method: '系统',
      to: '刘科长',
      proof: '回执3号',
    })
    expect(got.body).toMatchObject({ state: 'received', sent: { proof: '回执3号' } })
    await chen.put('/ledger/layouts/bureau', { ...form, columns: form.columns.slice(0, 1) })
    expect(code(await chen.get(`/ledger/batches/${made.body.id}/file?format=csv`))).toBe(
      '409 batch_changed',
    )
    expect(code(await zhang.get('/ledger/batches'))).toBe('403 forbidden')
  })

  test('a month that is not handed over in time is on the overdue list', async () => {
    await office.close(await office.talk())
    const form = { view: 'transfer', columns: [{ key: 'lawyer', title: '律师' }] }
    await chen.put('/ledger/layouts/police', form)
    await chen.put('/ledger/hand-over', { day: 5 })
    const state = async () =>
      (await chen.get('/ledger/hand-over')).body.items.map(
        ({ month, authority, state: s }: any) => `${month} ${authority} ${s}`,
      )
    expect(await state()).toEqual([])
    desk.now = Date.UTC(2026, 11, 2)
    chen = await desk.signIn('chen')
    expect(await state()).toEqual(['2026-11 police due'])
    desk.now = Date.UTC(2026, 11, 6)
    chen = await desk.signIn('chen')
    expect(await state()).toEqual(['2026-11 police overdue'])
    const span = { from: '2026-11-01T00:00:00+08:00', to: '2026-12-01T00:00:00+08:00' }
    const made = await chen.post('/ledger/batches', { authority: 'police', ...span })
    await chen.post(`/ledger/batches/${made.body.id}/receipt`, { method: '邮寄' })
    expect(await state()).toEqual(['2026-11 police received'])
    expect(code(await zhang.get('/ledger/hand-over'))).toBe('403 forbidden')
  })
})
