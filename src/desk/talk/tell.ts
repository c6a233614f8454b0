import type { ChoiceLabel, Recipient } from '../effect.ts'
import { lawyersOf } from '../rota.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { longest, MARGIN, pieces } from './say.ts'

/** What is said to lawyers outside the browser, and the small answers to their buttons. */

/** Whether this lawyer can be written to outside the browser. */
export function reachable(turn: Turn, lawyer: string): boolean {
  return (
    turn.snapshot.channels.has('telegram') && lawyersOf(turn.desk).get(lawyer)?.telegram != null
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
export function amend(
  turn: Turn,
  lawyer: string,
  conversation: string,
  item: string,
  text: string,
) {
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

/** Word to a lawyer about duty itself: by Telegram where they have it, else to their phone. */
export function notify(
  turn: Turn,
  lawyer: string,
  message: string,
  choices: ChoiceLabel[] = [],
): void {
  if (reachable(turn, lawyer)) tell(turn, { lawyer, conversation: null, text: message, choices })
  else text(turn, null, { lawyer }, message)
}

/** A text message to a phone that is otherwise only rung; never with anything about the case (R29.6). */
export function text(
  turn: Turn,
  conversation: Conversation | null,
  to: Recipient,
  message: string,
): void {
  if (!turn.snapshot.channels.has('sms')) return
  const words = turn.words(message)
  turn.ask({ do: 'keep', words, conversation: conversation?.id ?? null })
  turn.ask({
    do: 'send',
    item: {
      key: words.id,
      lane: 'lawyer' in to ? `sms:lawyer:${to.lawyer}` : `sms:${to.contact}`,
      channel: 'sms',
      to,
      conversation: conversation?.id ?? null,
      content: words.id,
      act: { do: 'text', choices: [] },
      expiresAt: null,
    },
  })
}
