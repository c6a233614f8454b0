import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { type Person, smallDesk, TestDesk } from '../harness.ts'

/** How many lawyers each hour needs, from the calls the desk itself has had. */

let desk: TestDesk
let chen: Person
let ringing: Call[]
beforeEach(async () => {
  desk = await TestDesk.open(smallDesk({ staggerSeconds: 0, wrapUpSeconds: 0 }))
  ringing = []
  desk.carrier.on('ringing', (call) => ringing.push(call))
  chen = await desk.signIn('chen')
})
afterEach(() => desk.close())

const week = () => ({
  from: new Date(desk.now - 6 * 86_400_000).toISOString(),
  to: new Date(desk.now + 86_400_000).toISOString(),
})
const ask = async (format = 'json') =>
  chen.get(`/staffing?${new URLSearchParams({ ...week(), format })}`)

async function press(call: Call, key: string): Promise<void> {
  await expect.poll(() => call.asking).not.toBeNull()
  call.press(key)
  await desk.settle()
}

/** Rings, asks for the lawyer, and talks for five minutes with whoever answers. */
async function calls(from: string): Promise<void> {
  const call = desk.carrier.dial(from)
  await press(call, '1')
  await desk.pass(4)
  const lawyer = ringing.findLast(({ over }) => !over) as Call
  void desk.carrier.pickUp(lawyer)
  await press(lawyer, '1')
  await desk.pass(300)
  call.end('completed')
  await desk.settle()
}

test('from too few calls nothing is said; from enough, each hour of the week has its number', async () => {
  expect((await chen.get('/staffing?from=2026-11-20&to=2026-11-21')).status).toBe(400)
  const first = (await ask()).body
  expect(first.state).toBe('working')
  await expect.poll(async () => (await ask()).body).toEqual({ state: 'too_few', calls: 0 })

  for (let n = 0; n < 11; n++) await calls(`+86139000000${n + 10}`)
  let found: any
  await expect
    .poll(
      async () => {
        found = (await ask()).body
        return found.state
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe('ready')
  expect(found.target).toEqual({ share: 0.95, seconds: 60 })
  expect(found.basis).toMatchObject({ calls: 11, patience: null, noAnswer: 0 })
  expect(found.basis.talk).toBeGreaterThan(290)
  expect(found.cells).toHaveLength(168)
  const busy = found.cells.filter(({ calls }: any) => calls > 0)
  expect(busy).toHaveLength(1)
  // 10:00 on a Monday; three are on the rota at every hour.
  expect(busy[0]).toMatchObject({ hourOfWeek: 10, now: 3 })
  expect(busy[0].needed).toBeGreaterThanOrEqual(busy[0].least)
  expect(busy[0].needed).toBeGreaterThan(1)
  expect(found.cells[11]).toMatchObject({ needed: 0, least: 0 })
  const csv = (await ask('csv')).body as string
  expect(csv.split('\r\n')[0]).toContain('需要律师')
  expect(csv.split('\r\n')[11]).toMatch(new RegExp(`^周一,10:00,.*,3,${busy[0].needed},`))
})
