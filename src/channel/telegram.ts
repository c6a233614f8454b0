import { timingSafeEqual } from 'node:crypto'
import type { CallbackQuery, InlineKeyboardMarkup, Message, Update } from 'telegraf/types'
import type { Language } from '../desk/desk.ts'
import type { Act, ChoiceLabel } from '../desk/effect.ts'
import type { Fetch } from '../outgoing.ts'
import {
  type Channel,
  fromStatus,
  noAnswer,
  type Parcel,
  SEND_TIMEOUT,
  SendError,
} from './channel.ts'

/** Telegram by webhook: updates in, Bot API calls out. Only private chats are served. */

export interface TelegramConfig {
  token: string
  /** What Telegram repeats in X-Telegram-Bot-Api-Secret-Token. */
  secret: string
  apiRoot: string
}

/** An update in plain terms; what it means depends on whether the chat is a lawyer's. */
export interface Said {
  key: string
  chat: number
  language: Language
  /** Null where it was not text. */
  text: string | null
  /** Id of the message replied to. */
  replyTo: string | null
  /** A tapped button. */
  tapped: { choice: string; query: string } | null
}

export function secretMatches(config: TelegramConfig, given: string | undefined): boolean {
  const wanted = Buffer.from(config.secret)
  const got = Buffer.from(given ?? '')
  return got.length === wanted.length && timingSafeEqual(got, wanted)
}

/** Null for an update that is not valid; `kind` alone for one that says nothing to the desk. */
export function readUpdate(body: unknown): Said | { kind: string } | null {
  if (typeof body !== 'object' || body === null) return null
  const update = body as Partial<Update.CallbackQueryUpdate & Update.MessageUpdate> & {
    edited_message?: Message
  }
  if (!Number.isSafeInteger(update.update_id)) return null
  const key = `telegram:${update.update_id}`
  const message = update.message ?? update.edited_message
  if (message) return readMessage(key, message as Message & { text?: string })
  if (update.callback_query) return readTap(key, update.callback_query)
  return { kind: Object.keys(update).find((name) => name !== 'update_id') ?? 'empty' }
}

function readMessage(
  key: string,
  message: Message & { text?: string },
): Said | { kind: string } | null {
  const { chat, from, text } = message
  if (!Number.isSafeInteger(chat?.id)) return null
  if (chat.type !== 'private') return { kind: `${chat.type}_message` }
  const reply = (message as Message.TextMessage).reply_to_message?.message_id
  return {
    key,
    chat: chat.id,
    language: languageOf(from?.language_code),
    text: typeof text === 'string' ? text : null,
    replyTo: reply === undefined ? null : String(reply),
    tapped: null,
  }
}

function readTap(key: string, query: CallbackQuery): Said | { kind: string } | null {
  const chat = query.message?.chat.id ?? query.from?.id
  if (!Number.isSafeInteger(chat) || typeof query.id !== 'string') return null
  if (!('data' in query) || typeof query.data !== 'string') return { kind: 'callback_query' }
  return {
    key,
    chat: chat as number,
    language: languageOf(query.from.language_code),
    text: null,
    replyTo: null,
    tapped: { choice: query.data, query: query.id },
  }
}

const languageOf = (code: string | undefined): Language =>
  code === undefined || code.startsWith('zh') ? 'zh-CN' : 'en'

export function openTelegram(config: TelegramConfig, out: Fetch): Channel {
  const place = (call: Call): Promise<string | null> => callApi(config, call, out)
  return {
    async send(parcel) {
      const call = callFor(parcel)
      if (call === null) return null
      try {
        return await place(call)
      } catch (error) {
        const anew = call.method === 'editMessageText' ? insteadOf(error, parcel) : null
        if (anew === null) throw toSendError(error)
        if (anew === 'same') return parcel.receipt
        return await place(anew).catch((again) => {
          throw toSendError(again)
        })
      }
    },
  }
}

/** What the Bot API answers (core.telegram.org/bots/api#making-requests). */
interface Answer {
  ok?: boolean
  result?: true | { message_id?: number }
  error_code?: number
  description?: string
  parameters?: { retry_after?: number }
}

/** Rejects with `{response}`, the API's own refusal, or with whatever kept the answer away. Its id, where it has one. */
async function callApi(
  { apiRoot, token }: TelegramConfig,
  { method, payload }: Call,
  out: Fetch,
): Promise<string | null> {
  const got = await out(`${apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
    signal: AbortSignal.timeout(SEND_TIMEOUT),
  })
  const answer = (await got.json().catch(() => ({}))) as Answer
  if (!answer.ok) throw { response: { error_code: got.status, ...answer } }
  const { result } = answer
  return result === true || result?.message_id === undefined ? null : String(result.message_id)
}

/** A step whose message the client deleted, or that cannot be changed any more, is said anew; one that shows it already is left. */
function insteadOf(error: unknown, { act, address, words }: Parcel): Call | 'same' | null {
  const refused = (error as { response?: { error_code?: number; description?: string } }).response
  if (refused?.error_code !== 400 || act.do !== 'amend' || !act.choices) return null
  if (/not modified/.test(refused.description ?? '')) return 'same'
  return sendMessage(address, words, act.choices)
}

type Call =
  | { method: 'sendMessage'; payload: object }
  | { method: 'editMessageText'; payload: object }
  | { method: 'answerCallbackQuery'; payload: object }

function callFor({ act, address, words, receipt }: Parcel): Call | null {
  switch (act.do) {
    case 'text':
      return sendMessage(address, words, act.choices)
    case 'amend':
      // The message it would amend never got there: nothing to mend, but a step is still to be said.
      if (receipt === null) return act.choices ? sendMessage(address, words, act.choices) : null
      return {
        method: 'editMessageText',
        payload: {
          chat_id: Number(address),
          message_id: Number(receipt),
          text: words,
          link_preview_options: { is_disabled: true },
          ...(act.choices ? { reply_markup: keyboard(act.choices) } : {}),
        },
      }
    case 'toast':
      return {
        method: 'answerCallbackQuery',
        payload: { callback_query_id: act.query, ...(words === null ? {} : { text: words }) },
      }
    default:
      throw new SendError(`telegram_cannot_${act.do}`, true)
  }
}

const sendMessage = (
  address: string | null,
  words: string | null,
  choices: ChoiceLabel[],
): Call => ({
  method: 'sendMessage',
  payload: {
    chat_id: Number(address),
    text: words,
    link_preview_options: { is_disabled: true },
    ...(choices.length > 0 ? { reply_markup: keyboard(choices) } : {}),
  },
})

type TextAct = Extract<Act, { do: 'text' }>

const keyboard = (choices: TextAct['choices']): InlineKeyboardMarkup => ({
  inline_keyboard: choices.map(({ id, label }) => [{ text: label, callback_data: id }]),
})

function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error
  const response = (
    error as { response?: { error_code?: unknown; parameters?: { retry_after?: number } } }
  ).response
  if (typeof response?.error_code === 'number') {
    return fromStatus('telegram', response.error_code, response.parameters?.retry_after ?? null)
  }
  return noAnswer('telegram', error)
}
