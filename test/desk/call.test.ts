import { describe, expect, test } from 'vitest'
import { heardText } from '../../src/desk/call/script.ts'
import type { ContactRef } from '../../src/desk/event.ts'
import type { Leg } from '../../src/desk/state.ts'
import { always, content, desk, lawyer, monday10 } from './fixture.ts'
import { Model } from './model.ts'

const caller: ContactRef = { id: 'tel', channel: 'phone', address: '+8613900000000' }

function ring(routing = {}, contact: ContactRef | null = caller) {
  const model = new Model(
    desk(
      ['a', 'b', 'z'].map((id) => lawyer(id)),
      [always('a'), always('b'), always('z', 'backup')],
      routing,
    ),
    content,
    monday10,
  )
  model.handle({ type: 'call.arrived', contact, leg: 'CA1', to: '+862712345678' })
  const leg = (id = 'CA1') => model.legs.get(id) as Leg
  const step = (id: string, digits = '', speech = '') =>
    model.handle({
      type: 'leg.stepped',
      leg: id,
      sid: `sid-${id}`,
      step: leg(id).step,
      digits,
      speech,
    })
  const hears = (id = 'CA1') => heardText(leg(id).script ?? { lines: [], next: { do: 'hangup' } })
  const phoneOf = (who: string) =>
    [...model.legs.values()].filter((l) => l.lawyer === who && l.state !== 'ended').at(-1)
  /** Picks up, hears the whisper, presses a key. */
  const answer = (who: string, key: string) => {
    const id = phoneOf(who)?.id ?? ''
    step(id)
    const whisper = hears(id)
    step(id, key)
    return { id, whisper }
  }
  const talk = () => model.conversations.get(leg().conversation ?? '')
  return { model, leg, step, hears, phoneOf, answer, talk }
}

const acts = (model: Model) => [...model.outbox.values()].map(({ act }) => act.do)

describe('a client rings', () => {
  test('hears who it is, that nothing is recorded, and the keys', () => {
    const { hears } = ring()
    for (const told of [
      '不录音',
      '不是律师',
      '请按1',
      '请按2',
      '请按3',
      '请按0',
      'press 9',
      '110',
    ]) {
      expect(hears()).toContain(told)
    }
  })

  test('every spoken chunk stays under 200 characters', () => {
    const { model, step, leg } = ring()
    for (const key of ['9', '1', '2', '0', '*']) step('CA1', key)
    const spoken = model.log.filter((l) => l.data?.aloud).flatMap((l) => l.words?.text.split('\n'))
    expect(spoken.length).toBeGreaterThan(5)
    for (const chunk of spoken) expect(chunk?.length).toBeLessThan(200)
    expect(leg().script?.lines.length).toBeGreaterThan(0)
  })

  test('1, the phone rings, a whisper without case facts, 1, the card, one room', () => {
    const { model, step, hears, answer, leg, talk } = ring()
    step('CA1', '1')
    expect(talk()?.state).toBe('waiting')
    expect(hears()).toContain('应当及时告知办案机关')
    model.pass(3_000)
    const { id, whisper } = answer('a', '1')
    expect(whisper).toContain('接听请按1')
    expect(leg(id).script?.next).toMatchObject({ do: 'join', room: talk()?.id })
    expect(talk()).toMatchObject({ state: 'active', lawyer: 'a' })
    expect(acts(model)).toContain('steer')
    step('CA1')
    expect(hears()).toContain('A')
    expect(hears()).toContain('执业证号1420120101000')
    expect(leg().script?.next).toMatchObject({ do: 'join', room: talk()?.id })
    expect(model.audit()).toEqual([])
  })

  test('no answer, then a pass, then the backup, then a call-back promised aloud and kept', () => {
    const { model, step, hears, answer, talk, phoneOf } = ring({ staggerSeconds: 0, rounds: 1 })
    step('CA1', '1')
    expect(phoneOf('a')).toBeDefined()
    model.pass(20_000)
    expect(phoneOf('a')).toBeUndefined()
    answer('b', '2')
    expect(phoneOf('z')).toBeDefined()
    model.pass(20_000)
    expect(talk()?.state).toBe('promised')
    step('CA1')
    expect(hears()).toContain('今天上午10点20分左右给您回电')
    model.handle({ type: 'leg.ended', leg: 'CA1', status: 'completed' })
    expect(talk()?.state).toBe('promised')
    model.pass(19 * 60_000 + 25_000)
    expect(talk()?.state).toBe('waiting')
    answer('a', '1')
    const back = [...model.legs.values()].find((l) => l.party === 'client' && l.at === 'recall')
    expect(back).toBeDefined()
    step(back?.id ?? '')
    expect(hears(back?.id)).toContain('给您回电')
    step(back?.id ?? '', '1')
    expect(model.legs.get(back?.id ?? '')?.script?.next).toMatchObject({ do: 'join' })
    expect(model.audit()).toEqual([])
  })

  test('hanging up stops every ringing phone at once, and is a missed call', () => {
    const { model, step, talk } = ring({ staggerSeconds: 5 })
    step('CA1', '1')
    model.pass(6_000)
    expect(model.open('a').length + model.open('b').length).toBe(2)
    model.handle({ type: 'leg.ended', leg: 'CA1', status: 'completed' }, 'voice:CA1:ended')
    expect(acts(model).filter((act) => act === 'hangup')).toHaveLength(2)
    expect(talk()).toMatchObject({ state: 'closed', ending: 'missed' })
    model.pass(3600_000)
    expect(model.open('a').length + model.open('b').length).toBe(0)
    expect(model.audit()).toEqual([])
  })

  test('a lawyer who answers after the caller is gone is told so and let go', () => {
    const { model, step, phoneOf, hears } = ring()
    step('CA1', '1')
    const late = phoneOf('a')?.id ?? ''
    model.handle({ type: 'leg.ended', leg: 'CA1', status: 'completed' })
    step(late)
    expect(hears(late)).toContain('当事人已经挂机')
    expect(model.legs.get(late)?.script?.next).toEqual({ do: 'hangup' })
  })

  test('two press 1 at once: one talks, the other is told who has it', () => {
    const { model, step, phoneOf, hears, talk } = ring({ staggerSeconds: 1 })
    step('CA1', '1')
    model.pass(1_500)
    const [a, b] = [phoneOf('a')?.id ?? '', phoneOf('b')?.id ?? '']
    step(a)
    step(b)
    step(b, '1')
    step(a, '1')
    expect(talk()?.lawyer).toBe('b')
    expect(hears(a)).toContain('已由B接待')
    expect(model.audit()).toEqual([])
  })

  test('the talk ends: the record is due, the lawyer gets the link and time to write', () => {
    const { model, step, answer, talk, hears } = ring()
    step('CA1', '1')
    const { id } = answer('a', '1')
    step('CA1')
    model.pass(60_000)
    model.handle({ type: 'leg.ended', leg: id, status: 'completed' })
    expect(talk()?.state).toBe('ended')
    step('CA1')
    expect(hears()).toContain('请按1')
    const text = [...model.outbox.values()].find(({ channel }) => channel === 'sms')
    expect(model.words.get(text?.content ?? '')).toContain(`/console/c/${talk()?.id}`)
    expect(model.lawyers.get('a')?.wrapUntil).toBe(model.now + 30_000)
    step('CA1', '1')
    expect(talk()?.state).toBe('waiting')
    expect(model.open('a')).toHaveLength(1)
    expect(model.audit()).toEqual([])
  })

  test('a hidden number is not promised a call-back it cannot get', () => {
    const { model, step, hears, talk } = ring({ staggerSeconds: 0, rounds: 1 }, null)
    step('CA1', '1')
    model.pass(61_000)
    step('CA1')
    expect(hears()).toContain('没有显示号码')
    expect(talk()?.pledge).toBeNull()
    model.handle({ type: 'leg.ended', leg: 'CA1', status: 'completed' })
    expect(talk()).toMatchObject({ state: 'closed', ending: 'missed' })
  })

  test('a repeated step changes nothing; speech is understood; English on 9', () => {
    const { model, step, hears, leg } = ring()
    const before = leg().step
    model.handle({
      type: 'leg.stepped',
      leg: 'CA1',
      sid: 'CA1',
      step: before - 1,
      digits: '',
      speech: '',
    })
    expect(leg().step).toBe(before)
    step('CA1', '9')
    expect(hears()).toContain('press 1')
    step('CA1', '', 'I want to talk to a lawyer')
    expect(model.conversations.get(leg().conversation ?? '')?.state).toBe('waiting')
  })

  test('whoever says that they are called in tomorrow is put through without asking for it', () => {
    const { step, talk } = ring()
    step('CA1', '', '明天九点派出所叫我去')
    expect(talk()).toMatchObject({ state: 'waiting', urgent: true })
  })

  test('silence is never hung up on: asked twice, then a person', () => {
    const { model, step, leg } = ring()
    for (let i = 0; i < 3; i++) step('CA1')
    expect(model.conversations.get(leg().conversation ?? '')?.state).toBe('waiting')
  })

  test('waiting callers may listen, and are fetched the moment a lawyer answers', () => {
    const { step, hears, answer, leg } = ring()
    step('CA1', '1')
    step('CA1', '2')
    expect(hears()).toContain('什么是认罪认罚')
    expect(hears()).toContain('请按1')
    answer('a', '1')
    step('CA1')
    expect(leg().script?.next).toMatchObject({ do: 'join' })
  })
})
