import { afterEach, describe, expect, test } from 'vitest'
import type { Person, TestDesk } from '../harness.ts'
import { at, byAppointment, openBooking } from './appointment-desk.ts'

/** Slots, and booking them: a slot is won once, whoever is how fast. */

let desk: TestDesk
let chen: Person
const open = async (booking?: object, shifts?: object[]) => {
  desk = await openBooking(booking, shifts)
  chen = await desk.signIn('chen')
}
afterEach(() => desk.close())

const slots = async (query = '') => (await chen.get(`/slots?${query}`)).body.items as any[]
const book = (who: Person, conversation: string, slot: string) =>
  who.post('/appointments', { conversation, slot })

describe('slots', () => {
  test('come from by-appointment shifts, less notice, horizon, leave, lunch and pauses', async () => {
    await open({ slotMinutes: 30, bufferMinutes: 15, noticeMinutes: 300, horizonDays: 2 }, [
      byAppointment('wang', { from: '11:00', to: '17:00' }),
    ])
    const today = await slots(`from=${at(23, 0)}&to=${at(24, 0)}`)
    // 10:00 and five hours: the first begins at 15:30, the next after half an hour and a quarter.
    expect(today.map(({ from }) => from)).toEqual([at(23, 15.5), at(23, 16.25)])
    expect(today[0]).toMatchObject({ lawyer: 'wang', to: at(23, 16), methods: ['phone', 'online'] })
    const all = await slots(`from=${at(23, 0)}&to=${at(30, 0)}`)
    expect(all.at(-1).from < at(25, 10)).toBe(true)
    const leave = { lawyer: 'wang', from: at(24, 12), to: at(24, 24) }
    expect((await chen.post('/leave', leave)).status).toBe(201)
    const after = await slots(`from=${at(24, 0)}&to=${at(25, 0)}`)
    expect(after.map(({ from }) => from)).toEqual([at(24, 11)])
    expect((await fetch(`${desk.url}/api/slots`)).status).toBe(401)
    expect((await chen.get('/slots?from=yesterday')).status).toBe(400)
  })

  test('lunch is left free; each kind has its own length; the horizon is far enough', async () => {
    await open(
      {
        slotMinutes: 60,
        noticeMinutes: 0,
        lunch: { from: '12:00', to: '13:00' },
        kinds: { phone: { slotMinutes: 20 } },
      },
      [byAppointment('wang', { from: '11:00', to: '14:00' })],
    )
    const day = await slots(`from=${at(24, 0)}&to=${at(25, 0)}`)
    const kind = (method: string) => day.filter(({ methods }) => methods.includes(method))
    expect(kind('online').map(({ from }) => from)).toEqual([at(24, 11), at(24, 13)])
    expect(kind('phone')).toHaveLength(6)
    expect(day.filter(({ from, to }) => from < at(24, 13) && to > at(24, 12))).toEqual([])
  })
})

describe('booking', () => {
  test('fifty at once on one slot: one has it, the others are told so', async () => {
    await open()
    const clients = await Promise.all(Array.from({ length: 50 }, () => desk.openChat()))
    const [slot] = await slots()
    const answers = await Promise.all(clients.map((c) => book(chen, c.conversation, slot.id)))
    const won = answers.filter(({ status }) => status === 201)
    expect(won).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('slot_gone')
    expect(won[0]?.body).toMatchObject({ lawyer: 'wang', from: slot.from, state: 'booked' })
    expect((await slots()).map(({ id }) => id)).not.toContain(slot.id)
    expect((await chen.get('/appointments')).body.items).toHaveLength(1)
  })

  test('slots of one lawyer that overlap are won once; another lawyer at that time is free', async () => {
    await open({ slotMinutes: 60, noticeMinutes: 0, kinds: { phone: { slotMinutes: 40 } } }, [
      byAppointment('wang'),
      byAppointment('li', { methods: ['online'] }),
    ])
    const all = await slots(`from=${at(24, 0)}&to=${at(25, 0)}`)
    const wang = all.filter(({ lawyer }) => lawyer === 'wang')
    const overlapping = wang.filter(({ from, to }) => from < at(24, 15) && to > at(24, 14))
    expect(overlapping.length).toBeGreaterThan(2)
    const li = all.find(({ lawyer, from }) => lawyer === 'li' && from === at(24, 14))
    const chats = await Promise.all(Array.from({ length: 24 }, () => desk.openChat()))
    const answers = await Promise.all(
      chats.map((c, n) => book(chen, c.conversation, overlapping[n % overlapping.length].id)),
    )
    const spans = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => [body.from, body.to])
      .sort()
    expect(spans.length).toBeGreaterThan(0)
    for (const [n, span] of spans.entries()) {
      if (n > 0) expect(span[0] >= (spans[n - 1]?.[1] ?? '')).toBe(true)
    }
    const other = await desk.openChat()
    expect((await book(chen, other.conversation, li.id)).status).toBe(201)
  })

  test('moved and cancelled; what is over is not; who may', async () => {
    await open()
    const zhang = await desk.signIn('zhang')
    const wang = await desk.signIn('wang')
    const chat = await desk.openChat()
    const [first, second, third] = await slots()
    expect((await book(zhang, chat.conversation, first.id)).status).toBe(403)
    expect((await book(chen, 'nobody', first.id)).status).toBe(404)
    expect((await book(chen, chat.conversation, 'no-such-1')).status).toBe(409)
    const made = (await book(chen, chat.conversation, first.id)).body
    expect((await zhang.patch(`/appointments/${made.id}`, { slot: second.id })).status).toBe(403)
    expect((await zhang.remove(`/appointments/${made.id}`)).status).toBe(403)
    expect((await zhang.get('/appointments')).body.items).toEqual([])
    expect((await wang.get('/appointments')).body.items).toHaveLength(1)
    const moved = await chen.patch(`/appointments/${made.id}`, { slot: second.id })
    expect(moved.body).toMatchObject({ id: made.id, from: second.from })
    expect((await slots()).map(({ id }) => id)).toContain(first.id)
    expect((await chen.patch(`/appointments/${made.id}`, { slot: second.id })).status).toBe(409)
    expect((await chen.patch(`/appointments/${made.id}`, {})).status).toBe(400)
    expect((await wang.patch(`/appointments/${made.id}`, { slot: third.id })).status).toBe(200)
    const gone = await chen.remove(`/appointments/${made.id}`)
    expect(gone.body).toMatchObject({ state: 'cancelled' })
    expect((await chen.remove(`/appointments/${made.id}`)).status).toBe(409)
    expect((await chen.remove('/appointments/none')).status).toBe(404)
    // The lawyer of an appointment reads what was said before it.
    const again = (await book(chen, chat.conversation, first.id)).body
    expect((await wang.get(`/conversations/${chat.conversation}`)).status).toBe(200)
    expect((await zhang.get(`/conversations/${chat.conversation}`)).status).toBe(403)
    await chen.remove(`/appointments/${again.id}`)
    expect((await wang.get(`/conversations/${chat.conversation}`)).status).toBe(403)
  })
})
