import exceljs from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, smallDesk, TestDesk } from '../harness.ts'
import { pdfText } from '../pdf-text.ts'

/** The record that writes itself (Art. 7, 8, 10, 13, 28). It is Monday 2026-11-23, 10:00. */

const HOUR = 3600
const DAY = 24 * HOUR
const SECRET = '他说那天晚上其实不在现场'

let desk: TestDesk
let chen: Person
let zhang: Person
let li: Person
beforeEach(async () => {
  desk = await TestDesk.open({
    ...smallDesk(),
    authorities: [
      { id: 'police', name: '江城市公安局', kind: 'police' },
      { id: 'bureau', name: '江城市司法局', kind: 'judicial_bureau' },
    ],
  })
  chen = await desk.signIn('chen')
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
})
afterEach(() => desk.close())

const code = ({ status, body }: { status: number; body: any }) =>
  `${status} ${body.error?.code} ${body.error?.fields ?? ''}`.trim()
const bytesOf = async (who: Person, path: string) => {
  const answer = await fetch(`${desk.url}/api${path}`, { headers: { cookie: who.cookie } })
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.arrayBuffer(),
  }
}

/** A client whom Zhang helps now. */
async function talk(record: object = {}): Promise<string> {
  const client = await desk.openChat()
  await client.write('律师')
  await zhang.takeFirst()
  const { conversation } = client
  await zhang.put(`/conversations/${conversation}/record`, {
    charge: '盗窃',
    question: SECRET,
    answer: '=HYPERLINK 先不要签字',
    stage: 'prosecution_review',
    ...record,
  })
  return conversation
}
const close = (conversation: string) =>
  zhang.post(`/conversations/${conversation}/close`, { outcome: 'answered' })
const lines = async (who: Person, query = '') => (await who.get(`/ledger${query}`)).body.items
const alerts = async () =>
  (await desk.backend.lines())
    .filter(({ type }) => type === 'deadline')
    .map(({ data }) => JSON.parse(data))
    .map(({ kind, phase }) => `${kind} ${phase}`)

describe('the checklist of article 7', () => {
  const ticked = { plea: 'not_raised', ticks: ['rules', 'rights', 'answered'] }

  test('whoever keeps one cannot close before each is ticked, or said why not', async () => {
    const conversation = await talk({ checks: { plea: 'not_raised', ticks: ['rules'] } })
    expect(code(await close(conversation))).toBe(
      '409 record_incomplete checks.rights,checks.answered',
    )
    await zhang.put(`/conversations/${conversation}/record`, {
      checks: {
        plea: 'not_raised',
        ticks: ['rules', 'answered'],
        notApplicable: { rights: '上次已经解释' },
        services: ['apply_change_measure'],
      },
    })
    expect((await close(conversation)).status).toBe(200)
    expect(await lines(zhang)).toMatchObject([
      { services: ['legal_advice', 'apply_change_measure'], plea: 'not_raised' },
    ])
  })

  test('a plea brings five more', async () => {
    const conversation = await talk({ checks: { ...ticked, plea: 'willing' } })
    expect(code(await close(conversation))).toBe(
      '409 record_incomplete checks.objection,checks.range,checks.circumstances,checks.leniency,checks.procedure',
    )
    const all = ['objection', 'range', 'circumstances', 'leniency', 'procedure']
    await zhang.put(`/conversations/${conversation}/record`, {
      checks: { plea: 'willing', ticks: [...ticked.ticks, ...all] },
    })
    expect((await close(conversation)).status).toBe(200)
    expect((await lines(zhang))[0].services).toEqual([
      'legal_advice',
      'explain_plea_law',
      'procedure_choice_advice',
    ])
    const { record } = (await zhang.get(`/conversations/${conversation}`)).body
    expect(record.checks.plea).toBe('willing')
  })
})

describe('an affidavit session ends in one of four ways', () => {
  const copy = 'a'.repeat(64)
  const session = (conversation: string, more: object) => ({
    conversation,
    person: '赵一',
    reference: '江检认罚〔2026〕5号',
    place: 'onsite',
    voluntary: true,
    copy,
    ...more,
  })
  let held: string | null = null
  beforeEach(() => {
    held = null
  })
  const ask = async (more: object, who = zhang) => {
    held ??= await talk()
    return who.post('/affidavits', session(held, more))
  }

  test('voluntary, without objection: signed, the copy archived', async () => {
    expect(code(await ask({ outcome: 'signed', copy: '' }))).toBe('400 malformed copy')
    expect(code(await ask({ outcome: 'signed', objections: '量刑过重' }))).toBe(
      '400 malformed objections',
    )
    const { status, body } = await ask({ outcome: 'signed' })
    expect([status, body.state]).toEqual([201, 'signed'])
    expect((await lines(zhang)).at(-1)).toMatchObject({
      services: ['present_at_affidavit'],
      charge: '盗窃',
      paper: body.id,
    })
  })

  test('voluntary, with objection: signed, and an opinion may follow', async () => {
    expect(code(await ask({ outcome: 'signed_with_objection' }))).toBe('400 malformed objections')
    const plain = await ask({ outcome: 'signed_with_objection', objections: '量刑建议偏重' })
    expect(plain.body.state).toBe('signed_with_objection')
    desk.now += 1000
    await ask({ outcome: 'signed_with_objection', objections: '偏重', opinion: '建议适用缓刑' })
    expect((await lines(zhang)).map(({ services }: any) => services)).toEqual([
      ['present_at_affidavit'],
      ['present_at_affidavit', 'opinion_charge_sentence_procedure'],
    ])
  })

  test('help refused: not signed, the written refusal archived', async () => {
    expect(code(await ask({ outcome: 'refused_help', copy: '' }))).toBe('400 malformed copy')
    const { body } = await ask({ outcome: 'refused_help' })
    expect(body.state).toBe('refused_help')
    expect((await lines(zhang)).at(-1).services).not.toContain('present_at_affidavit')
  })

  test('not voluntary: there is no way to sign; an opinion is due and the centre is told', async () => {
    for (const outcome of ['signed', 'signed_with_objection']) {
      const forced = await ask({ outcome, voluntary: false, objections: '被逼签字' })
      expect(code(forced)).toBe('409 involuntary outcome')
    }
    expect(code(await ask({ outcome: 'involuntary', voluntary: false }))).toBe(
      '400 malformed opinion',
    )
    expect(code(await ask({ outcome: 'involuntary', opinion: '非自愿' }))).toBe(
      '400 malformed voluntary',
    )
    const opinion = '当事人称受到威胁，不是自愿'
    const { status } = await ask({ outcome: 'involuntary', voluntary: false, opinion })
    expect(status).toBe(201)
    expect(await alerts()).toEqual(['involuntary breached'])
    expect((await lines(zhang)).at(-1).services).toEqual(['opinion_charge_sentence_procedure'])
  })

  test('never by phone or chat, nor by anybody but the lawyer', async () => {
    expect(code(await ask({ outcome: 'signed', place: 'phone' }))).toBe('400 malformed place')
    expect(code(await ask({ outcome: 'signed' }, li))).toBe('403 forbidden')
    expect(code(await ask({ outcome: 'signed' }, chen))).toBe('403 forbidden')
    expect(await lines(chen)).toEqual([])
  })
})

describe('an opinion to the procuratorate', () => {
  const opinion = (conversation: string, more: object = {}) => ({
    conversation,
    authority: '江城市人民检察院',
    person: '赵一',
    leniency: '退赃退赔，建议从宽',
    ...more,
  })

  test('only under review for prosecution, with a plea; sent, answered with reasons', async () => {
    const conversation = await talk({ stage: 'investigation' })
    const record = (more: object) => zhang.put(`/conversations/${conversation}/record`, more)
    expect(code(await zhang.post('/opinions', opinion(conversation)))).toBe('409 wrong_stage')
    await record({ stage: 'prosecution_review' })
    expect(code(await zhang.post('/opinions', opinion(conversation)))).toBe(
      '409 wrong_stage checks.plea',
    )
    await record({ checks: { plea: 'willing', ticks: [] } })
    expect(code(await zhang.post('/opinions', opinion(conversation, { leniency: '' })))).toContain(
      '400 malformed',
    )
    const { status, body } = await zhang.post('/opinions', opinion(conversation))
    expect(status).toBe(201)
    const answer = (adopted: string, reason = '') =>
      zhang.post(`/opinions/${body.id}/answer`, { adopted, reason })
    expect(code(await answer('yes'))).toBe('409 already_decided')
    await zhang.post(`/papers/${body.id}/sent`, { method: '当面', to: '周检察官' })
    expect(code(await li.post(`/papers/${body.id}/sent`, { method: '当面' }))).toBe('403 forbidden')
    expect(code(await answer('no'))).toBe('400 reason_needed reason')
    expect((await answer('partly', '数额认定不同')).body.state).toBe('answered')
    // The centre knows that there was one, and not what it said.
    const [seen] = (await chen.get('/papers?kind=opinion')).body.items
    expect(seen).toMatchObject({ state: 'answered', lawyer: 'zhang' })
    expect(JSON.stringify(seen)).not.toContain('退赃')
  })

  test('five working days without an answer: the lawyer is reminded', async () => {
    const conversation = await talk({ checks: { plea: 'willing', ticks: [] } })
    const { body } = await zhang.post('/opinions', opinion(conversation))
    await zhang.put(`/conversations/${conversation}/record`, {
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
    await close(conversation)
    await zhang.post(`/papers/${body.id}/sent`, { method: '邮寄' })
    await desk.pass(7 * DAY - 60)
    expect(await alerts()).toEqual([])
    await desk.pass(120)
    expect(await alerts()).toEqual(['opinion soon'])
  })
})

describe('an application for legal aid', () => {
  test('is handed on within 24 hours: told before, told after, over a restart', async () => {
    const conversation = await talk()
    const asked = { conversation, person: '赵一', grounds: '低保户' }
    const { body } = await zhang.post('/aid-applications', asked)
    expect(body.dueAt).toBe('2026-11-24T02:00:00.000Z')
    await close(conversation)
    await desk.restart()
    await desk.pass(20 * HOUR - 10)
    expect(await alerts()).toEqual([])
    await desk.pass(20)
    expect(await alerts()).toEqual(['application soon'])
    await desk.pass(4 * HOUR)
    expect(await alerts()).toEqual(['application soon', 'application breached'])
    const told = desk.telegram.in(900001).map(({ text }) => text ?? '')
    expect(told.filter((text) => text.includes('24小时内转交'))).toHaveLength(2)
    expect(told.join()).not.toContain('低保')
    expect(code(await li.post(`/papers/${body.id}/sent`, { method: '系统' }))).toBe('403 forbidden')
    expect((await zhang.post(`/papers/${body.id}/sent`, { method: '系统' })).body.state).toBe(
      'sent',
    )
    expect((await lines(zhang)).at(-1).services).toEqual(['help_apply_legal_aid'])
  })

  test('handed on in time: nobody is told', async () => {
    const conversation = await talk()
    const { body } = await zhang.post('/aid-applications', { conversation, person: '赵一' })
    await close(conversation)
    await zhang.post(`/papers/${body.id}/sent`, { method: '当面' })
    await desk.pass(2 * DAY)
    expect(await alerts()).toEqual([])
  })
})

test('a spoken application form is filled in for them, and counts once it was read back', async () => {
  const form = { conversation: await talk(), person: '赵一', help: ['legal_advice'], oral: true }
  expect(code(await zhang.post('/help-forms', form))).toBe('409 record_incomplete readBack')
  const { status, body } = await zhang.post('/help-forms', { ...form, readBack: true })
  expect(status).toBe(201)
  expect(body.body).toMatchObject({ oral: true, filledBy: 'zhang', readBack: true })
})

describe('the ledger', () => {
  test('a correction is a line of its own, with a reason; the old one stays as it was', async () => {
    await close(await talk())
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
    await close(await talk())
    const { status, type, body } = await bytesOf(chen, '/ledger?format=xlsx')
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
    const pdf = await bytesOf(chen, '/ledger?format=pdf')
    const { text, embedded } = await pdfText(pdf.body)
    expect(text).toContain('值班律师工作台账')
    expect(text).toContain('盗窃')
    expect(embedded).toBe(1)
    expect((await bytesOf(li, '/ledger?format=xlsx')).status).toBe(200)
  })

  test('what goes with the case holds no free text, in any form, by any column', async () => {
    const conversation = await talk({ checks: { plea: 'willing', ticks: [] } })
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
    const pdf = await pdfText((await bytesOf(chen, '/ledger?view=transfer&format=pdf')).body)
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
    await close(await talk())
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
    const raw = await bytesOf(chen, '/ledger?format=csv&authority=bureau')
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
    const xlsx = await bytesOf(chen, `/ledger/batches/${made.body.id}/file`)
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
    await close(await talk())
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
