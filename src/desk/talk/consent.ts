import { CONSENT, carriedAbroad, privacyTexts } from '../locale/privacy.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { push, say } from './say.ts'
import { text as textMessage } from './tell.ts'

/**
 * Separate consent to case words passing abroad (PIPL 29, 39), and a client's way to their own data (PIPL 44–48). Asked
 * beside the first notice; whoever asks for the lawyer or is in danger is helped whatever they answered.
 */

/** Null where there is nothing to agree to, or it has been agreed to already. */
export function consentAsked(
  turn: Turn,
  { channel, consent, language }: Conversation,
): string | null {
  if (!carriedAbroad(channel)) return null
  if (consent?.given && consent.version === CONSENT) return null
  const texts = privacyTexts[language]
  return texts.abroad(texts.carrier[channel], `${turn.snapshot.publicUrl}/chat`)
}

/** False where there is nothing to agree to: the words mean something else then. */
export function consented(
  turn: Turn,
  row: Conversation,
  given: boolean,
  choices: string[],
): boolean {
  if (!carriedAbroad(row.channel)) return false
  const texts = privacyTexts[row.language]
  turn.log({
    type: 'consent',
    actor: 'client',
    conversation: row.id,
    data: { of: 'abroad', given, channel: row.channel, version: CONSENT },
  })
  const after = turn.put(row, { consent: { given, version: CONSENT } })
  const answer = given ? texts.agreed : texts.disagreed(`${turn.snapshot.publicUrl}/chat`)
  say(turn, after, answer, choices)
  return true
}

/** The link goes to the client's own channel and stands in no line of the log: staff who read a talk are not to open it. */
export function sendMyData(turn: Turn, row: Conversation): boolean {
  const { pass, publicUrl } = turn.snapshot
  const texts = privacyTexts[row.language]
  if (row.channel === 'webchat') {
    say(turn, row, texts.myDataHere(`${publicUrl}/my-data`), row.choices)
    return true
  }
  if (pass === null || row.contact === null) return false
  const message = texts.myData(`${publicUrl}/my-data/p/${pass}`)
  turn.log({
    type: 'data_link',
    actor: 'client',
    conversation: row.id,
    data: { channel: row.channel },
  })
  if (row.channel === 'phone') {
    textMessage(turn, row, { contact: row.contact }, message)
    return true
  }
  const words = turn.words(message)
  turn.ask({ do: 'keep', words, conversation: row.id })
  push(turn, row, words)
  return true
}
