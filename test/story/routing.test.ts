import { afterEach, describe, expect, test } from 'vitest'
import { smallDesk, week } from '../harness.ts'
import { desk, dial, live, offersFor, one, open, press, rung, waiting } from './routing-desk.ts'

/** Routing that never leaves anyone waiting: whom the desk asks first, and who keeps a place. */

afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

describe('who is asked first', () => {
  test('the lawyer who helped before, then longest idle; the log says why', async () => {
    await open(smallDesk({ ...one, wrapUpSeconds: 0 }))
    const first = await waiting('+8613900000001')
    live('zhang').end('no-answer')
    await desk.settle()
    const li = live('li')
    void desk.carrier.pickUp(li)
    await press(li, '1')
    await expect.poll(() => first.room).not.toBeNull()
    first.end('completed')
    await desk.settle()
    const desks = await desk.signIn('li')
    const [ended] = (await desks.get('/conversations?state=ended')).body.items
    await desks.put(`/conversations/${ended.id}/record`, {
      charge: '不详',
      question: '问',
      answer: '答',
    })
    await desks.post(`/conversations/${ended.id}/close`, { outcome: 'answered' })
    await desk.pass(600)
    await waiting('+8613900000001')
    expect(rung().at(-1)).toBe('li')
    const [item] = (await (await desk.signIn('chen')).get('/conversations?state=waiting')).body
      .items
    expect((await offersFor(item.id))[0]).toMatchObject({ helpedBefore: true, idleMinutes: 10 })
  })

  test('own station first, its neighbour by agreement next, no other at all', async () => {
    const file = smallDesk(one)
    file.stations = [
      { id: 'jiangcheng', name: '江城站', phone: '+862712345678', neighbours: ['linjiang'] },
      { id: 'linjiang', name: '临江站', phone: '+862712345679' },
      { id: 'yuanshan', name: '远山站', phone: '+862712345670' },
    ] as never
    const at = ['jiangcheng', 'linjiang', 'yuanshan']
    file.shifts = file.shifts.map((shift, i) => ({
      ...shift,
      station: at[i] ?? '',
      tier: 'primary',
    }))
    file.shifts.reverse()
    await open(file)
    const answer = await fetch(`${desk.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ station: 'jiangcheng' }),
    })
    const { token, conversation } = (await answer.json()) as { token: string; conversation: string }
    await fetch(`${desk.url}/api/chat/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: crypto.randomUUID(), choice: 'lawyer' }),
    })
    await desk.pass(400)
    const asked = await offersFor(conversation)
    expect(asked.map(({ lawyer }: { lawyer: string }) => lawyer)).toEqual([
      'zhang',
      'li',
      'zhang',
      'li',
    ])
    expect(asked[1]).toMatchObject({ neighbour: true, station: 'linjiang' })
  })
})

describe('a caller who was cut off', () => {
  test('keeps the place on ringing back within minutes', async () => {
    await open(smallDesk({ ...one, ringSeconds: 600 }))
    for (const n of [1, 2, 3]) {
      await waiting(`+861390000000${n}`)
      await desk.pass(1)
    }
    const cut = await waiting('+8613900000004')
    expect(cut.heard.join()).toMatch(/前面还有3位/)
    await desk.pass(5)
    await waiting('+8613900000005')
    cut.end('completed')
    await desk.settle()
    await desk.pass(30)
    const back = await waiting('+8613900000004')
    expect(back.heard.join()).toMatch(/前面还有3位/)
  })

  test('one who was promised a call and rings first goes on with it; hanging up keeps the promise', async () => {
    await open(smallDesk({ ...one, rounds: 1, ringSeconds: 5, callbackMinutes: 30 }))
    const call = await waiting('+8613900000001')
    await desk.pass(20)
    expect(call.heard.at(-1)).toMatch(/给您回电/)
    call.end('completed')
    await desk.settle()
    const chen = await desk.signIn('chen')
    const promised = (await chen.get('/conversations?state=promised')).body.items
    expect(promised).toHaveLength(1)
    const again = await dial('+8613900000001')
    again.end('completed')
    await desk.settle()
    const after = async () => (await chen.get('/conversations?state=promised')).body.items
    await expect
      .poll(after, { timeout: 20_000 })
      .toMatchObject([{ id: promised[0].id, promise: promised[0].promise }])
  })
})

describe('notices to lawyers', () => {
  test('reminders of records are bundled; offers never are', async () => {
    const file = smallDesk({ ...one, wrapUpSeconds: 0 })
    file.shifts = [{ ...file.shifts[0], days: week } as never]
    await open(file)
    for (const n of [1, 2, 3]) {
      const call = await waiting(`+861390000000${n}`)
      const lawyer = live('zhang')
      void desk.carrier.pickUp(lawyer)
      await press(lawyer, '1')
      await expect.poll(() => call.room).not.toBeNull()
      call.end('completed')
      await desk.settle()
    }
    const texts = () => desk.telegram.in(900001).map(({ text }) => text)
    expect(texts().filter((text) => text?.includes('请补全记录'))).toHaveLength(1)
    await desk.pass(601)
    const due = texts().filter((text) => text?.includes('请补全记录'))
    expect(due).toHaveLength(2)
    expect(due[1]).toMatch(/又有2次通话结束/)
  })
})
