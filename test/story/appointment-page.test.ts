import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person, TestDesk } from '../harness.ts'
import { at, openBooking } from './appointment-desk.ts'

/** /book and /a/{token}: plain pages and forms, as a browser without script sends them. */

let desk: TestDesk
let chen: Person
beforeEach(async () => {
  desk = await openBooking({ horizonDays: 3 })
  chen = await desk.signIn('chen')
})
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const texter = '13900001234'
const get = (path: string, cookie = '') =>
  fetch(desk.url + path, { headers: { accept: 'text/html', cookie }, redirect: 'manual' })
const post = (path: string, form: Record<string, string>, cookie = '') =>
  fetch(desk.url + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { accept: 'text/html', cookie },
    redirect: 'manual',
  })
const to = (answer: Response): string => answer.headers.get('location') ?? ''
const buttons = (page: string): string[] =>
  [...page.matchAll(/name="slot" value="([^"]+)"/g)].map((match) => match[1] ?? '')
const appointments = async () => (await chen.get('/appointments')).body.items as any[]
const sms = (): string[] => desk.carrier.texts.map(({ body }) => body)

/** Chooses the n-th time; where its page stands. */
async function choose(n = 0): Promise<string> {
  const page = await (await get('/book')).text()
  return to(await post('/book', { slot: buttons(page)[n] ?? '' }))
}

describe('booking', () => {
  test('a time is chosen and kept, then the number; told by text; moved, saved and cancelled', async () => {
    const page = await (await get('/book')).text()
    expect(page).toContain('现在就和值班律师说')
    expect(page).toMatch(/<h3>今天 11月23日 周一<\/h3>/)
    expect(page).toContain('下午2点30分')
    const link = await choose()
    expect(link).toMatch(/^\/a\/[\w-]{22,}$/)
    // Kept: in nobody's list meanwhile.
    const free = buttons(await (await get('/book')).text())
    const held = await (await get(link)).text()
    expect(held).toContain('为您留到')
    expect(free).not.toContain(buttons(page)[0])
    const wrong = await post(link, { act: 'confirm', method: 'phone', phone: '123' })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('请填11位手机号码')
    const done = await post(link, { act: 'confirm', method: 'phone', phone: `139 0000 1234` })
    expect(to(done)).toBe(link)
    await desk.settle()
    expect(sms().at(-1)).toContain(
      `您有一个预约：今天下午2点（11月23日，周一）。查看、改期、取消：`,
    )
    expect(sms().at(-1)).toContain(`${desk.url}${link}`)
    const mine = await (await get(link)).text()
    for (const told of ['今天下午2点（11月23日，周一）', '王芳', '14201201010000003', '电话']) {
      expect(mine).toContain(told)
    }
    expect(mine).not.toContain(texter)

    const ics = await get(`${link}/calendar.ics`)
    expect(ics.headers.get('content-type')).toContain('text/calendar')
    const first = eventIn(await ics.text())
    expect(first.summary).toBe('预约')
    expect(first.startDate.toJSDate().toISOString()).toBe(at(23, 14))
    expect(first.startDate.zone.tzid).toBe('Asia/Shanghai')

    const move = await (await get(`${link}/move`)).text()
    const moved = await post(link, { act: 'move', slot: buttons(move)[4] ?? '' })
    expect(to(moved)).toBe(link)
    await desk.settle()
    expect(sms().at(-1)).toMatch(/您有一个预约：/)
    const second = eventIn(await (await get(`${link}/calendar.ics`)).text())
    expect(second.uid).toBe(first.uid)
    expect(second.sequence).toBeGreaterThan(first.sequence)
    expect(second.startDate.toJSDate().toISOString()).not.toBe(at(23, 14))

    expect(to(await post(link, { act: 'cancel' }))).toBe(link)
    expect(await (await get(link)).text()).toContain('这个预约已经取消')
    const last = eventIn(await (await get(`${link}/calendar.ics`)).text())
    expect(last.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(last.sequence).toBeGreaterThan(second.sequence)
    expect((await appointments())[0]).toMatchObject({ state: 'cancelled', method: 'phone' })
    expect((await post(link, { act: 'cancel' })).status).toBe(409)
  })

  test('a wrong token is a page that is not there, and none is in the database', async () => {
    const link = await choose()
    for (const path of [`/a/${'x'.repeat(32)}`, `${link}x`, '/a/', `${link}/calendar`]) {
      expect((await get(path)).status).toBe(404)
    }
    expect((await post(`/a/${'x'.repeat(32)}`, { act: 'cancel' })).status).toBe(404)
    expect((await get(link)).headers.get('cache-control')).toBe('no-store')
    const lines = JSON.stringify(await desk.backend.lines())
    expect(lines).not.toContain(link.slice(3))
  })

  test('a hold runs out; the time is anybody’s again', async () => {
    const link = await choose()
    const first = buttons(await (await get('/book')).text())[0]
    await desk.pass(301)
    expect(buttons(await (await get('/book')).text())[0]).not.toBe(first)
    expect(await (await get(link)).text()).toContain('没有再为您保留')
    expect(to(await post(link, { act: 'confirm', method: 'phone', phone: texter }))).toBe(link)
    expect(await appointments()).toEqual([])
  })

  test('in writing: the chat of this browser, or one opened for it; told there', async () => {
    const link = await choose(1)
    const done = await post(link, { act: 'confirm', method: 'online' })
    const cookie = done.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(cookie).toContain('zhiban_chat=')
    const chat = await (await get('/chat', cookie)).text()
    expect(chat).toContain('约好了：今天下午2点30分')
    const again = to(
      await post('/book', { slot: buttons(await (await get('/book')).text())[0] ?? '' }),
    )
    await post(again, { act: 'confirm', method: 'online' }, cookie)
    const all = await appointments()
    expect(all).toHaveLength(2)
    expect(new Set(all.map(({ conversation }) => conversation)).size).toBe(1)
  })

  test('a full day: the waiting list fills the time somebody gives back, first come first served', async () => {
    for (const { id } of (await chen.get('/slots')).body.items) {
      const { conversation } = await desk.openChat()
      await chen.post('/appointments', { conversation, slot: id })
    }
    const page = await (await get('/book')).text()
    expect(buttons(page)).toEqual([])
    const waits: string[] = []
    for (const phone of ['13900001234', '13900005678']) {
      waits.push(to(await post('/book/wait', { method: 'phone', phone })))
      desk.now += 1000
    }
    expect(await (await get(waits[0] ?? '')).text()).toContain('候补名单')
    await desk.settle()
    const told = sms().length
    const gone = (await appointments()).find(({ state }) => state === 'booked')
    await chen.remove(`/appointments/${gone.id}`)
    await desk.pass(2)
    expect(
      sms()
        .slice(told)
        .filter((body) => body.includes('您有一个预约')),
    ).toHaveLength(1)
    expect(await (await get(waits[0] ?? '')).text()).toContain('约好了')
    expect(await (await get(waits[1] ?? '')).text()).toContain('候补名单')
    await post(waits[1] ?? '', { act: 'cancel' })
    expect(await (await get(waits[1] ?? '')).text()).toContain('已经取消')
  })

  test('in English', async () => {
    const page = await (await get('/book?lang=en')).text()
    expect(page).toContain('Choose a time')
    expect(page).toContain('2:30 pm')
  })
})

/** As a calendar program reads it. */
function eventIn(text: string): InstanceType<typeof ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (!zone) throw new Error('no time zone')
  ICAL.TimezoneService.register(zone)
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('no event')
  return new ICAL.Event(event)
}
