import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { smallDesk } from '../harness.ts'
import { DeskProcess } from '../process.ts'

/** kill -9 in the middle of everything; what was acknowledged is there, once, and goes on. */

let desk: DeskProcess
beforeEach(async () => {
  desk = await DeskProcess.open(
    smallDesk({
      ringSeconds: 3,
      staggerSeconds: 0,
      offerSeconds: 30,
      rounds: 2,
      callbackMinutes: 1,
    }),
  )
})
afterEach(async () => {
  await desk.kill()
  const verified = await desk.verify()
  await desk.close()
  expect(verified).not.toEqual([])
  for (const { code, output } of verified) {
    expect(output).toContain('the event log is whole')
    expect(code).toBe(0)
  }
})

async function transcript(token: string): Promise<any[]> {
  const stop = new AbortController()
  const answer = await fetch(`${desk.url}/api/chat/events?token=${token}`, { signal: stop.signal })
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  for (;;) {
    const next = await Promise.race([
      reader.read(),
      new Promise<null>((r) => setTimeout(r, 200, null)),
    ])
    if (!next?.value) break
    text += new TextDecoder().decode(next.value)
  }
  stop.abort()
  return [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? ''))
}

describe('kill -9', () => {
  test('in a flood of chat messages: every acknowledged one is there exactly once', async () => {
    const { token } = (await (await desk.post('/api/chat', {})).json()) as { token: string }
    const auth = { authorization: `Bearer ${token}` }
    const ids = Array.from({ length: 15 }, () => crypto.randomUUID())
    const kept: number[] = []
    const sending = ids.map(async (id, i) => {
      const answer = await desk
        .post('/api/chat/messages', { id, text: `第${i}句` }, auth)
        .catch(() => null)
      if (answer?.status === 202) kept.push(i)
      if (i === 7) await desk.kill()
    })
    await Promise.all(sending)
    await desk.start()
    const after = (await transcript(token))
      .filter((e) => e.type === 'message' && e.actor === 'client')
      .map((e) => e.text)
    for (const i of kept) expect(after.filter((text) => text === `第${i}句`)).toHaveLength(1)
    for (const [i, id] of ids.entries()) {
      expect((await desk.post('/api/chat/messages', { id, text: `第${i}句` }, auth)).status).toBe(
        202,
      )
    }
    const all = (await transcript(token))
      .filter((e) => e.type === 'message' && e.actor === 'client')
      .map((e) => e.text)
    expect(all.toSorted()).toEqual(ids.map((_, i) => `第${i}句`).toSorted())
  })

  test('while a lawyer’s phone rings: the caller is still in the queue and the next lawyer is rung', async () => {
    const ringing: Call[] = []
    desk.carrier.on('ringing', (call) => ringing.push(call))
    const call = desk.carrier.dial('+8613900001234')
    await expect.poll(() => call.asking, { timeout: 5000 }).not.toBeNull()
    call.press('1')
    await expect.poll(() => ringing.length, { timeout: 5000 }).toBe(1)
    await expect.poll(() => call.asking).not.toBeNull()
    await desk.kill()
    await desk.start()
    await expect.poll(() => ringing.length, { timeout: 10_000 }).toBe(2)
    const [, second] = ringing as [Call, Call]
    expect(second.to).toBe('+8613800000002')
    void desk.carrier.pickUp(second)
    await expect.poll(() => second.asking, { timeout: 5000 }).not.toBeNull()
    second.press('1')
    await expect
      .poll(() => second.room !== null && second.room === call.room, { timeout: 5000 })
      .toBe(true)
    expect(desk.carrier.faults).toEqual([])
  })

  test('while Telegram is slow: the message still arrives, the answers in order', async () => {
    desk.telegram.trouble.push({ status: 500 }, { status: 500 })
    expect((await desk.telegram.say(555, '律师')).status).toBe(200)
    await desk.kill()
    await desk.start()
    await expect.poll(() => desk.telegram.in(555).length, { timeout: 15_000 }).toBe(2)
    const texts = desk.telegram.in(555).map(({ text }) => text ?? '')
    expect(texts[0]).toContain('免费')
    expect(texts[1]).toContain('正在请值班律师')
  })

  test('down past a deadline: what came due meanwhile is done at once on return', async () => {
    const ringing: Call[] = []
    desk.carrier.on('ringing', (call) => ringing.push(call))
    const call = desk.carrier.dial('+8613900001234')
    await expect.poll(() => call.asking, { timeout: 5000 }).not.toBeNull()
    call.press('1')
    await expect.poll(() => ringing.length, { timeout: 5000 }).toBe(1)
    await desk.kill()
    await new Promise((resolve) => setTimeout(resolve, 3500))
    await desk.start()
    await expect.poll(() => ringing.length, { timeout: 3000 }).toBe(2)
  })
})

describe('privacy', () => {
  test('no client word and no whole number in any log line, nor in the database file', async () => {
    await desk.kill()
    await desk.close()
    desk = await DeskProcess.open(smallDesk({ ringSeconds: 1 }), { LOG_LEVEL: 'debug' })
    const secret = '只有律师能看的话'
    const { token } = (await (await desk.post('/api/chat', {})).json()) as { token: string }
    const auth = { authorization: `Bearer ${token}` }
    await desk.post('/api/chat/messages', { id: crypto.randomUUID(), text: secret }, auth)
    await desk.post('/api/chat/messages', { id: 'broken', text: secret }, auth)
    await desk.telegram.say(555, secret)
    await desk.carrier.text('+8613900001234', secret)
    desk.telegram.trouble.push({ status: 400 }, { status: 500 })
    const call = desk.carrier.dial('+8613900005678')
    await expect.poll(() => call.asking, { timeout: 5000 }).not.toBeNull()
    call.speak(secret)
    await expect.poll(() => call.asking, { timeout: 5000 }).not.toBeNull()
    call.press('1')
    await new Promise((resolve) => setTimeout(resolve, 2500))
    await desk.kill()
    const open = Buffer.concat([Buffer.from(desk.output), await desk.stored()])
    for (const word of [
      secret,
      '13900001234',
      '13900005678',
      '13800000001',
      desk.telegram.token,
      token,
    ]) {
      expect(open.includes(word), word).toBe(false)
    }
  })
})
