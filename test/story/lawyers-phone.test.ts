import { afterEach, describe, expect, test } from 'vitest'
import { smallDesk } from '../harness.ts'
import {
  desk,
  dial,
  live,
  offersFor,
  one,
  open,
  presenceOf,
  press,
  ringing,
  rung,
  waiting,
} from './routing-desk.ts'

/** What the desk makes of a lawyer’s phone: silence, a line still open, the drill. */

afterEach(async () => {
  expect(desk.carrier.faults).toEqual([])
  await desk.close()
})

describe('a lawyer who does not answer', () => {
  test('misses twice: paused, told, asked whether they are there; the next caller does not wait for them', async () => {
    await open(smallDesk({ ...one, rounds: 2 }))
    await waiting('+8613900000001')
    await desk.pass(41)
    // zhang, li, then zhang again would be the second round; li is idle as long.
    await desk.pass(45)
    const silent = rung().filter((who) => who === 'zhang').length
    expect(silent).toBe(2)
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'pause', pausedBy: 'misses' })
    const told = desk.telegram.in(900001).at(-1)
    expect(told?.text).toMatch(/还在吗/)
    expect(told?.buttons[0]).toMatchObject({ text: '我在' })

    const before = ringing.length
    await waiting('+8613900000002')
    expect(rung().slice(before)).not.toContain('zhang')

    await desk.telegram.tap(900001, 'presence:on')
    await desk.settle()
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'on', pausedBy: null })
  })

  test('without Telegram the text names only what a plain phone can do', async () => {
    const file = smallDesk({ ...one, rounds: 2 })
    file.lawyers = file.lawyers.map((lawyer) => ({ ...lawyer, telegram: undefined as never }))
    await open(file)
    await waiting('+8613900000001')
    await desk.pass(86)
    const told = desk.carrier.texts.find(({ to }) => to === '+8613800000001')
    expect(told?.body).toMatch(/还在吗？请用您登记的手机拨打值班电话按1/)
    expect(told?.body).not.toContain('点')
  })

  test('paused, they are still asked where everybody else is busy: a client who waits outranks a guess', async () => {
    await open(smallDesk({ ...one, rounds: 2 }))
    const first = await waiting('+8613900000001')
    await desk.pass(86)
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'pause', pausedBy: 'misses' })
    first.end('completed')
    await desk.settle()
    // The other two have a phone ringing each.
    await waiting('+8613900000002')
    await waiting('+8613900000003')
    const before = ringing.length
    await waiting('+8613900000004')
    expect(rung().slice(before)).toEqual(['zhang'])
  })

  test('the only one there is rung again for the promised call, paused or not', async () => {
    const file = smallDesk({ ...one, rounds: 2, callbackMinutes: 1 })
    file.shifts = file.shifts.filter(({ lawyer }) => lawyer === 'zhang')
    await open(file)
    const call = await waiting('+8613900000001')
    await desk.pass(45)
    expect(call.heard.at(-1)).toMatch(/给您回电/)
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'pause' })
    call.end('completed')
    await desk.settle()
    const before = ringing.length
    await desk.pass(400)
    expect(rung().slice(before)).toContain('zhang')
  })

  test('an engaged phone is no absence', async () => {
    await open(smallDesk({ ...one, rounds: 2 }))
    for (const from of ['+8613900000001', '+8613900000002', '+8613900000003']) {
      const call = await waiting(from)
      live('zhang')?.end('busy')
      await desk.settle()
      call.end('completed')
      await desk.settle()
    }
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'on' })
  })

  test('from their own phone: on, pause, off, by key', async () => {
    await open(smallDesk())
    const call = await dial('+8613800000001')
    expect(call.heard.join()).toMatch(/张敏律师，您好。您现在在岗/)
    await press(call, '2')
    expect(call.heard.at(-1)).toMatch(/暂停接待，到.*10点30分.*再见/)
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'pause', pausedBy: 'self' })
    await desk.telegram.say(900001, '上岗')
    await desk.settle()
    expect(desk.telegram.in(900001).at(-1)?.text).toBe('您现在在岗。')
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'on' })
  })
})

describe('a lawyer still on the line when a talk is over', () => {
  const alone = async () => {
    const file = smallDesk(one)
    file.shifts = file.shifts.filter(({ lawyer }) => lawyer === 'zhang')
    await open(file)
    const first = await waiting('+8613900000001')
    const phone = live('zhang')
    void desk.carrier.pickUp(phone)
    await press(phone, '1')
    await expect.poll(() => phone.room !== null && phone.room === first.room).toBe(true)
    const second = await waiting('+8613900000002')
    await desk.pass(60)
    first.end('completed')
    await desk.settle()
    await expect.poll(() => phone.asking).not.toBeNull()
    return { phone, second }
  }

  test('is offered who waits at once, without another ring; 1 and they meet', async () => {
    const { phone, second } = await alone()
    expect(phone.heard.at(-1)).toMatch(
      /通话结束。还有一位当事人等候.*现在接听请按1，要先写记录请挂机/,
    )
    await press(phone, '1')
    await expect.poll(() => second.room).not.toBeNull()
    expect(phone.room).toBe(second.room)
    expect(second.heard.join('')).toMatch(/值班律师张敏/)
    expect(rung()).toEqual(['zhang'])
    const chen = await desk.signIn('chen')
    const { items } = (await chen.get('/conversations?state=active')).body
    expect((await offersFor(items[0].id)).at(-1)).toMatchObject({
      lawyer: 'zhang',
      onTheLine: true,
    })
  })

  test('hangs up instead: that is no miss, and their time to write things up is theirs', async () => {
    const { phone, second } = await alone()
    phone.end('completed')
    await desk.settle()
    await desk.pass(20)
    expect(rung()).toEqual(['zhang'])
    expect(second.over).toBe(false)
    await desk.pass(15)
    expect(rung()).toEqual(['zhang', 'zhang'])
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'on' })
  })
})

describe('the drill at a shift’s start', () => {
  const withDrill = () => {
    const file = smallDesk({ ...one, drill: true })
    const [zhang, , wang] = file.shifts
    file.shifts = [{ ...zhang, from: '11:00', to: '18:00' } as never, wang as never]
    return file
  }

  test('answered: the lawyer has the shift', async () => {
    await open(withDrill())
    await desk.pass(3600)
    const call = live('zhang')
    void desk.carrier.pickUp(call)
    await press(call, '1')
    expect(call.heard.join()).toMatch(/接听测试/)
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'on' })
    call.end('completed')
    await waiting('+8613900000001')
    expect(rung().at(-1)).toBe('zhang')
  })

  test('not answered twice: the backup has it, and the coordinator can see why', async () => {
    await open(withDrill())
    await desk.pass(3600)
    await desk.pass(200)
    expect(rung()).toEqual(['zhang', 'zhang'])
    expect(await presenceOf('zhang')).toMatchObject({ presence: 'pause', pausedBy: 'misses' })
    await waiting('+8613900000001')
    expect(rung().at(-1)).toBe('wang')
  })
})
