import type { Language } from '../desk.ts'
import type { Purpose } from './purpose.ts'
import type { Finding } from './result.ts'

/** One request to a model, as a row: due until it is being sent, sent until its answer or its refusal is in. */
export interface ModelRequest {
  id: string
  purpose: Purpose
  conversation: string
  /** The lawyer who asked; null: the desk itself. */
  askedBy: string | null
  /** The client's message or the words it is about; null: the whole conversation. */
  content: string | null
  /** Whose words those are. */
  wordsBy: 'client' | 'lawyer'
  to: Language
  state: 'due' | 'sent' | 'answered' | 'refused'
  /** Why it was refused. */
  code: string | null
  /** What a ledger check found, by code. */
  findings: Finding[]
  /** The sealed words that left the house. */
  sent: string | null
  /** Version of the instructions. */
  version: number
  askedAt: number
  /** The desk goes on without it from here. */
  deadline: number
  doneAt: number | null
}
