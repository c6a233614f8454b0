import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../test/free-port.ts'
import { folder, newFile, openDesk } from './desk.ts'
import { allAre, flood, paced, percentile, type Result, rate, type Shot } from './load.ts'
import { cpuOf, type Measured, type Sink, start } from './processes.ts'
import { fixed, median, ratio, type Say } from './say.ts'
import { call, many, sms, update } from './shots.ts'

/** Goals 1, 3, 4, 5: one desk on SQLite, against the limits of this machine. */

/** A 4 KiB page written and flushed, over and over: what one commit costs at the least. */
function rawFlushes(): number {
  const file = openSync(join(folder, 'flush'), 'w')
  const page = Buffer.alloc(4096, 1)
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < 2000) {
    writeSync(file, page, 0, page.length, (count % 256) * 4096)
    fdatasyncSync(file)
    count++
  }
  closeSync(file)
  return count / ((performance.now() - begun) / 1000)
}

const us = (process: Measured, before: number, count: number): number =>
  (cpuOf(process.pid) - before) / count

async function quiet(process: Measured): Promise<void> {
  for (let last = -1; last !== cpuOf(process.pid); ) {
    last = cpuOf(process.pid)
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
}

/** Goal 1: clients who wait for the lawyer write on; every message is signed, stored and flushed before its answer. */
export async function durable(sink: Sink, say: Say): Promise<void> {
  const raw = rawFlushes()
  say({ what: '   raw 4 KiB write + fdatasync a second', figure: fixed(raw, 0) })
  const desk = await openDesk(sink.url)
  const clients = 200
  // Everyone asks for the lawyer first; what they write after that is kept without a reply.
  await flood(
    desk.port,
    many(clients, (i) => sms(desk.url, i, '律师')),
    16,
  )
  await quiet(desk.process)
  await flood(
    desk.port,
    many(4000, (i) => sms(desk.url, i % clients)),
    64,
  )
  await quiet(desk.process)
  const shots = many(12_000, (i) => sms(desk.url, i % clients))
  const before = cpuOf(desk.process.pid)
  const result = allAre(await flood(desk.port, shots, 64), 200)
  const cost = us(desk.process, before, shots.length)
  await desk.process.stop()
  say({ what: '1  durable signed webhooks a second', figure: fixed(rate(result), 0) })
  say({ what: '1    ÷ raw flushes a second', ...ratio(rate(result) / raw, 'least', 2.5) })
  say({
    what: '1    CPU each',
    figure: `${fixed(cost, 0)} µs`,
    goal: '≤ 130 µs',
    reached: cost <= 130,
  })
}

/** Goal 3: 50 a second; gathering must not add waiting. The bare server does one insert and nothing else. */
export async function lightLoad(sink: Sink, say: Say): Promise<void> {
  const desk = await openDesk(sink.url)
  const clients = 100
  await flood(
    desk.port,
    many(clients, (i) => sms(desk.url, i, '律师')),
    16,
  )
  await quiet(desk.process)
  const port = await freePort()
  const env = { PORT: String(port), FILE: join(folder, 'bare.db') }
  const bare = await start('bench/bare-server.ts', env, `http://127.0.0.1:${port}/`)
  const warm = (target: number) =>
    paced(
      target,
      many(100, (i) => sms(desk.url, i % clients)),
      50,
    )
  await warm(desk.port)
  await warm(port)
  const [ours, theirs]: [Result[], Result[]] = [[], []]
  for (let round = 0; round < 3; round++) {
    const shots = () => many(250, (i) => sms(desk.url, i % clients))
    ours.push(allAre(await paced(desk.port, shots(), 50), 200))
    theirs.push(allAre(await paced(port, shots(), 50), 200))
  }
  await desk.process.stop()
  await bare.stop()
  for (const [p, name, limit] of [
    [0.5, 'p50', 1.2],
    [0.99, 'p99', 1.5],
  ] as const) {
    const a = median(ours.map((r) => percentile(r, p)))
    const b = median(theirs.map((r) => percentile(r, p)))
    say({
      what: `3  50 messages a second, ${name}: desk, bare node:http`,
      figure: `${fixed(a)} / ${fixed(b)} ms`,
    })
    say({ what: `3    ${name} ratio`, ...ratio(a / b, 'most', limit) })
  }
}

/** Goal 4: an update in, one reply out, beside telegraf doing the same. */
export async function telegram(sink: Sink, say: Say): Promise<void> {
  const count = 1500
  let rounds = 0
  const desk = await openDesk(sink.url)
  // A first word brings the notice; the second brings one reply, each client asked once.
  const opening = () => many(count, (i) => update(1_000_000 + 10_000 * ++rounds + i, '你好'))
  const settled = async (): Promise<void> => {
    await quiet(desk.process)
  }
  const costs: number[] = []
  for (let round = 0; round < 3; round++) {
    const chats = many(count, (i) => 2_000_000 + round * 100_000 + i)
    await flood(
      desk.port,
      chats.map((chat) => update(chat, '你好')),
      16,
    )
    await settled()
    const before = cpuOf(desk.process.pid)
    const sent = sink.count()
    allAre(
      await flood(
        desk.port,
        chats.map((chat) => update(chat, '我想问问取保候审')),
        16,
      ),
      200,
    )
    await settled()
    if (sink.count() - sent !== count)
      throw new Error(`${sink.count() - sent} replies to ${count} updates`)
    costs.push(us(desk.process, before, count))
  }
  await desk.process.stop()
  const port = await freePort()
  const bot = await start(
    'bench/telegraf-bot.ts',
    { PORT: String(port), API_ROOT: sink.url },
    `http://127.0.0.1:${port}/`,
  )
  const theirs: number[] = []
  await flood(port, opening(), 16)
  for (let round = 0; round < 3; round++) {
    await quiet(bot)
    const before = cpuOf(bot.pid)
    allAre(await flood(port, opening(), 16), 200)
    await quiet(bot)
    theirs.push(us(bot, before, count))
  }
  await bot.stop()
  const [a, b] = [median(costs), median(theirs)]
  say({
    what: '4  Telegram update with one reply, CPU: desk, telegraf',
    figure: `${fixed(a, 0)} / ${fixed(b, 0)} µs`,
  })
  say({ what: '4    ratio', ...ratio(a / b, 'most', 0.6) })
}

/** Goal 5: from the command to the first answer, the database being there already. */
export async function starting(sink: Sink, say: Say): Promise<void> {
  const env = { DATABASE_URL: newFile() }
  await (await openDesk(sink.url, env)).process.stop()
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < 7; round++) {
    const desk = await openDesk(sink.url, env)
    ours.push(desk.process.startedIn)
    await desk.process.stop()
    const port = await freePort()
    const empty = await start(
      'bench/empty-server.ts',
      { PORT: String(port) },
      `http://127.0.0.1:${port}/`,
    )
    theirs.push(empty.startedIn)
    await empty.stop()
  }
  const [a, b] = [median(ours), median(theirs)]
  say({
    what: '5  start to first answer: desk, empty server',
    figure: `${fixed(a, 0)} / ${fixed(b, 0)} ms`,
  })
  say({ what: '5    ratio', ...ratio(a / b, 'most', 3) })
}

/** Webhook to answer, by channel, at a walking pace. */
export async function channels(sink: Sink, say: Say): Promise<void> {
  const desk = await openDesk(sink.url)
  const opened = (await (await fetch(`${desk.url}/api/chat`, { method: 'POST' })).json()) as {
    token: string
  }
  const chat = (): Shot => ({
    path: '/api/chat/messages',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${opened.token}` },
    body: JSON.stringify({ id: crypto.randomUUID(), text: '我想问问' }),
  })
  const runs: [string, (i: number) => Shot, number, number][] = [
    ['voice: a call comes in, greeting as TwiML', (i) => call(desk.url, i), 20, 200],
    ['Telegram: an update', (i) => update(3_000_000 + i, '你好'), 20, 200],
    ['chat: a message', chat, 2, 202],
  ]
  for (const [what, make, perSecond, status] of runs) {
    await paced(desk.port, many(10, make), perSecond)
    await new Promise((resolve) => setTimeout(resolve, 6000))
    const result = allAre(
      await paced(
        desk.port,
        many(perSecond * 8, (i) => make(1000 + i)),
        perSecond,
      ),
      status,
    )
    say({
      what: `-  ${what}, p50 / p99`,
      figure: `${fixed(percentile(result, 0.5))} / ${fixed(percentile(result, 0.99))} ms`,
    })
  }
  await desk.process.stop()
}
