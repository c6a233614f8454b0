import {
  request as ask,
  type ClientRequest,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { inject } from 'vitest'
import type { DeskFile } from '../../src/setup/desk-file.ts'
import type { EventRow } from '../../src/store/chain.ts'
import type { SetUp } from '../worker/desk-under-test.ts'
import type { Backend, BackendParts } from './backend.ts'

let count = 0

/**
 * A desk in an object of its own, in the run's one workerd. A server in the test's process stands before it: it has the
 * desk's address, and tells the object what time it is with every request.
 */
export class Workerd implements Backend {
  readonly #parts: BackendParts
  readonly #workerd = inject('workerd')
  readonly #host = `desk-${process.pid}-${count++}.test`
  #server: Server | null = null
  #port = 0

  constructor(parts: BackendParts) {
    this.#parts = parts
  }

  async start(): Promise<string> {
    const server = createServer((request, response) => this.#pass(request, response))
    this.#server = server
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    const publicUrl = `http://127.0.0.1:${this.#port}`
    const { telegram, twilio, model, secretKey, file } = this.#parts
    const variables = {
      PORT: String(this.#port),
      PUBLIC_URL: publicUrl,
      SECRET_KEY: Buffer.from(secretKey).toString('base64'),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_WEBHOOK_SECRET: telegram.secret,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_NUMBER: twilio.number,
      TWILIO_API_ROOT: twilio.apiRoot ?? '',
      PUSH_SERVICES: 'google',
      LOG_LEVEL: 'debug',
      ...(model
        ? {
            OPENAI_API_KEY: model.apiKey,
            OPENAI_BASE_URL: model.baseUrl,
            OPENAI_MODEL: model.model,
            OPENAI_DAILY_REQUESTS: String(model.daily),
          }
        : {}),
    }
    await this.control('set-up', { file, variables } satisfies SetUp)
    return publicUrl
  }

  /** The object is put away as the platform does it: without a word to it. */
  async stop(): Promise<void> {
    const server = this.#server
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    await this.evict()
  }

  /** Answers with the fault of an object that is no more. */
  async evict(): Promise<void> {
    await this.control('evict').catch(() => {})
  }

  import = (file: DeskFile) =>
    this.control<{ changed: boolean; logins: number; closed: number }>('import', file)
  nextDue = () => this.control<number | null>('next-due')
  tick = () => this.control<void>('tick')
  idle = () => this.control<void>('idle')
  lines = () => this.control<EventRow[]>('lines')

  /** What the test's door to the object answers (test/worker/entry.ts). */
  async control<T>(act: string, body: object = {}): Promise<T> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const inner = this.#ask('POST', `/__test/${act}`, {}, resolve)
      inner.on('error', reject)
      inner.end(JSON.stringify(body))
    })
    const text = Buffer.concat(await answer.toArray()).toString()
    if (answer.statusCode !== 200) throw new Error(`${act}: ${answer.statusCode} ${text}`)
    return JSON.parse(text) as T
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', url = '/', headers } = request
    const inner = this.#ask(method, url, headers, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      // One that breaks off breaks the other off.
      pipeline(answer, response, () => {})
    })
    // A body that is refused unread is no matter once the refusal is there.
    inner.on('error', () => response.headersSent || response.destroy())
    response.on('close', () => inner.destroy())
    request.pipe(inner)
  }

  #ask(
    method: string,
    path: string,
    headers: IncomingHttpHeaders,
    answered: (answer: IncomingMessage) => void,
  ): ClientRequest {
    const told = { ...headers, host: this.#host, 'x-test-now': String(this.#parts.now()) }
    const to = { host: '127.0.0.1', port: this.#workerd, method, path, headers: told }
    return ask(to, (answer) => {
      this.#tell(answer.headers['x-test-log'])
      answered(answer)
    })
  }

  #tell(header: string | string[] | undefined): void {
    if (typeof header !== 'string') return
    for (const { level, fields, message } of JSON.parse(decodeURIComponent(header))) {
      this.#parts.log(level, fields, message)
    }
  }
}
