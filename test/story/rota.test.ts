import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, TestDesk } from '../harness.ts'
import { at, dayAndNight, HOUR, names, weekly } from './rota-desk.ts'

/** The week of Monday 2026-11-23, 10:00 in Shanghai, seen from the lawyers' and the coordinator's chairs. */

let desk: TestDesk
let zhang: Person
let li: Person
let chen: Person
beforeEach(async () => {
  desk = await TestDesk.open(dayAndNight)
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
  chen = await desk.signIn('chen')
})
afterEach(() => desk.close())

describe('shifts', () => {
  test('added, changed, taken away; each answers with its id and the gaps it opens', async () => {
    const dated = {
      ...weekly('wang', '2026-11-23T09:00', '2026-11-23T17:00'),
      days: undefined,
    }
    const added = await chen.post('/shifts', dated)
    expect(added.status).toBe(201)
    const { id } = added.body
    expect(await names(zhang)).toEqual(['zhang', 'wang'])
    expect((await chen.patch(`/shifts/${id}`, { to: '2026-11-23T12:00' })).body.id).toBe(id)
    expect(await names(zhang, 'phone', at(23, 13))).toEqual(['zhang'])
    expect((await chen.remove(`/shifts/${id}`)).status).toBe(200)
    expect(await names(zhang)).toEqual(['zhang'])
    // What was served before it was taken away stays served.
    expect(await names(zhang, 'phone', at(23, 9))).toEqual(['zhang', 'wang'])

    const [first] = (await chen.get('/rota')).body.items
    const gone = await chen.remove(`/shifts/${first.shift}`)
    expect(gone.body.gaps[0]).toMatchObject({
      station: 'jiangcheng',
      method: 'phone',
      from: at(23, 10),
      to: at(23, 20),
    })
    expect(await names(zhang, 'phone', at(22, 12))).toEqual(['zhang'])
  })

  test('refused: by a lawyer, backwards, unknown, of somebody who may not serve, at two stations', async () => {
    const good = weekly('wang', '09:00', '17:00')
    const code = async (asked: Promise<{ status: number; body: any }>) => {
      const { status, body } = await asked
      return `${status} ${body.error?.code} ${body.error?.fields ?? ''}`.trim()
    }
    expect(await code(zhang.post('/shifts', good))).toBe('403 forbidden')
    expect(await code(zhang.patch('/shifts/x', { to: '12:00' }))).toBe('403 forbidden')
    expect(await code(zhang.remove('/shifts/x'))).toBe('403 forbidden')
    expect(await code(chen.patch('/shifts/x', { to: '12:00' }))).toBe('404 not_found')
    expect(await code(chen.post('/shifts', { ...good, to: '09:00' }))).toBe('400 malformed to')
    expect(
      await code(
        chen.post('/shifts', {
          ...good,
          days: undefined,
          from: '2026-11-24T17:00',
          to: '2026-11-24T09:00',
        }),
      ),
    ).toBe('400 malformed to')
    expect(await code(chen.post('/shifts', { ...good, from: '25:00' }))).toBe('400 malformed from')
    expect(await code(chen.post('/shifts', { ...good, lawyer: 'nobody' }))).toBe(
      '400 malformed lawyer',
    )
    expect(await code(chen.post('/shifts', { ...good, station: 'nowhere' }))).toBe(
      '400 malformed station',
    )
    expect(await code(chen.post('/shifts', { ...good, methods: ['fax'] }))).toContain(
      '400 malformed methods',
    )
    await chen.post('/lawyers', { id: 'new', name: '新人', licence: '9', firm: '某所' })
    expect(await code(chen.post('/shifts', { ...good, lawyer: 'new' }))).toBe(
      '400 lawyer_not_ready lawyer',
    )
  })
})

describe('the register', () => {
  test('suspension takes a reason, empties the duty, says which gaps that opens, and stands in the history', async () => {
    expect((await chen.patch('/lawyers/zhang', { status: 'suspended' })).body.error.code).toBe(
      'reason_needed',
    )
    const answer = await chen.patch('/lawyers/zhang', { status: 'suspended', reason: '投诉核查' })
    expect(answer.status).toBe(200)
    expect(answer.body.vacated[0]).toEqual({
      station: 'jiangcheng',
      from: at(23, 10),
      to: at(23, 20),
    })
    expect(answer.body.gaps).toHaveLength(56 + 1)
    expect(await names(li)).toEqual([])
    expect(await names(li, 'phone', at(22, 12))).toEqual(['zhang'])
    expect((await chen.get('/lawyers/zhang/history')).body.items[0]).toMatchObject({
      by: 'chen',
      from: 'active',
      status: 'suspended',
      reason: '投诉核查',
    })
    const { items } = (await li.get('/rota/explain')).body
    expect(items[0].reasons[0]).toEqual({
      code: 'suspended',
      text: '自11月23日10:00起暂停值班',
    })
    const { vacant } = (await li.get('/rota')).body
    expect(vacant[0]).toMatchObject({ lawyer: 'zhang', why: 'suspended' })
    const back = await chen.patch('/lawyers/zhang', { status: 'active', reason: '核查完毕' })
    expect(back.status).toBe(200)
    expect(await names(li)).toEqual(['zhang'])
  })

  test('nobody is active untrained; a licence is one person’s; lawyers do not read it', async () => {
    const entry = { id: 'new', name: '新人', licence: '14209', firm: '某所' }
    expect((await chen.post('/lawyers', { ...entry, status: 'active' })).body.error).toMatchObject({
      code: 'lawyer_not_ready',
      fields: ['trained'],
    })
    const added = await chen.post('/lawyers', { ...entry, years: 6, dialects: ['武汉话'] })
    expect(added.status).toBe(201)
    expect((await chen.post('/lawyers', { ...entry, id: 'other' })).status).toBe(409)
    const ready = { status: 'active', trained: '2026-11-20', reason: '培训合格' }
    expect((await chen.patch('/lawyers/new', ready)).status).toBe(200)
    const register = (await chen.get('/lawyers')).body.items
    expect(register.at(-1)).toMatchObject({ id: 'new', years: 6, dialects: ['武汉话'] })
    for (const asked of [
      zhang.get('/lawyers'),
      zhang.get('/lawyers/li/history'),
      zhang.post('/lawyers', entry),
      zhang.patch('/lawyers/li', { status: 'exited', reason: 'x' }),
    ]) {
      expect((await asked).status).toBe(403)
    }
    expect((await chen.get('/lawyers/nobody/history')).status).toBe(404)
  })

  test('a suspended lawyer is not rung on, and a written client goes back to the desk', async () => {
    const client = await desk.openChat()
    await client.write('律师')
    expect((await zhang.takeFirst()).status).toBe(200)
    await chen.patch('/lawyers/zhang', { status: 'suspended', reason: '投诉核查' })
    expect((await chen.get(`/conversations/${client.conversation}`)).body).toMatchObject({
      lawyer: null,
    })
    expect((await client.texts('desk')).join()).toContain('正在为您另请一位')
  })
})

describe('leave, cover, swaps', () => {
  test('leave is asked, granted, opens a gap; cover for part of it closes that part alone', async () => {
    const ask = { from: at(24, 8), to: at(24, 20), reason: '开庭' }
    const { id } = (await zhang.post('/leave', ask)).body
    expect(await names(li, 'phone', at(24, 10))).toEqual(['zhang'])
    expect((await chen.get('/leave')).body.items).toMatchObject([
      { id, lawyer: 'zhang', state: 'asked', reason: '开庭' },
    ])
    expect((await li.get('/leave')).body.items).toEqual([])
    expect((await zhang.post(`/leave/${id}/decide`, { grant: true })).status).toBe(403)
    const granted = await chen.post(`/leave/${id}/decide`, { grant: true })
    expect(granted.body.gaps).toMatchObject([{ from: at(24, 8), to: at(24, 20) }])
    expect((await chen.post(`/leave/${id}/decide`, { grant: true })).body.error.code).toBe(
      'already_decided',
    )

    const cover = { lawyer: 'zhang', by: 'wang', from: at(24, 9), to: at(24, 18) }
    expect((await chen.post('/overrides', cover)).status).toBe(201)
    expect((await zhang.post('/overrides', cover)).status).toBe(403)
    const { items } = (await zhang.get('/rota/gaps?weeks=1')).body
    expect(items.map(({ from, to }: any) => [from, to])).toEqual([
      [at(24, 8), at(24, 9)],
      [at(24, 18), at(24, 20)],
    ])
    expect(items[0].because).toEqual([{ lawyer: 'zhang', code: 'leave' }])
    const why = (await zhang.get(`/rota/explain?at=${at(24, 10)}`)).body.items
    expect(why.map(({ lawyer, on, reasons }: any) => [lawyer, on, reasons[0].text])).toEqual([
      ['zhang', false, '由王芳替班，至11月24日18:00'],
      ['li', false, '没有排班，下一班11月24日20:00'],
      ['wang', true, '替张敏值班，至11月24日18:00'],
    ])
    expect((await zhang.remove(`/leave/${id}`)).status).toBe(200)
    const after = (await zhang.get('/rota/gaps?weeks=1')).body
    expect(after.items).toEqual([])
  })

  test('a swap takes consent, is told to both and the coordinator, and is undone until it starts', async () => {
    const swap = {
      with: 'li',
      gives: { from: at(24, 8), to: at(24, 20) },
      takes: { from: at(25, 20), to: at(26, 8) },
    }
    const { id } = (await zhang.post('/swaps', swap)).body
    await desk.settle()
    expect(desk.telegram.sent.at(-1)?.text).toContain('张敏想和您换班')
    expect(await names(chen, 'phone', at(24, 10))).toEqual(['zhang'])
    expect((await zhang.post(`/swaps/${id}/accept`)).status).toBe(404)
    expect((await chen.post(`/swaps/${id}/accept`)).status).toBe(403)
    expect((await li.post(`/swaps/${id}/accept`)).status).toBe(200)
    expect(await names(chen, 'phone', at(24, 10))).toEqual(['li'])
    expect(await names(chen, 'phone', at(25, 22))).toEqual(['zhang'])
    expect((await chen.get('/swaps')).body.items).toMatchObject([{ id, state: 'accepted' }])
    expect((await chen.get('/rota/history')).body.items[0]).toMatchObject({
      type: 'swap',
      by: 'li',
      state: 'accepted',
    })
    expect((await li.post(`/swaps/${id}/undo`)).status).toBe(200)
    expect(await names(chen, 'phone', at(24, 10))).toEqual(['zhang'])

    const again = (await zhang.post('/swaps', swap)).body.id
    await li.post(`/swaps/${again}/accept`)
    desk.now += 23 * HOUR
    expect((await zhang.post(`/swaps/${again}/undo`)).body.error.code).toBe('swap_begun')
  })

  test('no swap of what is not yours, with who may not, over leave, or past', async () => {
    const gives = { from: at(24, 8), to: at(24, 20) }
    const code = async (body: object, who = zhang) =>
      (await who.post('/swaps', body)).body.error?.code
    expect(await code({ with: 'wang', gives: { from: at(24, 8), to: at(24, 21) } })).toBe(
      'not_rostered',
    )
    expect(await code({ with: 'zhang', gives })).toBe('malformed')
    expect(await code({ with: 'li', gives: { from: at(23, 8), to: at(23, 9) } })).toBe('rota_past')
    await chen.post('/leave', { lawyer: 'wang', from: at(24, 8), to: at(24, 9) })
    expect(await code({ with: 'wang', gives })).toBe('on_leave')
    expect((await chen.post('/swaps', { with: 'li', gives })).status).toBe(403)
  })
})
