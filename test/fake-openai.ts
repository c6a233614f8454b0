import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { ModelConfig } from '../src/assist/port/model.ts'
import { purposes } from '../src/desk/assist/purpose.ts'

/**
 * A model that speaks OpenAI's protocol: chat completions, responses or both, in streams or not, well or badly. It
 * refuses what the published API would refuse.
 */

const message = z.strictObject({
  role: z.enum(['system', 'developer', 'user', 'assistant']),
  content: z.string().min(1),
})

/** The parameters of the published API that a text request may have. */
const shared = {
  model: z.string().min(1),
  stream: z.boolean().nullish(),
  store: z.boolean().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
}
const published = {
  chat: z.strictObject({ ...shared, messages: z.array(message).min(1) }),
  responses: z.strictObject({
    ...shared,
    input: z.union([z.string().min(1), z.array(message).min(1)]),
    instructions: z.string().nullish(),
  }),
}

type Api = keyof typeof published

export interface Asked {
  api: Api
  stream: boolean
  store: boolean | null
  /** All that was sent, as one text. */
  text: string
  /** The user's part, read. */
  input: any
}

export class FakeOpenAi {
  readonly asked: Asked[] = []
  /** What the published rules say against the requests that came. */
  readonly faults: string[] = []
  readonly key = 'sk-test-0123456789'
  speaks: 'chat' | 'responses' | 'both' = 'both'
  streams: 'asked' | 'always' | 'only' = 'asked'
  /** Used up one a request, before any answer. */
  trouble: (
    | { status: number; headers?: Record<string, string> }
    | { slow: number }
    | { cut: true }
  )[] = []
  /** What the model writes. An object is written as JSON. */
  answer: (asked: Asked) => unknown = () => ({})
  #server: Server | null = null
  #port = 0

  async listen(): Promise<string> {
    if (this.#server) return `http://127.0.0.1:${this.#port}/v1`
    this.#server = createServer((request, response) => void this.#serve(request, response))
    await new Promise<void>((resolve) => this.#server?.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
    return `http://127.0.0.1:${this.#port}/v1`
  }

  async config(rest: Partial<ModelConfig> = {}): Promise<ModelConfig> {
    const baseUrl = await this.listen()
    return { apiKey: this.key, baseUrl, model: 'test-model', daily: 2000, purposes, ...rest }
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** Requests whose input has this field, which tells their purpose. */
  about(field: string): Asked[] {
    return this.asked.filter(({ input }) => input && field in input)
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString()
    const api = { '/v1/chat/completions': 'chat', '/v1/responses': 'responses' }[
      request.url ?? ''
    ] as Api | undefined
    if (!api || (this.speaks !== 'both' && this.speaks !== api) || request.method !== 'POST') {
      return refuse(response, 404, 'unknown_url')
    }
    if (request.headers.authorization !== `Bearer ${this.key}`) {
      return refuse(response, 401, 'invalid_api_key')
    }
    const found = published[api].safeParse(JSON.parse(body))
    if (!found.success) {
      this.faults.push(`${api}: ${found.error.message}`)
      return refuse(response, 400, 'invalid_request_error')
    }
    const stream = found.data.stream === true
    if (this.streams === 'only' && !stream) return refuse(response, 400, 'only_streams')
    const trouble = this.trouble.shift()
    if (trouble && 'status' in trouble) {
      return refuse(response, trouble.status, 'trouble', trouble.headers)
    }
    if (trouble && 'slow' in trouble) await new Promise((done) => setTimeout(done, trouble.slow))
    const asked = read(api, stream, found.data)
    this.asked.push(asked)
    const said = this.answer(asked)
    const text = typeof said === 'string' ? said : JSON.stringify(said)
    if (stream || this.streams === 'always') {
      return sendStream(response, api, text, trouble !== undefined && 'cut' in trouble)
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(whole(api, text)))
  }
}

function read(api: Api, stream: boolean, data: object): Asked {
  const { messages, input, store } = data as {
    messages?: { role: string; content: string }[]
    input?: { role: string; content: string }[] | string
    store?: boolean
  }
  const list =
    messages ?? (typeof input === 'string' ? [{ role: 'user', content: input }] : input) ?? []
  const user = list.find(({ role }) => role === 'user')?.content ?? ''
  const parsed = user.startsWith('{') ? JSON.parse(user) : null
  const text = list.map(({ content }) => content).join('\n')
  return { api, stream, store: store ?? null, text, input: parsed }
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ error: { message: code, type: code, code, param: null } }))
}

const whole = (api: Api, text: string): object =>
  api === 'chat'
    ? {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 0,
        model: 'test-model',
        choices: [
          { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } },
        ],
      }
    : {
        id: 'resp_1',
        object: 'response',
        status: 'completed',
        model: 'test-model',
        output: [
          { id: 'rs_1', type: 'reasoning', summary: [] },
          {
            id: 'msg_1',
            type: 'message',
            role: 'assistant',
            status: 'completed',
            content: [{ type: 'output_text', text, annotations: [] }],
          },
        ],
      }

/** Three characters at a time, so that nothing depends on where a piece ends. */
function sendStream(response: ServerResponse, api: Api, text: string, cut: boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  const pieces = text.match(/[\s\S]{1,3}/g) ?? []
  for (const [at, piece] of pieces.entries()) {
    if (cut && at === 2) {
      response.destroy()
      return
    }
    if (api === 'chat') {
      const choices = [{ index: 0, delta: { content: piece }, finish_reason: null }]
      response.write(`data: ${JSON.stringify({ object: 'chat.completion.chunk', choices })}\n\n`)
    } else {
      const event = { type: 'response.output_text.delta', delta: piece, output_index: 1 }
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    }
  }
  if (api === 'chat') response.end('data: [DONE]\n\n')
  else {
    const event = { type: 'response.completed', response: whole(api, text) }
    response.end(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  }
}
