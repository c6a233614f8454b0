import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FakeTelegram } from '../fake-telegram.ts'
import { freePort } from '../free-port.ts'
import { signIn, Writer } from '../postgres/office.ts'
import { Program } from './program.ts'
import { Sockets } from './sockets.ts'

/** The desk as it is installed talks to nobody; a channel that is switched on talks to its own host. */

const DAY = 86_400_000

let folder: string
let sockets: Sockets
let port: number
let url: string
const running: Program[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhiban-out-'))
  sockets = new Sockets(folder)
  port = await freePort()
  url = `http://127.0.0.1:${port}`
})
afterEach(async () => {
  sockets.stop()
  for (const program of running.splice(0)) await program.end()
  rmSync(folder, { recursive: true, force: true })
})

async function start(env: Record<string, string> = {}): Promise<Program> {
  const desk = new Program('src/node.ts', folder, { PORT: String(port), ...sockets.env, ...env })
  running.push(desk)
  sockets.follow(desk.pid, port)
  await desk.says('江城市法律援助中心')
  return desk
}

/** A row of what the desk keeps. */
function kept<T>(sql: string): T | undefined {
  const db = new Database(join(folder, 'data/zhiban.db'), { readonly: true })
  try {
    return db.prepare(sql).get() as T | undefined
  } finally {
    db.close()
  }
}
const events = (type: string): number =>
  kept<{ n: number }>(`select count(*) n from event where type = '${type}'`)?.n ?? 0

/** Everybody on the example rota: whoever is asked takes it. */
async function taken(): Promise<{ ask: Awaited<ReturnType<typeof signIn>>; conversation: string }> {
  const names = ['zhang', 'li', 'wang', 'chenjun', 'liu', 'zhao', 'sun', 'zhou']
  const everyone = await Promise.all(names.map((name) => signIn(url, name, `${name}-duty-2026`)))
  for (let tries = 0; tries < 200; tries++) {
    for (const ask of everyone) {
      const [offer] = (await ask('GET', '/offers')).body.items
      if (offer && (await ask('POST', `/offers/${offer.id}/accept`)).status === 200) {
        return { ask, conversation: offer.conversation }
      }
    }
  }
  throw new Error('nobody was asked')
}

test('as installed: a chat, a record, the ledger, every page and a day of timers, and no connection leaves', async () => {
  const first = await start()
  const client = new Writer(url)
  await client.open()
  await client.write('我被取保候审了，检察院叫我去签字')
  await client.write('律师')
  const { ask, conversation } = await taken()
  const said = await ask('POST', `/conversations/${conversation}/messages`, {
    id: crypto.randomUUID(),
    text: '您好，请讲',
  })
  expect(said.status).toBe(202)
  const record = { charge: '盗窃', question: '能不能取保', answer: '已解答' }
  await ask('PUT', `/conversations/${conversation}/record`, record)
  await ask('POST', `/conversations/${conversation}/close`, { outcome: 'answered' })
  // Somebody whom nobody answers, so that the day has timers.
  const waits = new Writer(url)
  await waits.open()
  await waits.write('律师')
  const chen = await signIn(url, 'chen', 'chen-desk-2026')
  for (const format of ['json', 'csv', 'xlsx', 'pdf']) {
    expect((await chen('GET', `/ledger?format=${format}`)).status).toBe(200)
  }
  for (const path of ['/now', '/channels', '/anchor', '/settings', '/undelivered', '/accounts']) {
    expect(`${path} ${(await chen('GET', path)).status}`).toBe(`${path} 200`)
  }
  const tried = await chen('POST', '/channels/sms/test', { to: '+8613800000009' })
  expect(tried.body.code).toBe('channel_off')
  for (const path of ['/', '/chat', '/today', '/learn', '/book', '/my-data']) {
    expect(`${path} ${(await fetch(url + path)).status}`).toBe(`${path} 200`)
  }
  expect((await fetch(`${url}/webhooks/twilio/voice`, { method: 'POST' })).status).toBe(403)
  const due = kept<{ due_at: number }>(`select due_at from timer where kind = 'retention'`)
  await first.end()

  const before = events('missed')
  await start({ CLOCK_SHIFT: String(DAY + 3_600_000) })
  const next = () => kept<{ due_at: number }>(`select due_at from timer where kind = 'retention'`)
  await expect.poll(next, { timeout: 30_000 }).not.toEqual(due)
  expect(events('missed') + events('pledged')).toBeGreaterThan(before)
  expect(sockets.told).toEqual([])
  expect(sockets.seen).toEqual([])
})

test('Telegram switched on: its own host is reached, and no other', async () => {
  const telegram = new FakeTelegram()
  const root = await telegram.listen()
  try {
    await start({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_WEBHOOK_SECRET: telegram.secret,
      TELEGRAM_API_ROOT: root,
    })
    telegram.deskUrl = url
    await telegram.say(777, '你好')
    await expect.poll(() => telegram.in(777).length, { timeout: 15_000 }).toBeGreaterThan(0)
    const to = new URL(root).port
    expect(sockets.told).toEqual([`connect 127.0.0.1:${to}`])
    expect(sockets.seen.every((line) => line.endsWith(` ${to}`))).toBe(true)
  } finally {
    await telegram.close()
  }
})
