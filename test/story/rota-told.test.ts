import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { spokenToday } from '../../src/desk/rota/today.ts'
import { readDeskFile } from '../../src/setup/desk-file.ts'
import { type Person, smallDesk, TestDesk } from '../harness.ts'

/** The rota as others are told it: the authorities, the lawyers' calendars, the page at the door. */

const at = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 10, day, hour - 8)).toISOString()
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekly = (lawyer: string, from: string, to: string, days = week) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'fixed',
  days,
  from,
  to,
})
const file = () => ({
  ...smallDesk(),
  shifts: [weekly('zhang', '08:00', '20:00'), weekly('li', '20:00', '08:00')],
  authorities: [
    { id: 'police', name: '江城市公安局', kind: 'police' },
    { id: 'court', name: '江城市人民法院', kind: 'court' },
  ],
})

let desk: TestDesk
let zhang: Person
let chen: Person
beforeEach(async () => {
  desk = await TestDesk.open(file())
  zhang = await desk.signIn('zhang')
  chen = await desk.signIn('chen')
})
afterEach(() => desk.close())

const page = async (url: string, init: RequestInit = {}) => {
  const answer = await fetch(url, init)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
/** Folded lines of iCalendar put together again. */
const events = (ics: string) =>
  ics
    .replace(/\r\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((text) =>
      Object.fromEntries(
        text
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)]),
      ),
    )

describe('publishing (Art. 18)', () => {
  test('five working days ahead; each authority has its own link, and its receipt is kept', async () => {
    expect((await zhang.post('/rota/publish')).status).toBe(403)
    expect((await chen.get('/rota/publication')).body).toMatchObject({ version: 0, due: true })
    const told = (await chen.post('/rota/publish')).body
    // Monday the 23rd and five working days: through Monday the 30th.
    expect(told).toMatchObject({ version: 1, due: false, through: at(31, 0) })
    const [court, police] = told.authorities
    expect(new URL(police.link).pathname).toMatch(/^\/rota\/[\w-]{22,}$/)
    expect(police.link).not.toBe(court.link)
    expect(police).toMatchObject({ openedAt: null, acknowledgedAt: null })

    const seen = await page(police.link)
    expect(seen.text).toContain('致江城市公安局')
    expect(seen.text).toContain('张敏')
    expect(seen.text).not.toContain('138000')
    expect(seen.headers.get('referrer-policy')).toBe('same-origin')
    desk.now += 60_000
    await page(police.link)
    const form = new URLSearchParams({ version: '1' })
    expect((await page(police.link, { method: 'POST', body: form })).text).toContain('确认收到')
    const after = (await chen.get('/rota/publication')).body.authorities
    expect(after[1]).toMatchObject({ openedAt: at(23, 10) })
    expect(Date.parse(after[1].acknowledgedAt)).toBe(Date.parse(at(23, 10)) + 60_000)
    expect(after[0]).toMatchObject({ openedAt: null })

    const csv = await page(`${court.link}.csv`)
    expect(csv.text.startsWith('开始') || csv.text.startsWith('\uFEFF开始')).toBe(true)
    expect(csv.text).toContain('2026-11-24 08:00,2026-11-24 20:00,江城市法律援助工作站')
    for (const wrong of ['/rota/nonsense', '/rota/nonsense.ics', '/calendar/nonsense.ics']) {
      expect((await page(desk.url + wrong)).status).toBe(404)
    }
  })

  test('a later change is sent on as a change, a new version to be received anew', async () => {
    const { authorities } = (await chen.post('/rota/publish')).body
    const { link } = authorities[1]
    const before = events((await page(`${link}.ics`)).text)
    const cover = { lawyer: 'zhang', by: 'wang', from: at(25, 8), to: at(25, 20) }
    await chen.post('/overrides', cover)
    const told = (await chen.get('/rota/publication')).body
    expect(told).toMatchObject({ version: 2, changes: 1 })
    expect(told.authorities[1]).toMatchObject({ openedAt: null })
    const seen = (await page(link)).text
    expect(seen).toContain('与上一版的不同')
    expect(seen).toContain('王芳')

    const after = events((await page(`${link}.ics`)).text)
    expect(after.map(({ UID }) => UID)).toEqual(before.map(({ UID }) => UID))
    const changed = after.filter(({ SEQUENCE }) => SEQUENCE === '2')
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatchObject({
      DTSTART: '20261125T000000Z',
      SUMMARY: expect.stringContaining('王芳'),
    })
    // What no authority was told is no change to them.
    await chen.post('/leave', { lawyer: 'zhang', from: at(60, 0), to: at(61, 0) })
    expect((await chen.get('/rota/publication')).body.version).toBe(2)
    const renewed = await chen.patch('/authorities/police', { renewLink: true })
    expect((await page(link)).status).toBe(404)
    expect((await page(renewed.body.link)).status).toBe(200)
  })
})

test('a lawyer’s calendar: own duty alone, stable ids, a number that grows, renewed at will', async () => {
  const { link } = (await zhang.get('/me/calendar')).body
  const before = events((await page(link)).text)
  expect(before.length).toBeGreaterThan(80)
  await chen.post('/overrides', { lawyer: 'zhang', by: 'wang', from: at(25, 8), to: at(25, 12) })
  const after = events((await page(link)).text)
  const rest = (list: typeof before) =>
    list.filter(({ DTSTART }) => !DTSTART?.startsWith('20261125')).map(({ UID }) => UID)
  expect(rest(after)).toEqual(rest(before))
  expect(after.find(({ DTSTART }) => DTSTART === '20261125T040000Z')).toBeDefined()
  expect(Number(after[0]?.SEQUENCE)).toBeGreaterThan(Number(before[0]?.SEQUENCE))
  const renewed = (await zhang.post('/me/calendar/renew')).body.link
  expect((await page(link)).status).toBe(404)
  expect((await page(renewed)).status).toBe(200)
  expect((await chen.get('/me/calendar')).status).toBe(403)
})

describe('today (Art. 27)', () => {
  const shown = async (lang = '') => (await page(`${desk.url}/today${lang}`)).text

  test('shows who is on and who comes later, no private number, and is fetched anew at the change', async () => {
    const first = await page(`${desk.url}/today`)
    expect(first.text).toMatch(/现在值班[\s\S]*张敏[\s\S]*今天稍后[\s\S]*李伟/)
    expect(first.text).toContain('14201201010000001')
    expect(first.text).not.toContain('13800000001')
    expect(first.headers.get('refresh')).toBe(String(10 * 3600 + 1))
    desk.now = Date.parse(at(23, 20))
    expect(await shown()).not.toContain('张敏')
    // One minute before midnight, and at it.
    desk.now = Date.parse(at(24, 0)) - 60_000
    expect(await shown()).toContain('李伟')
    desk.now = Date.parse(at(24, 0))
    expect(await shown('?lang=en')).toMatch(/On duty now[\s\S]*李伟[\s\S]*the day before 20:00/)
    expect(await shown()).toMatch(/现在值班[\s\S]*李伟[\s\S]*今天稍后[\s\S]*张敏/)
  })

  test('follows a swap at once; with nobody on it names the next duty and 12348', async () => {
    const li = await desk.signIn('li')
    const gives = { from: at(24, 8), to: at(24, 20) }
    const { id } = (await zhang.post('/swaps', { with: 'li', gives })).body
    await li.post(`/swaps/${id}/accept`)
    desk.now = Date.parse(at(24, 9))
    expect(await shown()).not.toContain('张敏')
    await chen.post('/leave', { lawyer: 'li', from: at(24, 8), to: at(25, 8) })
    const nobody = await shown()
    expect(nobody).toContain('现在没有律师值班')
    expect(nobody).toContain('明天上午8点')
    expect(nobody).toContain('12348')
  })

  test('can be read out: short chunks in both languages, no numbers of anybody', async () => {
    const facts = readDeskFile(stringify(file())).desk
    for (const language of ['zh-CN', 'en'] as const) {
      const chunks = spokenToday(facts, desk.now, language)
      expect(chunks.every((chunk) => chunk.length < 200)).toBe(true)
      expect(chunks.join('')).toContain('张敏')
      expect(chunks.join('')).not.toMatch(/\d{5}/)
    }
    expect(spokenToday(facts, desk.now, 'zh-CN').join('')).toContain('8点到20点')
    const empty = { ...facts, shifts: [] }
    expect(spokenToday(empty, desk.now, 'zh-CN').join('')).toContain('今天没有律师值班')
  })
})

describe('the desk file beside what staff changed', () => {
  const bring = (body: object) => desk.backend.import(readDeskFile(stringify(body)))

  test('the same file changes nothing, whatever staff changed since; another changes only what it says anew', async () => {
    const added = await chen.post('/shifts', weekly('wang', '09:00', '17:00', ['mon']))
    await chen.patch('/lawyers/li', { status: 'suspended', reason: '投诉核查' })
    expect(await bring(file())).toMatchObject({ changed: false, logins: 0 })

    const next = { ...file(), shifts: [weekly('zhang', '08:00', '20:00')] }
    Object.assign(next.lawyers[2] as object, { dialects: ['武汉话'] })
    expect((await bring(next)).changed).toBe(true)
    const register = (await chen.get('/lawyers')).body.items
    expect(register.map(({ status }: any) => status)).toEqual(['active', 'suspended', 'active'])
    expect(register[2].dialects).toEqual(['武汉话'])
    const { items } = (await chen.get(`/rota?from=${at(22, 0)}&to=${at(31, 0)}`)).body
    const who = (from: string) =>
      items.filter((one: any) => one.from === from).map(({ lawyer }: any) => lawyer)
    expect(items.some(({ shift }: any) => shift === added.body.id)).toBe(true)
    // Li's shift left the file: it is over from now on, and was served before.
    expect(who(at(22, 20))).toEqual(['li'])
    expect(who(at(24, 20))).toEqual([])
    expect(await bring(next)).toMatchObject({ changed: false, logins: 0 })
  })
})
