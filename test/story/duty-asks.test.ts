import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Person, smallDesk, TestDesk, week } from '../harness.ts'

/** 请值班: a gap is filled, or a duty moved, by asking; nothing changes before the lawyer agrees. */

const at = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 10, day, hour - 8)).toISOString()
const weekly = (lawyer: string, from: string, to: string) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'fixed',
  days: week,
  from,
  to,
})

let desk: TestDesk
let zhang: Person
let li: Person
let wang: Person
let chen: Person
beforeEach(async () => {
  const file = smallDesk()
  desk = await TestDesk.open({
    ...file,
    lawyers: file.lawyers.map((one) => (one.id === 'wang' ? { ...one, telegram: null } : one)),
    shifts: [weekly('zhang', '08:00', '20:00')],
    hours: [{ station: 'jiangcheng', methods: ['phone'], from: '08:00', to: '22:00' }],
  })
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
  wang = await desk.signIn('wang')
  chen = await desk.signIn('chen')
})
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const evening = {
  lawyer: 'wang',
  station: 'jiangcheng',
  methods: ['phone'],
  from: at(26, 20),
  to: at(26, 22),
}
const gaps = async () =>
  (await chen.get('/rota/gaps?weeks=1')).body.items.map(({ from }: { from: string }) => from)
const on = async (time: string) =>
  (
    await chen.get(`/rota?from=${time}&to=${new Date(Date.parse(time) + 1).toISOString()}`)
  ).body.items.map(({ lawyer }: { lawyer: string }) => lawyer)

test('the gap is asked of a lawyer, by text where there is no Telegram; agreed to, it is filled', async () => {
  const asked = await chen.post('/duty-asks', evening)
  expect(asked.status).toBe(201)
  const { id } = asked.body
  await desk.settle()
  const told = desk.carrier.texts.find(({ to }) => to === '+8613800000003')?.body ?? ''
  expect(told).toMatch(/协调员请您值班：.*晚上8点至.*同意后才算数.*\/console\/shifts/)
  expect(await gaps()).toContain(at(26, 20))
  expect((await wang.get('/duty-asks')).body.items).toMatchObject([{ id, state: 'asked' }])
  expect((await li.get('/duty-asks')).body.items).toEqual([])
  expect((await li.post(`/duty-asks/${id}/accept`)).status).toBe(404)
  expect((await chen.post(`/duty-asks/${id}/accept`)).status).toBe(403)
  expect((await wang.post('/duty-asks', evening)).status).toBe(403)
  expect((await wang.remove(`/duty-asks/${id}`)).status).toBe(403)

  expect((await wang.post(`/duty-asks/${id}/accept`)).status).toBe(200)
  expect(await gaps()).not.toContain(at(26, 20))
  expect(await on(at(26, 21))).toEqual(['wang'])
  expect((await wang.post(`/duty-asks/${id}/decline`)).body.error.code).toBe('already_decided')
  expect((await chen.get('/rota/history')).body.items[0]).toMatchObject({
    type: 'rota_changed',
    by: 'wang',
    act: 'duty.answer',
    state: 'accepted',
  })
})

test('declined or taken back, the rota stands as it was', async () => {
  const first = (await chen.post('/duty-asks', evening)).body.id
  expect((await wang.post(`/duty-asks/${first}/decline`)).status).toBe(200)
  const second = (await chen.post('/duty-asks', { ...evening, lawyer: 'li' })).body.id
  expect((await chen.remove(`/duty-asks/${second}`)).status).toBe(200)
  await desk.settle()
  expect(desk.telegram.in(900002).at(-1)?.text).toMatch(/不用您值了/)
  expect((await li.post(`/duty-asks/${second}/accept`)).body.error.code).toBe('already_decided')
  expect(await gaps()).toContain(at(26, 20))
})

test('a duty is moved to a colleague, or to another time, by the same consent', async () => {
  const instead = { lawyer: 'zhang', from: at(24, 8), to: at(24, 20) }
  const base = { station: 'jiangcheng', methods: ['phone', 'online'] }
  const cover = { ...base, lawyer: 'li', from: instead.from, to: instead.to, instead }
  const { id } = (await chen.post('/duty-asks', cover)).body
  expect(await on(at(24, 10))).toEqual(['zhang'])
  await li.post(`/duty-asks/${id}/accept`)
  expect(await on(at(24, 10))).toEqual(['li'])
  expect(await on(at(25, 10))).toEqual(['zhang'])

  const day = { lawyer: 'zhang', from: at(25, 8), to: at(25, 20) }
  const move = { ...base, lawyer: 'zhang', from: at(27, 20), to: at(27, 22), instead: day }
  const moved = (await chen.post('/duty-asks', move)).body.id
  await zhang.post(`/duty-asks/${moved}/accept`)
  expect(await on(at(25, 10))).toEqual([])
  expect(await on(at(27, 21))).toEqual(['zhang'])
  expect((await chen.post('/duty-asks', { ...move, instead: day })).body.error.code).toBe(
    'not_rostered',
  )
})

test('nobody is asked who may not serve, is away, or for time that is gone; what moved on since is seen at the answer', async () => {
  const code = async (more: object) =>
    (await chen.post('/duty-asks', { ...evening, ...more })).body.error?.code
  expect(await code({ from: at(23, 8), to: at(23, 9) })).toBe('rota_past')
  expect(await code({ from: at(26, 22), to: at(26, 20) })).toBe('malformed')
  expect(await code({ lawyer: 'nobody' })).toBe('malformed')
  await chen.post('/leave', { lawyer: 'li', from: at(26, 0), to: at(27, 0) })
  expect(await code({ lawyer: 'li' })).toBe('on_leave')
  const { id } = (await chen.post('/duty-asks', evening)).body
  await chen.patch('/lawyers/wang', { status: 'suspended', reason: '核查' })
  expect(await code({})).toBe('lawyer_not_ready')
  const late = await wang.post(`/duty-asks/${id}/accept`)
  expect(late.body.error.code).toBe('lawyer_not_ready')
})
