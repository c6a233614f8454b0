import { bookingLabel } from '../appointment/label.ts'
import type { Channel, Language } from '../desk.ts'
import type { ChoiceLabel, EntryData, Words } from '../effect.ts'
import { choiceId, targetOf } from '../flow.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { standing, standsAt } from '../walk.ts'

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
  const texts = turn.locale(conversation)
  if (choice === 'lawyer' && conversation.state === 'waiting') return texts.myPlace
  if (choice in texts.choices) return texts.choices[choice as keyof typeof texts.choices]
  const place = targetOf(choice)
  if (place === null) return bookingLabel(turn, conversation, choice) ?? choice
  const { content } = turn.snapshot
  const here = standsAt(content, conversation)
  const own = here?.at.choices.find((one, index) => choiceId(here.flow, one, index) === choice)
  return own?.label ?? standing(content, conversation, place)?.at.title ?? choice
}

/** The desk speaks to a client in writing. `step`: it is this step of the explainer, which may replace the one before. */
export function say(
  turn: Turn,
  conversation: Conversation,
  text: string,
  choices: string[] = [],
  step?: EntryData,
): Conversation {
  const words = turn.words(text)
  const labels = choices.map((id) => ({ id, label: labelOf(turn, conversation, id) }))
  turn.log({
    type: 'message',
    actor: 'desk',
    conversation: conversation.id,
    words,
    ...(labels.length > 0 || step
      ? { data: { ...step, ...(labels.length > 0 ? { choices: labels } : {}) } }
      : {}),
  })
  const { shown } = conversation.walk
  const amends = step && shown !== null && tapped(turn) ? shown : undefined
  push(turn, conversation, words, labels, { amends })
  const now = step ? (amends ?? words.id) : null
  return turn.put(conversation, {
    ...(choices.length > 0 ? { choices } : {}),
    ...(now === shown ? {} : { walk: { ...conversation.walk, shown: now } }),
  })
}

/** A tapped button changes the message it stands under; words are answered below themselves. */
const tapped = ({ event }: Turn): boolean =>
  event.type === 'client.wrote' && event.query !== undefined && event.words === null

/** What the desk said aloud on a call; kept so that the timeline tells what the caller was told. */
export function said(
  turn: Turn,
  conversation: Conversation,
  text: string,
  step: EntryData = {},
): void {
  turn.log({
    type: 'message',
    actor: 'desk',
    conversation: conversation.id,
    words: turn.words(text),
    data: { ...step, aloud: true },
  })
}

/** Hands words already logged to the client's channel; a web chat fetches them from the log itself. */
export function push(
  turn: Turn,
  conversation: Conversation,
  words: Words,
  choices: ChoiceLabel[] = [],
  /** `amends`: the item whose message these words take the place of, where the channel can. */
  { amends, prefix }: { amends?: string | undefined; prefix?: string } = {},
): void {
  const { channel, contact } = conversation
  if (channel === 'webchat' || channel === 'phone' || contact === null) return
  if (amends !== undefined && channel === 'telegram') {
    turn.ask({
      do: 'send',
      item: {
        key: words.id,
        lane: `${channel}:${contact}`,
        channel,
        to: { contact },
        conversation: conversation.id,
        content: words.id,
        act: { do: 'amend', item: amends, choices },
        expiresAt: null,
      },
    })
    return
  }
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
          ...(prefix === undefined ? {} : { prefix }),
          ...(parts.length > 1 ? { slice: [start, end] as [number, number] } : {}),
        },
        expiresAt: null,
      },
    })
  })
}

export const other = (language: Language): Language => (language === 'en' ? 'zh-CN' : 'en')
