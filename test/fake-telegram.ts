import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Telegram as a bot meets it: the Bot API methods the desk uses, refusing what the published API refuses. */

export interface Sent {
  method: string
  chat: number | null
  text: string | null
  buttons: { text: string; data: string }[]
  id: number
  payload: Record<string, unknown>
}

const methods: Record<string, { required: string[]; known: string[] }> = {
  sendMessage: {
    required: ['chat_id', 'text'],
    known: [
      'chat_id',
      'text',
      'business_connection_id',
      'message_thread_id',
      'parse_mode',
      'entities',
      'link_preview_options',
      'disable_notification',
      'protect_content',
      'reply_parameters',
      'reply_markup',
    ],
  },
  editMessageText: {
    required: ['text'],
    known: [
      'chat_id',
      'message_id',
      'inline_message_id',
      'text',
      'parse_mode',
      'entities',
      'link_preview_options',
      'reply_markup',
    ],
  },
  answerCallbackQuery: {
    required: ['callback_query_id'],
    known: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
  },
}

export class FakeTelegram {
  readonly sent: Sent[] = []
  readonly faults: string[] = []
  /** Answers the next requests (to one chat) with these instead: a status, and seconds to wait for a 429. */
  readonly trouble: { status: number; retryAfter?: number; chat?: number }[] = []
  /** Chats that have blocked the bot. */
  readonly blocked = new Set<number>()
  /** The client deleted the messages there were. */
  refuseEdits = false
  readonly token = '123456:fake-token'
  readonly secret = 'fake_secret'
  deskUrl = ''
  readonly #server: Server
  #updates = 1000
  #messages = 1

  constructor() {
    this.#server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const { status, answer } = this.#serve(request.url ?? '', body)
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(answer))
      })
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(url: string, body: string): { status: number; answer: object } {
    const payload = JSON.parse(body) as Record<string, unknown>
    const next = this.trouble.findIndex(
      ({ chat }) => chat === undefined || chat === payload.chat_id,
    )
    const trouble = this.trouble[next]
    if (trouble) {
      this.trouble.splice(next, 1)
      const { status, retryAfter } = trouble
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
      return {
        status,
        answer: { ok: false, error_code: status, description: 'trouble', ...parameters },
      }
    }
    const method = url.startsWith(`/bot${this.token}/`)
      ? url.slice(`/bot${this.token}/`.length)
      : ''
    const refused = this.#refusal(method, payload)
    if (refused) {
      this.faults.push(`${method}: ${refused}`)
      return { status: 400, answer: { ok: false, error_code: 400, description: refused } }
    }
    if (this.refuseEdits && method === 'editMessageText') {
      const description = 'Bad Request: message to edit not found'
      return { status: 400, answer: { ok: false, error_code: 400, description } }
    }
    const chat = typeof payload.chat_id === 'number' ? payload.chat_id : null
    if (chat !== null && this.blocked.has(chat)) {
      const description = 'Forbidden: bot was blocked by the user'
      return { status: 403, answer: { ok: false, error_code: 403, description } }
    }
    const id = method === 'sendMessage' ? this.#messages++ : Number(payload.message_id ?? 0)
    this.sent.push({
      method,
      chat,
      text: (payload.text as string) ?? null,
      buttons: buttonsOf(payload),
      id,
      payload,
    })
    const result =
      method === 'answerCallbackQuery' ? true : { message_id: id, date: 0, chat: { id: chat } }
    return { status: 200, answer: { ok: true, result } }
  }

  #refusal(method: string, payload: Record<string, unknown>): string | null {
    const rule = methods[method]
    if (!rule) return 'Not Found'
    const missing = rule.required.find((name) => payload[name] === undefined)
    if (missing) return `Bad Request: ${missing} is empty`
    const stray = Object.keys(payload).find((name) => !rule.known.includes(name))
    if (stray) return `Bad Request: unknown parameter ${stray}`
    const text = payload.text
    if (typeof text === 'string') {
      const limit = method === 'answerCallbackQuery' ? 200 : 4096
      if (text === '') return 'Bad Request: message text is empty'
      if (text.length > limit) return 'Bad Request: message is too long'
    }
    for (const { text: label, data } of buttonsOf(payload)) {
      const bytes = Buffer.byteLength(data)
      if (!label || bytes < 1 || bytes > 64) return 'Bad Request: BUTTON_DATA_INVALID'
    }
    return null
  }

  /** A signed update to the desk. */
  async update(update: object, secret = this.secret): Promise<Response> {
    return fetch(`${this.deskUrl}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: this.#updates++, ...update }),
    })
  }

  say(chat: number, text: string, replyTo?: number): Promise<Response> {
    return this.update({
      message: {
        message_id: this.#messages++,
        date: 0,
        from: {
          id: chat,
          is_bot: false,
          first_name: '王五',
          username: 'wangwu_real',
          language_code: 'zh-hans',
        },
        chat: { id: chat, type: 'private', first_name: '王五' },
        text,
        ...(replyTo === undefined
          ? {}
          : {
              reply_to_message: {
                message_id: replyTo,
                date: 0,
                chat: { id: chat, type: 'private' },
              },
            }),
      },
    })
  }

  tap(chat: number, data: string): Promise<Response> {
    return this.update({
      callback_query: {
        id: String(this.#updates),
        from: { id: chat, is_bot: false, first_name: '王五' },
        message: { message_id: 1, date: 0, chat: { id: chat, type: 'private' } },
        chat_instance: '1',
        data,
      },
    })
  }

  /** Texts shown in a chat, in order. */
  in(chat: number): Sent[] {
    return this.sent.filter((sent) => sent.chat === chat)
  }
}

function buttonsOf(payload: Record<string, unknown>): { text: string; data: string }[] {
  const markup = payload.reply_markup as
    | { inline_keyboard?: { text: string; callback_data?: string }[][] }
    | undefined
  return (markup?.inline_keyboard ?? [])
    .flat()
    .map(({ text, callback_data: data = '' }) => ({ text, data }))
}
