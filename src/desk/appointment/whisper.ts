import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { houseWords } from './tell.ts'

/** What the lawyer of an appointment hears on picking up; no case facts on an unconfirmed phone. */
export const agreedWhisper = (turn: Turn, { language }: Conversation): string => {
  const words = houseWords(turn)
  return words.voice.whisper(words.languages[language])
}
