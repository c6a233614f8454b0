import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, TestDesk } from '../harness.ts'
import { pdfText } from '../pdf-text.ts'
import { code, DAY, deadlines, HOUR, notice, withPolice } from './notice-desk.ts'

/** Notices of legal help from authorities, and their clocks (Art. 14–16, 19, 25). It is Monday 2026-11-23, 10:00. */

let desk: TestDesk
let chen: Person
let zhang: Person
let li: Person
beforeEach(async () => {
  desk = await TestDesk.open(withPolice)
  chen = await desk.signIn('chen')
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
})
afterEach(() => desk.close())

describe('a notice', () => {
  test('makes one task for each person, with the dates of article 19', async () => {
    const { status, body } = await chen.post('/notices', notice())
    expect(status).toBe(201)
    expect(body).toMatchObject({
      latestServiceDate: '2026-11-24',
      assignDueDate: '2026-11-25',
      late: false,
      alike: [],
    })
    expect(body.tasks.map((one: any) => [one.name, one.state, one.stage])).toEqual([
      ['赵一', 'open', 'investigation'],
      ['钱玥', 'open', 'prosecution_review'],
    ])
    const again = await chen.post('/notices', notice({ receivedOn: '2026-11-25' }))
    expect(again.body).toMatchObject({ late: true, alike: [body.id] })
    const [first, second] = (await chen.get('/notices')).body.items
    expect(
      [first, second].map(({ people, open, authority }: any) => [people, open, authority]),
    ).toEqual([
      [2, 2, '江城市公安局'],
      [2, 2, '江城市公安局'],
    ])
    expect((await chen.get(`/notices/${body.id}`)).body.tasks).toHaveLength(2)
    expect(code(await chen.get('/notices/none'))).toBe('404 not_found')
  })

  test('of the expedited procedure, or across regions, has no dates and no clock', async () => {
    for (const free of [{ expedited: true }, { crossRegion: true }]) {
      const { status, body } = await chen.post('/notices', notice(free))
      expect(status).toBe(201)
      expect(body).toMatchObject({ latestServiceDate: null, assignDueDate: null, late: false })
    }
    await desk.pass(5 * DAY)
    expect(await deadlines(desk)).toEqual([])
  })

  test('that runs into a year without a calendar is for a person to work out', async () => {
    const year = notice({ receivedOn: '2026-12-30', helpDate: null })
    expect(code(await chen.post('/notices', year))).toBe('409 calendar_year_missing')
    expect(code(await chen.post('/notices', notice({ helpDate: '2027-01-06' })))).toBe(
      '409 calendar_year_missing',
    )
    expect((await chen.get('/notices')).body.items).toEqual([])
    const byHand = { latestServiceDate: null, assignDueDate: '2027-01-04' }
    const { status, body } = await chen.post('/notices', { ...year, byHand })
    expect(status).toBe(201)
    expect(body.assignDueDate).toBe('2027-01-04')
    expect((await chen.get(`/notices/${body.id}`)).body.byHand).toBe(true)
    // Where the desk can count, nobody's hand does.
    const counted = await chen.post('/notices', notice({ byHand }))
    expect(counted.body.assignDueDate).toBe('2026-11-25')
  })

  test('is refused malformed, and to anybody but a coordinator', async () => {
    expect(code(await zhang.post('/notices', notice()))).toBe('403 forbidden')
    expect(code(await zhang.get('/notices'))).toBe('403 forbidden')
    expect(code(await chen.post('/notices', notice({ people: [] })))).toBe('400 malformed people')
    expect(code(await chen.post('/notices', notice({ receivedOn: '2026-13-01' })))).toBe(
      '400 malformed receivedOn',
    )
    expect(code(await chen.post('/notices', notice({ helpDate: '2026-02-30' })))).toBe(
      '400 malformed helpDate',
    )
    const stranger = await fetch(`${desk.url}/api/notices`)
    expect(stranger.status).toBe(401)
  })
})

describe('naming a lawyer', () => {
  test('writes the letter, tells the lawyer no name, and proof of sending answers the notice', async () => {
    const { body } = await chen.post('/notices', notice())
    const letter = await chen.post(`/notices/${body.id}/assign`, { lawyer: 'zhang' })
    expect(letter.status).toBe(200)
    expect(letter.body).toMatchObject({ lawyerName: '张敏', people: ['赵一', '钱玥'], sent: null })
    await desk.settle()
    const told = desk.telegram.in(900001).map(({ text }) => text)
    expect(told.at(-1)).toMatch(/^您有2项新的法律帮助任务，日期2026-11-27。/)
    expect(told.join()).not.toMatch(/赵一|盗窃/)
    expect((await zhang.get('/tasks')).body.items).toMatchObject([
      { name: '赵一', authority: '江城市公安局', state: 'assigned' },
      { name: '钱玥' },
    ])
    expect((await li.get('/tasks')).body.items).toEqual([])

    const pdf = await fetch(`${desk.url}/api/letters/${letter.body.id}/pdf`, {
      headers: { cookie: chen.cookie },
    })
    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const { text, fonts, embedded, bytes } = await pdfText(await pdf.arrayBuffer())
    expect(text).toContain('关于确定值班律师的复函')
    expect(text).toContain('江公法帮〔2026〕18号')
    expect(text).toContain('张敏')
    expect(text).toContain('14201201010000001')
    expect(text).toContain('赵一、钱玥')
    expect(fonts.every((name) => name.includes('NotoSansSC'))).toBe(true)
    expect(embedded).toBe(1)
    expect(bytes).toBeLessThan(60_000)
    const closed = await fetch(`${desk.url}/api/letters/${letter.body.id}/pdf`, {
      headers: { cookie: li.cookie },
    })
    expect(closed.status).toBe(403)

    expect((await chen.get(`/notices/${body.id}`)).body).toMatchObject({ state: 'open', open: 2 })
    const proof = { method: '专人送达', to: '王警官', proof: '签收单7号' }
    expect(code(await zhang.post(`/letters/${letter.body.id}/sent`, proof))).toBe('403 forbidden')
    const sent = await chen.post(`/letters/${letter.body.id}/sent`, proof)
    expect(sent.body.sent).toMatchObject({ ...proof, by: 'chen', at: '2026-11-23T02:00:00.000Z' })
    expect(code(await chen.post(`/letters/${letter.body.id}/sent`, proof))).toBe(
      '409 already_decided',
    )
    expect((await chen.get(`/notices/${body.id}`)).body).toMatchObject({
      state: 'answered',
      open: 0,
      letters: [{ sent: proof }],
    })
    await desk.pass(4 * DAY)
    expect(await deadlines(desk)).toEqual([])
  })

  test('another lawyer takes a reason and a letter of its own; who may not serve is refused', async () => {
    const { body } = await chen.post('/notices', notice())
    const ask = (more: object) => chen.post(`/notices/${body.id}/assign`, more)
    const [one] = body.tasks
    expect((await ask({ lawyer: 'zhang', tasks: [one.id] })).status).toBe(200)
    expect(code(await ask({ lawyer: 'li', tasks: [one.id] }))).toBe('400 reason_needed reason')
    const again = await ask({ lawyer: 'li', tasks: [one.id], reason: '张敏有利益冲突' })
    expect(again.body).toMatchObject({ lawyerName: '李伟', people: ['赵一'] })
    expect((await zhang.get('/tasks')).body.items).toEqual([])
    expect(code(await ask({ lawyer: 'nobody' }))).toBe('400 malformed lawyer')
    expect(code(await ask({ lawyer: 'li', tasks: ['other.1'] }))).toBe('404 not_found tasks')
    await chen.patch('/lawyers/zhang', { status: 'suspended', reason: '投诉核查' })
    expect(code(await ask({ lawyer: 'zhang' }))).toBe('400 lawyer_not_ready lawyer')
    expect(code(await li.post(`/notices/${body.id}/assign`, { lawyer: 'li' }))).toBe(
      '403 forbidden',
    )
  })

  test('warned on the first working day, and told when two have passed', async () => {
    await chen.post('/notices', notice())
    await desk.pass(22 * HOUR)
    expect(await deadlines(desk)).toEqual([])
    // 09:00 on Tuesday.
    await desk.pass(HOUR)
    expect(await deadlines(desk)).toEqual(['notice soon 2'])
    // Wednesday is over.
    await desk.pass(39 * HOUR + 1)
    expect(await deadlines(desk)).toEqual(['notice soon 2', 'notice breached 2'])
    await desk.pass(3 * DAY)
    expect(await deadlines(desk)).toHaveLength(2)
  })

  test('named and not yet told is late all the same; and over a restart', async () => {
    const { body } = await chen.post('/notices', notice())
    await chen.post(`/notices/${body.id}/assign`, { lawyer: 'zhang' })
    await desk.restart()
    await desk.pass(3 * DAY)
    expect(await deadlines(desk)).toEqual(['notice soon 2', 'notice breached 2'])
  })
})

describe('a refusal', () => {
  test('is of one stage: the next notice makes a task again, and the chat offers a lawyer again', async () => {
    const { body } = await chen.post('/notices', notice())
    const [one, two] = body.tasks
    expect((await chen.post(`/tasks/${one.id}/refusal`, { note: '本人签字' })).body.state).toBe(
      'refused',
    )
    expect(code(await chen.post(`/tasks/${one.id}/refusal`, {}))).toBe('409 already_decided')
    expect(code(await zhang.post(`/tasks/${two.id}/refusal`, {}))).toBe('403 forbidden')
    const next = await chen.post(
      '/notices',
      notice({ people: [{ name: '赵一', charge: '盗窃', stage: 'prosecution_review' }] }),
    )
    expect(next.body.tasks[0].state).toBe('open')

    const client = await desk.openChat()
    await client.write('律师')
    await zhang.takeFirst()
    const { conversation } = client
    const kept = await zhang.post(`/conversations/${conversation}/refusal`, {
      stage: 'investigation',
      note: '暂时不需要',
    })
    expect(kept.status).toBe(201)
    expect(
      code(await li.post(`/conversations/${conversation}/refusal`, { stage: 'investigation' })),
    ).toBe('403 forbidden')
    await zhang.put(`/conversations/${conversation}/record`, {
      charge: '不详',
      question: '问',
      answer: '答',
    })
    await zhang.post(`/conversations/${conversation}/close`, { outcome: 'answered' })
    await client.write('律师')
    await desk.settle()
    expect([...(await zhang.offers()), ...(await li.offers())]).toHaveLength(1)
  })
})

describe('help given', () => {
  test('is said by its lawyer alone, and closes the task', async () => {
    const { body } = await chen.post('/notices', notice())
    await chen.post(`/notices/${body.id}/assign`, { lawyer: 'zhang' })
    const { id } = body.tasks[0]
    expect(code(await li.post(`/tasks/${id}/done`, {}))).toBe('403 forbidden')
    expect(code(await chen.post(`/tasks/${id}/done`, {}))).toBe('403 forbidden')
    expect((await zhang.post(`/tasks/${id}/done`, { note: '已会见' })).body.state).toBe('done')
    expect(code(await zhang.post(`/tasks/${id}/done`, {}))).toBe('409 already_decided')
    expect((await zhang.get('/tasks?state=done')).body.items).toHaveLength(1)
  })
})

test('the last day of a period is told with its article, or that somebody must look it up', async () => {
  const ask = (name: string, from: string) => zhang.get(`/periods/${name}?from=${from}`)
  expect((await ask('appeal_judgment', '2026-09-25')).body).toEqual({
    last: '2026-10-08',
    article: '刑事诉讼法第230条',
  })
  expect(code(await ask('bail', '2026-11-20'))).toBe('409 calendar_year_missing')
  expect(code(await ask('fortnight', '2026-11-20'))).toContain('400 malformed')
  expect(code(await ask('bail', '2026-02-30'))).toContain('400 malformed')
  expect((await fetch(`${desk.url}/api/periods/bail?from=2026-01-01`)).status).toBe(401)
})

test('no name of a notice reaches a log, nor the event log in the clear', async () => {
  const { body } = await chen.post('/notices', notice())
  await chen.post(`/notices/${body.id}/assign`, { lawyer: 'zhang' })
  await desk.pass(3 * DAY)
  const lines = JSON.stringify(await desk.backend.lines())
  expect(lines).not.toMatch(/赵一|钱玥|盗窃|18号/)
  expect(JSON.stringify(desk.logs)).not.toMatch(/赵一|钱玥|盗窃/)
})
