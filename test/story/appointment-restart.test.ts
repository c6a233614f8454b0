import { afterEach, expect, test } from 'vitest'
import type { TestDesk } from '../harness.ts'
import { openBooking } from './appointment-desk.ts'

/** What was promised for later outlives the process: each reminder once, and the call at its time. */

let desk: TestDesk
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

test('stopped between booking and reminder, and past it: each reminder once, too late a one never', async () => {
  desk = await openBooking({ reminderMinutes: [180, 60, 30] })
  const ringing: string[] = []
  desk.carrier.on('ringing', (call) => ringing.push(call.to))
  const page = await (await fetch(`${desk.url}/book`)).text()
  const slot = /name="slot" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const held = await fetch(`${desk.url}/book`, {
    method: 'POST',
    body: new URLSearchParams({ slot }),
    redirect: 'manual',
  })
  const link = held.headers.get('location') ?? ''
  const form = { act: 'confirm', method: 'phone', phone: '13900001234' }
  await fetch(desk.url + link, { method: 'POST', body: new URLSearchParams(form) })
  await desk.settle()
  const reminders = () => desk.carrier.texts.filter(({ body }) => body.includes('提醒'))

  // Booked at ten for two: three hours before is at eleven.
  await desk.restart()
  await desk.pass(3600 + 1)
  expect(reminders()).toHaveLength(1)
  await desk.restart()
  await desk.pass(60)
  expect(reminders()).toHaveLength(1)

  // Down from before the second until after the third: both are late, and still of use.
  await desk.stop()
  desk.now += 2.75 * 3_600_000
  await desk.start()
  await desk.pass(1)
  expect(reminders()).toHaveLength(3)

  // Down past the time itself: nobody is reminded of what has begun, and the call is made.
  await desk.stop()
  desk.now += 900_000
  await desk.start()
  await desk.pass(1)
  expect(reminders()).toHaveLength(3)
  expect(ringing).toContain('+8613800000003')
})
