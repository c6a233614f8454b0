import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { freePort } from '../test/free-port.ts'
import { folder, openDesk } from './desk.ts'
import { memoryOf, type Sink, start } from './processes.ts'
import { fixed, ratio, type Say } from './say.ts'

/** Goal 6: what a desk holds while nothing happens, and what each page that follows it live adds. */

const SETTLE = 6_000
const WARM = 200
const STREAMS = 2_000

export async function memory(sink: Sink, say: Say): Promise<void> {
  const port = await freePort()
  const env = { PORT: String(port), FILE: join(folder, 'idle.db') }
  const bare = await start('bench/bare-server.ts', env, `http://127.0.0.1:${port}/`)
  const desk = await openDesk(sink.url)
  await settle()
  const [ours, theirs] = [memoryOf(desk.process.pid), memoryOf(bare.pid)]
  await bare.stop()
  const sizes = [ours, theirs].map((kib) => fixed(kib / 1024, 0)).join(' / ')
  say({ what: '6  memory idle: desk, bare node:http', figure: `${sizes} MiB` })
  say({ what: '6    ratio', ...ratio(ours / theirs, 'most', 1.5) })

  const opened = await fetch(`${desk.url}/api/chat`, { method: 'POST' })
  const { token } = (await opened.json()) as { token: string }
  const agent = new Agent({ keepAlive: true })
  // What the first ones bring with them is not theirs.
  for (let i = 0; i < WARM; i++) await follow(agent, desk.port, token)
  await settle()
  const before = memoryOf(desk.process.pid)
  for (let i = 0; i < STREAMS; i++) await follow(agent, desk.port, token)
  await settle()
  const each = (memoryOf(desk.process.pid) - before) / STREAMS
  say({
    what: `6  a live connection, of ${STREAMS}`,
    figure: `${fixed(each, 1)} KiB`,
    goal: '≤ 20 KiB',
    reached: each <= 20,
  })
  agent.destroy()
  await desk.process.stop()
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE))

/** A chat page that stays open. */
function follow(agent: Agent, port: number, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const path = `/api/chat/events?token=${token}`
    get({ agent, port, host: '127.0.0.1', path }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`a stream was answered ${answer.statusCode}`))
      answer.once('data', () => resolve())
      answer.on('error', () => {})
    }).on('error', reject)
  })
}
