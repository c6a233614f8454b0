import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, TestDesk } from '../harness.ts'
import { at, dayAndNight, HOUR, names } from './rota-desk.ts'

/** Turns, hours published, fairness: the week of Monday 2026-11-23, 10:00 in Shanghai. */

let desk: TestDesk
let zhang: Person
let chen: Person
beforeEach(async () => {
  desk = await TestDesk.open(dayAndNight)
  zhang = await desk.signIn('zhang')
  chen = await desk.signIn('chen')
})
afterEach(() => desk.close())

describe('turns, hours, fairness', () => {
  test('a rotation hands over at its hour; changing it changes nothing before now', async () => {
    const rotation = {
      station: 'jiangcheng',
      methods: ['onsite'],
      order: ['zhang', 'li', 'wang'],
      days: 1,
      handover: '08:00',
      from: '00:00',
      to: '24:00',
      starts: '2026-11-23',
    }
    const { id } = (await chen.post('/rotations', rotation)).body
    expect(await names(chen, 'onsite', at(23, 12))).toEqual(['zhang'])
    expect(await names(chen, 'onsite', at(24, 7))).toEqual(['zhang'])
    expect(await names(chen, 'onsite', at(24, 8))).toEqual(['li'])
    expect(await names(chen, 'onsite', at(26, 9))).toEqual(['zhang'])
    desk.now += 30 * HOUR
    expect((await chen.patch(`/rotations/${id}`, { order: ['wang', 'li'] })).status).toBe(200)
    expect(await names(chen, 'onsite', at(24, 9))).toEqual(['li'])
    expect(await names(chen, 'onsite', at(25, 9))).toEqual(['wang'])
    expect((await chen.get('/rotations')).body.items).toMatchObject([{ id, order: ['wang', 'li'] }])
    expect((await zhang.post('/rotations', rotation)).status).toBe(403)
    expect((await chen.post('/rotations', { ...rotation, order: ['nobody'] })).status).toBe(400)
    expect((await chen.remove(`/rotations/${id}`)).status).toBe(200)
    expect(await names(chen, 'onsite', at(25, 9))).toEqual([])
  })

  test('hours published anew are what gaps are measured by', async () => {
    const hours = [
      { station: 'jiangcheng', methods: ['onsite'], on: 'workdays', from: '09:00', to: '17:00' },
    ]
    expect((await zhang.put('/rota/hours', { items: hours })).status).toBe(403)
    expect((await chen.put('/rota/hours', { items: hours })).status).toBe(200)
    const { items } = (await chen.get('/rota/gaps?weeks=1')).body
    expect(items.map(({ from }: any) => from)).toEqual([
      at(23, 10),
      ...[24, 25, 26, 27].map((day) => at(day, 9)),
      at(30, 9),
    ])
  })

  test('fairness counts hours, nights, days off', async () => {
    const { items } = (await zhang.get(`/rota/fairness?from=${at(23, 0)}&to=${at(30, 0)}`)).body
    expect(items).toMatchObject([
      { lawyer: 'zhang', hours: 84, nights: 0, restDays: 2, restDayHours: 24 },
      { lawyer: 'li', hours: 84, nights: 8, restDays: 2 },
      { lawyer: 'wang', hours: 0, nights: 0 },
    ])
  })
})
