import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { ModelConfig } from '../src/assist/port/model.ts'
import { Carrier } from '../src/phone/carrier.ts'
import { type DeskFile, readDeskFile } from '../src/setup/desk-file.ts'
import { loadContent } from '../src/setup/files.ts'
import type { Backend } from './backend/backend.ts'
import { openBackend } from './backend/open.ts'
import { FakeTelegram } from './fake-telegram.ts'
import { passwordHashes } from './passwords.ts'

/** A whole desk over real HTTP, with fakes for what the internet would be and a clock that is moved by hand. */

export const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const always = (lawyer: string, tier = 'primary') => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier,
  mode: 'fixed',
  days: week,
  from: '00:00',
  to: '24:00',
})

/** Two in front, one behind, one coordinator. */
export const smallDesk = (routing: object = {}) => ({
  desk: { name: '江城市法律援助中心', timezone: 'Asia/Shanghai', language: 'zh-CN' },
  stations: [{ id: 'jiangcheng', name: '江城市法律援助工作站', phone: '+862712345678' }],
  lawyers: (
    [
      ['zhang', '张敏', 1],
      ['li', '李伟', 2],
      ['wang', '王芳', 3],
    ] as const
  ).map(([id, name, n]) => ({
    id,
    name,
    licence: `1420120101000000${n}`,
    firm: '江城律师事务所',
    phone: `+861380000000${n}`,
    telegram: 900000 + Number(n),
    languages: ['zh-CN'],
    trained: '2026-01-10',
    status: 'active',
    limit: 3,
    login: { username: id, passwordHash: passwordHashes[id] },
  })),
  coordinators: [
    { id: 'chen', name: '陈静', login: { username: 'chen', passwordHash: passwordHashes.chen } },
  ],
  shifts: [always('zhang'), always('li'), always('wang', 'backup')],
  routing,
})

/** 2026-11-23 10:00 in Shanghai, a Monday. */
export const monday10 = Date.UTC(2026, 10, 23, 2, 0)

export class TestDesk {
  readonly carrier: Carrier
  readonly telegram = new FakeTelegram()
  readonly folder = mkdtempSync(join(tmpdir(), 'zhiban-'))
  readonly logs: { level: string; fields: object; message: string }[] = []
  readonly file: DeskFile
  now = monday10
  url = ''
  backend!: Backend

  constructor(file: object = smallDesk()) {
    this.file = readDeskFile(stringify(file))
    this.carrier = new Carrier({
      accountSid: 'ACtest',
      authToken: 'auth-token',
      number: '+862700000000',
      deskUrl: '',
      realTime: false,
    })
  }

  static async open(
    file?: object,
    model: (() => Promise<ModelConfig>) | null = null,
  ): Promise<TestDesk> {
    const test = new TestDesk(file)
    const telegramRoot = await test.telegram.listen()
    const carrierRoot = await test.carrier.listen()
    const asked = model && (await model())
    test.backend = openBackend({
      file: test.file,
      content: loadContent(),
      folder: test.folder,
      secretKey: Buffer.alloc(32, 7),
      now: () => test.now,
      telegram: {
        token: test.telegram.token,
        secret: test.telegram.secret,
        apiRoot: telegramRoot,
      },
      twilio: {
        accountSid: 'ACtest',
        authToken: 'auth-token',
        number: '+862700000000',
        apiRoot: carrierRoot,
      },
      model: asked,
      log: (level, fields, message) => {
        test.logs.push({ level, fields, message })
        if (level === 'error') console.error(message, fields)
      },
    })
    await test.start()
    return test
  }

  async start(): Promise<void> {
    this.url = await this.backend.start()
    this.carrier.deskUrl = this.url
    this.telegram.deskUrl = this.url
  }

  /** Stops the process part and starts it again on what is stored. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async stop(): Promise<void> {
    await this.backend.stop()
  }

  async close(): Promise<void> {
    await this.stop()
    await this.carrier.close()
    await this.telegram.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Moves the clock from one due thing to the next, letting everything be sent on the way. */
  async pass(seconds: number): Promise<void> {
    const until = this.now + seconds * 1000
    while (this.now < until) {
      const next = Math.min(until, (await this.backend.nextDue()) ?? until)
      this.now = Math.max(next, this.now + 1)
      await this.backend.tick()
      await this.settle()
    }
  }

  /** Until nothing is being sent and every phone has heard what it is to hear. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const before = `${this.carrier.requests.length} ${this.telegram.sent.length}`
      await this.backend.idle()
      await new Promise((resolve) => setTimeout(resolve, 4))
      quiet =
        before === `${this.carrier.requests.length} ${this.telegram.sent.length}` ? quiet + 1 : 0
    }
  }

  async signIn(username: string): Promise<Person> {
    const answer = await fetch(`${this.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: `${username}-password` }),
    })
    if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`)
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return new Person(this, cookie)
  }

  async openChat(language?: string): Promise<ChatClient> {
    const answer = await fetch(`${this.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(language ? { language } : {}),
    })
    const { token, conversation } = (await answer.json()) as { token: string; conversation: string }
    return new ChatClient(this, token, conversation)
  }
}

/** Somebody signed in. */
export class Person {
  readonly #desk: TestDesk
  readonly cookie: string
  constructor(desk: TestDesk, cookie: string) {
    this.#desk = desk
    this.cookie = cookie
  }

  async ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const answer = await fetch(`${this.#desk.url}/api${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    // A live stream has no end to wait for.
    const live = answer.headers.get('content-type')?.startsWith('text/event-stream')
    if (live) await answer.body?.cancel()
    const text = live ? '' : await answer.text()
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text }
  }

  get = (path: string) => this.ask('GET', path)
  post = (path: string, body: unknown = {}) => this.ask('POST', path, body)
  put = (path: string, body: unknown) => this.ask('PUT', path, body)
  patch = (path: string, body: unknown) => this.ask('PATCH', path, body)
  remove = (path: string) => this.ask('DELETE', path)

  async offers(): Promise<any[]> {
    return (await this.get('/offers')).body.items
  }

  async takeFirst(): Promise<{ status: number; body: any }> {
    return this.post(`/offers/${(await this.offers())[0]?.id}/accept`)
  }

  say(conversation: string, text: string, id: string = crypto.randomUUID()) {
    return this.post(`/conversations/${conversation}/messages`, { id, text })
  }
}

export class ChatClient {
  readonly #desk: TestDesk
  readonly token: string
  readonly conversation: string
  constructor(desk: TestDesk, token: string, conversation: string) {
    this.#desk = desk
    this.token = token
    this.conversation = conversation
  }

  send(body: object): Promise<Response> {
    return fetch(`${this.#desk.url}/api/chat/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
    })
  }

  write(text: string, id: string = crypto.randomUUID()): Promise<Response> {
    return this.send({ id, text })
  }

  choose(choice: string): Promise<Response> {
    return this.send({ id: crypto.randomUUID(), choice })
  }

  /** Everything told so far, read as a browser does. */
  async events(after = 0): Promise<any[]> {
    const stop = new AbortController()
    const answer = await fetch(`${this.#desk.url}/api/chat/events`, {
      headers: { authorization: `Bearer ${this.token}`, 'last-event-id': String(after) },
      signal: stop.signal,
    })
    const events: any[] = []
    let text = ''
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const next = await Promise.race([
        reader.read(),
        new Promise<null>((resolve) => setTimeout(resolve, 60, null)),
      ])
      if (!next || next.done) break
      text += decoder.decode(next.value, { stream: true })
    }
    stop.abort()
    for (const frame of text.split('\n\n')) {
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      if (data) events.push(JSON.parse(data))
    }
    return events
  }

  async texts(actor: string): Promise<string[]> {
    return (await this.events())
      .filter((event) => event.type === 'message' && event.actor === actor)
      .map(({ text }) => text)
  }
}
