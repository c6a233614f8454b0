import { expect } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { askAt, type Cluster } from '../cluster.ts'
import { smallDesk } from '../harness.ts'
import { DeskProcess } from '../process.ts'
import { Balancer } from './balancer.ts'

/** One desk on two processes, a balancer before them; at the end all of it is looked through. */
export class Office {
  readonly database: string
  readonly balancer = new Balancer()
  readonly ringing: Call[] = []
  first!: DeskProcess
  second!: DeskProcess

  constructor(database: string) {
    this.database = database
  }

  static async open(
    cluster: Cluster,
    { routing = {}, shift = 0 }: { routing?: object; shift?: number } = {},
  ): Promise<Office> {
    const office = new Office(await emptyDatabase(cluster))
    const url = await office.balancer.listen()
    const env = { DATABASE_URL: office.database, PUBLIC_URL: url }
    office.first = await DeskProcess.open(smallDesk(routing), env)
    office.second = await office.first.beside(
      { CLOCK_SHIFT: String(shift) },
      'test/postgres/shifted.ts',
    )
    office.balancer.add(office.first.url)
    office.balancer.add(office.second.url)
    office.carrier.deskUrl = url
    office.telegram.deskUrl = url
    office.carrier.on('ringing', (call) => office.ringing.push(call))
    return office
  }

  get carrier() {
    return this.first.carrier
  }

  get telegram() {
    return this.first.telegram
  }

  ask(sql: string) {
    return askAt(this.database, sql)
  }

  /** Until nothing is left to send; then the log is proved, the invariants with it. */
  async settled(): Promise<void> {
    const due = async () => (await this.ask(`select * from outbox where state = 'due'`)).length
    await expect.poll(due, { timeout: 30_000, interval: 200 }).toBe(0)
    const { code, output } = await this.first.run('src/cli.ts', 'verify')
    expect(output).toContain('the event log is whole')
    expect(code).toBe(0)
    expect(this.carrier.faults).toEqual([])
    expect(this.telegram.faults).toEqual([])
  }

  async close(): Promise<void> {
    await this.second.close()
    await this.first.close()
    await this.balancer.close()
  }
}

export async function emptyDatabase(cluster: Cluster): Promise<string> {
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`
  await cluster.ask('postgres', `create database ${name}`)
  return cluster.url(name)
}

/** A client on the chat page who sends each message until it is acknowledged, as the page does. */
export class Writer {
  readonly #url: string
  readonly statuses: number[] = []
  #token = ''

  constructor(url: string) {
    this.#url = url
  }

  async open(): Promise<void> {
    this.#token = (await (await this.#post('/api/chat', {})).json()).token
  }

  async write(text: string): Promise<void> {
    const id = crypto.randomUUID()
    for (let tries = 0; tries < 60; tries++) {
      const answer = await this.#post('/api/chat/messages', { id, text }).catch(() => null)
      if (answer) this.statuses.push(answer.status)
      if (answer?.status === 202) return
      if (answer?.status === 503) expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    throw new Error(`${text} was never acknowledged: ${this.statuses}`)
  }

  /** Follows the chat live; `told` gets every event. */
  follow(url: string, told: (event: any) => void): () => void {
    const stop = new AbortController()
    const run = async (): Promise<void> => {
      const answer = await fetch(`${url}/api/chat/events?token=${this.#token}`, {
        signal: stop.signal,
      })
      let text = ''
      for await (const chunk of answer.body as ReadableStream<Uint8Array>) {
        text += new TextDecoder().decode(chunk)
        const frames = text.split('\n\n')
        text = frames.pop() ?? ''
        for (const frame of frames) {
          const data = /^data: (.*)$/m.exec(frame)?.[1]
          if (data) told(JSON.parse(data))
        }
      }
    }
    run().catch((error) => {
      if (!stop.signal.aborted) throw error
    })
    return () => stop.abort()
  }

  async texts(url: string): Promise<string[]> {
    const texts: string[] = []
    const stop = this.follow(url, (e) => {
      if (e.type === 'message' && e.actor === 'client') texts.push(e.text)
    })
    await new Promise((resolve) => setTimeout(resolve, 400))
    stop()
    return texts
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(this.#url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      body: JSON.stringify(body),
    })
  }
}

export async function signIn(url: string, username: string, password = `${username}-password`) {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username}: ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async (method: string, path: string, body?: object) => {
    const got = await fetch(`${url}/api${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: got.status, body: (await got.json().catch(() => null)) as any }
  }
}

/** A client rings, a lawyer's phone rings, and both are in one room. */
export async function bridged(office: Office): Promise<void> {
  const { ringing, carrier } = office
  const call = carrier.dial('+8613900001234')
  await expect.poll(() => call.asking, { timeout: 10_000 }).not.toBeNull()
  const before = ringing.length
  call.press('1')
  await expect.poll(() => ringing.length, { timeout: 15_000 }).toBeGreaterThan(before)
  const rung = ringing.at(-1) as Call
  void carrier.pickUp(rung)
  await expect.poll(() => rung.asking, { timeout: 10_000 }).not.toBeNull()
  rung.press('1')
  await expect
    .poll(() => rung.room !== null && rung.room === call.room, { timeout: 10_000 })
    .toBe(true)
}
