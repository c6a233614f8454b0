import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { type Person, smallDesk, TestDesk } from '../harness.ts'

/** A caller handed to a colleague in the middle of a talk: never three on the line, and nobody left on it alone. */

let desk: TestDesk
let ringing: Call[]
let zhang: Person
let conversation: string
let client: Call
let first: Call
beforeEach(async () => {
  desk = await TestDesk.open(smallDesk({ staggerSeconds: 0 }))
  ringing = []
  desk.carrier.on('ringing', (call) => ringing.push(call))
  zhang = await desk.signIn('zhang')
  client = desk.carrier.dial('+8613900001234')
  await press(client, '1')
  first = at('+8613800000001')
  void desk.carrier.pickUp(first)
  await press(first, '1')
  await together(first)
  conversation = (await zhang.get('/conversations?state=active')).body.items[0].id
  await desk.pass(60)
})
afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

const li = '+8613800000002'
const wang = '+8613800000003'

async function press(call: Call, key: string): Promise<void> {
  await expect.poll(() => call.asking).not.toBeNull()
  call.press(key)
  await desk.settle()
}
const at = (phone: string): Call =>
  ringing.findLast((call) => call.to === phone && !call.over) as Call
const together = (lawyer: Call): Promise<void> =>
  expect.poll(() => lawyer.room !== null && lawyer.room === client.room).toBe(true)
const hand = async (lawyer: string, by = zhang): Promise<string> => {
  const { status, body } = await by.post(`/conversations/${conversation}/hand`, { lawyer })
  await desk.settle()
  return status === 200 ? 'handed' : `${status} ${body.error.code}`
}
const seen = async () => (await zhang.get(`/conversations/${conversation}`)).body
const chen = async () =>
  (await (await desk.signIn('chen')).get(`/conversations/${conversation}`)).body

test('the colleague’s phone rings; the one is gone before the other comes, who is named first', async () => {
  const heard = client.heard.length
  expect(await hand('li')).toBe('handed')
  await expect.poll(() => first.over).toBe(true)
  expect(first.heard.at(-1)).toContain('正在转给李伟')
  expect(client.over).toBe(false)
  await expect.poll(() => client.heard.slice(heard).join()).toContain('请另一位值班律师')
  expect(client.room).toBeNull()
  const second = at(li)
  expect(ringing.filter(({ over }) => !over)).toEqual([second])
  void desk.carrier.pickUp(second)
  await press(second, '1')
  await together(second)
  const told = client.heard.slice(heard).join()
  expect(told).toContain('值班律师李伟')
  expect(told).toContain('14201201010000002')
  const { lawyer, state, events } = await chen()
  expect([lawyer, state]).toEqual(['li', 'active'])
  expect(events.filter(({ type }: any) => type === 'handed')).toMatchObject([{ lawyer: 'li' }])
  // The caller asked once; that they wait again is the desk's doing.
  const waits = events.filter(({ type }: any) => type === 'queued')
  expect(waits.map(({ actor }: any) => actor)).toEqual(['client', 'desk'])
  // What was Zhang's is Li's now, the record with it.
  expect((await seen()).error.code).toBe('forbidden')
  second.end('completed')
  await desk.settle()
  expect((await chen()).state).toBe('ended')
})

test('the colleague does not answer: the next is asked, and the caller is told what goes on', async () => {
  expect(await hand('li')).toBe('handed')
  expect(at(li)).toBeDefined()
  await desk.pass(25)
  expect(at(li)).toBeUndefined()
  const next = at(wang) ?? at('+8613800000001')
  expect(client.over).toBe(false)
  expect(next).toBeDefined()
  void desk.carrier.pickUp(next)
  await press(next, '1')
  await together(next)
})

test('the caller hangs up meanwhile: the colleague’s phone stops', async () => {
  expect(await hand('li')).toBe('handed')
  const second = at(li)
  client.end('completed')
  await expect.poll(() => second.over).toBe(true)
  await desk.pass(120)
  expect(ringing.filter(({ over }) => !over)).toEqual([])
})

test('not to who is away, on the phone, in conflict or unknown; not by others, and not a call that is over', async () => {
  expect(await hand('nobody')).toBe('404 not_found')
  expect(await hand('zhang')).toBe('404 not_found')
  const liHere = await desk.signIn('li')
  expect(await hand('wang', liHere)).toBe('403 forbidden')
  await liHere.post('/presence', { state: 'off' })
  expect(await hand('li')).toBe('409 lawyer_unavailable')
  await liHere.post('/presence', { state: 'on' })
  const another = desk.carrier.dial('+8613900005678')
  await press(another, '1')
  const busy = at(li)
  expect(await hand('li')).toBe('409 lawyer_on_phone')
  void desk.carrier.pickUp(busy)
  await press(busy, '1')
  expect(await hand('li')).toBe('409 lawyer_on_phone')
  expect(first.room).toBe(client.room)
  client.end('completed')
  await desk.settle()
  expect(await hand('wang')).toBe('409 not_active')
})

test('across a restart the caller is still handed over', async () => {
  expect(await hand('li')).toBe('handed')
  await desk.restart()
  const second = at(li)
  void desk.carrier.pickUp(second)
  await press(second, '1')
  await together(second)
  expect((await chen()).lawyer).toBe('li')
})
