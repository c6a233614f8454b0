import type { Channel, Language } from '../desk.ts'
import type { ChoiceLabel, Words } from '../effect.ts'
import { flowOf, stepOf, targetOf } from '../flow.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'

/** What is said to clients: logged, kept as sealed words, and pushed where the channel does not fetch. */

/** Longest text one send may hold (Telegram Bot API sendMessage; Twilio Messages `Body`). */
export const longest: Record<Exclude<Channel, 'webchat' | 'phone'>, number> = {
  telegram: 4096,
  sms: 1600,
  whatsapp: 1600,
}

/** Room kept for the prefix and the numbered choices that go with a text. */
export const MARGIN = 300

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

export const other = (language: Language): Language => (language === 'en' ? 'zh-CN' : 'en')
