import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, TestDesk } from '../harness.ts'
import { code, DAY, deadlines, HOUR, withPolice } from './notice-desk.ts'

/** Told by their own lawyer, of somebody who is willing (Art. 25). It is Monday 2026-11-23, 10:00. */

let desk: TestDesk
let chen: Person
let zhang: Person
let li: Person
beforeEach(async () => {
  desk = await TestDesk.open(withPolice)
  chen = await desk.signIn('chen')
  zhang = await desk.signIn('zhang')
  li = await desk.signIn('li')
})
afterEach(() => desk.close())

describe('article 25', () => {
  const ready = async () => {
    const client = await desk.openChat()
    await client.write('律师')
    await zhang.takeFirst()
    return client
  }
  const given = (conversation: string, more: object = {}) => ({
    conversation,
    authority: '江城市人民检察院',
    person: '赵一',
    willing: true,
    knows: true,
    ...more,
  })
  const pleas = async () => (await chen.get('/plea-notices')).body.items

  test('nothing a client says makes a notice', async () => {
    const client = await ready()
    for (const said of ['我认罪我认罚快告诉检察官', '我愿意认罪认罚', '请通知检察院']) {
      await client.write(said)
    }
    const other = await desk.openChat()
    await other.write('我认罪我认罚快告诉检察官')
    await desk.telegram.say(555, '我认罪我认罚快告诉检察官')
    await desk.settle()
    await desk.pass(60)
    expect(await pleas()).toEqual([])
    expect((await desk.backend.lines()).filter(({ type }) => type === 'filed')).toEqual([])
  })

  test('only their own lawyer can, with both ticks', async () => {
    const { conversation } = await ready()
    const ask = (who: Person, more: object = {}) =>
      who.post('/plea-notices', given(conversation, more))
    expect(code(await ask(chen))).toBe('403 forbidden')
    expect(code(await ask(li))).toBe('403 forbidden')
    expect(code(await ask(zhang, { knows: false }))).toBe('409 ticks_missing knows')
    expect(code(await ask(zhang, { willing: false, knows: false }))).toBe(
      '409 ticks_missing willing,knows',
    )
    expect(await pleas()).toEqual([])
    const made = await ask(zhang)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ state: 'open', person: '赵一', sent: null })
    // The centre sees that it is due, and not who said what to their lawyer.
    expect(await pleas()).toMatchObject([{ state: 'open', person: '' }])
    expect((await li.get('/plea-notices')).body.items).toEqual([])
  })

  test('the lawyer is reminded every working day until it is sent', async () => {
    const { conversation } = await ready()
    const { body } = await zhang.post('/plea-notices', given(conversation))
    expect(Date.parse(body.dueAt) - Date.parse(body.at)).toBe(24 * HOUR * 1000)
    await desk.pass(23 * HOUR)
    expect(await deadlines(desk)).toEqual([])
    await desk.pass(HOUR + 1)
    expect(await deadlines(desk)).toEqual(['plea breached'])
    const reminders = () =>
      desk.telegram.in(900001).filter(({ text }) => text?.includes('还没有送交办案机关'))
    expect(reminders()).toHaveLength(1)
    expect(reminders()[0]?.text).not.toContain('赵一')
    await desk.pass(DAY)
    expect(reminders()).toHaveLength(2)
    expect(code(await li.post(`/plea-notices/${body.id}/sent`, { method: '电话' }))).toBe(
      '403 forbidden',
    )
    const sent = await zhang.post(`/plea-notices/${body.id}/sent`, {
      method: '电话',
      to: '周检察官',
    })
    expect(sent.body).toMatchObject({ state: 'sent', sent: { method: '电话', by: 'zhang' } })
    await desk.pass(3 * DAY)
    expect(reminders()).toHaveLength(2)
  })
})
