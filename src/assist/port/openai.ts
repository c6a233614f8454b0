import type OpenAI from 'openai'
import { type Ask, type Message, type Model, type ModelConfig, ModelError } from './model.ts'
import { Gathered, wholeText } from './shapes.ts'

/**
 * Any endpoint that speaks OpenAI's protocol. Some know chat completions alone, some responses alone, some answer in
 * streams alone: what it understood last is asked first the next time.
 */

interface Way {
  api: 'chat' | 'responses'
  stream: boolean
  /** Without fields that older servers do not know. */
  bare?: boolean
}

const ways: Way[] = [
  { api: 'chat', stream: false },
  { api: 'responses', stream: false },
  { api: 'chat', stream: false, bare: true },
  { api: 'chat', stream: true, bare: true },
  { api: 'responses', stream: true, bare: true },
]

/** Not understood, rather than not possible just now. */
const otherWay = new Set([400, 404, 405, 406, 415, 422, 501])

export class OpenAiModel implements Model {
  readonly #config: ModelConfig
  /** The door out: to the host that was named and to no other. */
  readonly #out: typeof fetch
  #client: Promise<OpenAI> | null = null
  #way: Way | null = null

  constructor(config: ModelConfig, out: typeof fetch) {
    this.#config = config
    this.#out = out
  }

  async complete(messages: Message[], options: Ask): Promise<string> {
    const first = this.#way
    for (const way of first ? [first, ...ways.filter((one) => one !== first)] : ways) {
      try {
        const found = await this.#ask(way, messages, options)
        this.#way = way
        return found
      } catch (error) {
        const known = asModelError(error, options.signal)
        if (known.status === null || !otherWay.has(known.status)) throw known
      }
    }
    throw new ModelError('broken')
  }

  async #ask(way: Way, messages: Message[], { signal, retries }: Ask): Promise<string> {
    this.#client ??= load(this.#config, this.#out)
    const client = await this.#client
    const { model } = this.#config
    const request = { signal, maxRetries: retries }
    // Nothing of a case is to stay with whoever runs the model.
    const keep = way.bare ? {} : { store: false }
    const asked =
      way.api === 'chat'
        ? client.chat.completions.create({ model, messages, stream: way.stream, ...keep }, request)
        : client.responses.create({ model, input: messages, stream: way.stream, ...keep }, request)
    return read(await asked.asResponse(), signal)
  }
}

/** Loaded when first used: a start counts in milliseconds, and most desks have no model. */
async function load({ apiKey, baseUrl }: ModelConfig, out: typeof fetch): Promise<OpenAI> {
  const { default: Client } = await import('openai')
  return new Client({
    apiKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    // Its debug log would hold what was asked.
    logLevel: 'off',
    fetch: out,
  })
}

/** Streams come asked for or not. */
async function read(response: Response, signal: AbortSignal): Promise<string> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('text/event-stream')) return wholeText(await response.json())
  const { Stream } = await import('openai/streaming')
  const controller = new AbortController()
  const end = (): void => controller.abort()
  signal.addEventListener('abort', end, { once: true })
  try {
    const gathered = new Gathered()
    for await (const event of Stream.fromSSEResponse<unknown>(response, controller)) {
      gathered.add(event)
    }
    // A stream that is broken off ends without a word.
    if (signal.aborted) throw new ModelError('slow')
    return gathered.text
  } finally {
    signal.removeEventListener('abort', end)
    controller.abort()
  }
}

function asModelError(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error
  if (signal.aborted) return new ModelError('slow')
  const { status } = error as { status?: unknown }
  return new ModelError('broken', typeof status === 'number' ? status : null)
}
