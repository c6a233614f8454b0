import type { Channel, Language } from './desk.ts'
import type { ChoiceLabel, Recipient, Words } from './effect.ts'
import { flowOf, stepOf, targetOf } from './flow.ts'
import { lawyersOf } from './rota.ts'
import type { Conversation } from './state.ts'
import type { Turn } from './turn.ts'

/** What is said to clients and lawyers: logged, kept as sealed words, and pushed where the channel does not fetch. */

/** Longest text one send may hold (Telegram Bot API sendMessage; Twilio Messages `Body`). */
const longest: Record<Exclude<Channel, 'webchat' | 'phone'>, number> = {
  telegram: 4096,
  sms: 1600,
  whatsapp: 1600,
}

/** Room kept for the prefix and the numbered choices that go with a text. */
const MARGIN = 300

/** Start and end of each piece, never inside a surrogate pair. */
export function pieces(length: number, limit: number, text?: string): [number, number][] {
  const found: [number, number][] = []
  let start = 0
  while (start < length || found.length === 0) {
    let end = Math.min(length, start + limit)
    if (text && end < length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end--
    found.push([start, end])
    start = end
    if (length === 0) break
  }
  return found
}

export function labelOf(turn: Turn, conversation: Conversation, choice: string): string {
  const fixed = turn.locale(conversation).choices
  if (choice in fixed) return fixed[choice as keyof typeof fixed]
  const target = targetOf(choice)
  const at = conversation.position
  const flow = at && flowOf(turn.snapshot.content, at.flow, conversation.language)
  if (!flow || !at || target === null) return choice
  const { step } = stepOf(flow, at.step)
  return step.choices.find((option) => option.to === target)?.label ?? choice
}

/** The desk speaks to a client in writing. */
export function say(
  turn: Turn,
  conversation: Conversation,
  text: string,
  choices: string[] = [],
): Conversation {
  const words = turn.words(text)
  const labels = choices.map((id) => ({ id, label: labelOf(turn, conversation, id) }))
  turn.log({
    type: 'message',
    actor: 'desk',
    conversation: conversation.id,
    words,
    ...(labels.length > 0 ? { data: { choices: labels } } : {}),
  })
  push(turn, conversation, words, labels)
  return turn.put(conversation, choices.length > 0 ? { choices } : {})
}

/** What the desk said aloud on a call; kept so that the timeline tells what the caller was told. */
export function said(turn: Turn, conversation: Conversation, text: string): void {
  turn.log({
    type: 'message',
    actor: 'desk',
    conversation: conversation.id,
    words: turn.words(text),
    data: { aloud: true },
  })
}

/** Hands words already logged to the client's channel; a web chat fetches them from the log itself. */
export function push(
  turn: Turn,
  conversation: Conversation,
  words: Words,
  choices: ChoiceLabel[] = [],
): void {
  const { channel, contact } = conversation
  if (channel === 'webchat' || channel === 'phone' || contact === null) return
  const parts = pieces(words.text.length, longest[channel] - MARGIN, words.text)
  parts.forEach(([start, end], index) => {
    const last = index === parts.length - 1
    turn.ask({
      do: 'send',
      item: {
        key: parts.length === 1 ? words.id : `${words.id}/${index}`,
        lane: `${channel}:${contact}`,
        channel,
        to: { contact },
        conversation: conversation.id,
        content: words.id,
        act: {
          do: 'text',
          choices: last ? choices : [],
          ...(parts.length > 1 ? { slice: [start, end] as [number, number] } : {}),
        },
        expiresAt: null,
      },
    })
  })
}

/** Whether this lawyer can be written to outside the browser. */
export function reachable(turn: Turn, lawyer: string): boolean {
  return (
    turn.snapshot.channels.has('telegram') &&
    lawyersOf(turn.desk).get(lawyer)?.telegram != null
  )
}

interface ToLawyer {
  lawyer: string
  conversation: string | null
  /** Words of the desk's own, kept with the conversation. */
  text?: string
  /** Or words already kept: a client's. */
  heard?: { content: string; length: number }
  prefix?: string
  choices?: ChoiceLabel[]
  expiresAt?: number
}

/** Writes to a lawyer's Telegram, where they have one. Returns the item's key, or null where they have none. */
export function tell(turn: Turn, message: ToLawyer): string | null {
  const { lawyer, conversation, heard, prefix, choices = [] } = message
  if (!reachable(turn, lawyer)) return null
  const own = message.text === undefined ? null : turn.words(message.text)
  const content = own ? own.id : (heard?.content ?? null)
  const length = own ? own.text.length : (heard?.length ?? 0)
  if (own) turn.ask({ do: 'keep', words: own, conversation })
  const parts = pieces(length, longest.telegram - MARGIN, own?.text)
  let key = ''
  parts.forEach(([start, end], index) => {
    key = turn.id()
    turn.ask({
      do: 'send',
      item: {
        key,
        lane: `telegram:lawyer:${lawyer}`,
        channel: 'telegram',
        to: { lawyer },
        conversation,
        content,
        act: {
          do: 'text',
          choices: index === parts.length - 1 ? choices : [],
          ...(prefix === undefined ? {} : { prefix }),
          ...(parts.length > 1 ? { slice: [start, end] as [number, number] } : {}),
        },
        expiresAt: message.expiresAt ?? null,
      },
    })
  })
  return key
}

/** Changes what an earlier message to a lawyer showed, buttons gone. */
export function amend(turn: Turn, lawyer: string, conversation: string, item: string, text: string) {
  if (!reachable(turn, lawyer)) return
  const words = turn.words(text)
  turn.ask({ do: 'keep', words, conversation })
  turn.ask({
    do: 'send',
    item: {
      key: turn.id(),
      lane: `telegram:lawyer:${lawyer}`,
      channel: 'telegram',
      to: { lawyer },
      conversation,
      content: words.id,
      act: { do: 'amend', item },
      expiresAt: null,
    },
  })
}

/** Answers a tapped button, with a line that shows briefly where there is something to say. */
export function toast(turn: Turn, query: string | undefined, message: string | null): void {
  if (query === undefined || !turn.snapshot.channels.has('telegram')) return
  const words = message === null ? null : turn.words(message)
  if (words) turn.ask({ do: 'keep', words, conversation: null })
  turn.ask({
    do: 'send',
    item: {
      key: turn.id(),
      lane: `telegram:toast:${query}`,
      channel: 'telegram',
      to: null,
      conversation: null,
      content: words?.id ?? null,
      act: { do: 'toast', query },
      expiresAt: turn.now + 60_000,
    },
  })
}

/** A text message to a phone that is otherwise only rung; never with anything about the case (R29.6). */
export function text(turn: Turn, conversation: Conversation, to: Recipient, message: string): void {
  if (!turn.snapshot.channels.has('sms')) return
  const words = turn.words(message)
  turn.ask({ do: 'keep', words, conversation: conversation.id })
  turn.ask({
    do: 'send',
    item: {
      key: words.id,
      lane: 'lawyer' in to ? `sms:lawyer:${to.lawyer}` : `sms:${to.contact}`,
      channel: 'sms',
      to,
      conversation: conversation.id,
      content: words.id,
      act: { do: 'text', choices: [] },
      expiresAt: null,
    },
  })
}

export const other = (language: Language): Language => (language === 'en' ? 'zh-CN' : 'en')
