import type { Appointment } from './appointment/appointment.ts'
import type { ModelRequest } from './assist/request.ts'
import type { Channel } from './desk.ts'
import type { Paper } from './dossier/paper.ts'
import type { Service } from './dossier/services.ts'
import type { ContactRef } from './event.ts'
import type { Change } from './rota/change.ts'
import type { Flag } from './staff/flag.ts'
import type {
  ConsultationRecord,
  Conversation,
  Ending,
  LawyerState,
  Leg,
  Offer,
  Timer,
} from './state.ts'

/** What a decision may ask for. The store carries all of one decision out in one transaction, or none. */
export type Effect =
  | { do: 'log'; entry: Entry }
  /** Seals words that stand in no line of the log: what is sent to a lawyer's own phone. */
  | { do: 'keep'; words: Words; conversation: string | null }
  | { do: 'save'; what: 'conversation'; row: Conversation }
  | { do: 'save'; what: 'offer'; row: Offer }
  | { do: 'save'; what: 'leg'; row: Leg }
  | { do: 'save'; what: 'lawyer'; row: LawyerState }
  | { do: 'save'; what: 'request'; row: ModelRequest }
  | { do: 'save'; what: 'appointment'; row: Appointment }
  | { do: 'add'; what: 'client'; row: { id: string; pseudonym: string; createdAt: number } }
  | { do: 'add'; what: 'contact'; row: { client: string; ref: ContactRef } }
  | { do: 'add'; what: 'conflict'; row: { client: string; lawyer: string; at: number } }
  /** Null: the flag comes off. */
  | { do: 'flag'; conversation: string; kind: Flag; at: number | null }
  | { do: 'record'; conversation: string; record: ConsultationRecord; by: string; at: number }
  | { do: 'ledger'; line: LedgerLine }
  /** A paper as it now stands; its words are sealed as `content` by a line or a `keep` of the same decision. */
  | { do: 'file'; paper: Paper; content: string }
  | { do: 'send'; item: OutboxItem }
  | { do: 'settle'; item: string; state: 'sent' | 'failed'; receipt: string | null; at: number }
  /** A standing fact: the register, the rota, what was published. */
  | { do: 'change'; change: Change }
  /** A conversation's words, key and ways to find them; contacts and traces that have had their time. */
  | { do: 'forget'; conversation: string }
  | { do: 'expire'; contacts: string[]; tracesBefore: number | null }
  | { do: 'set'; timer: Timer }
  | { do: 'clear'; timer: string }

export const actors = ['client', 'lawyer', 'desk', 'coordinator', 'authority'] as const

export type Actor = (typeof actors)[number]

export const entryTypes = [
  'opened',
  'triaged',
  'walked',
  'message',
  'not_text',
  'choice',
  'key_pressed',
  'queued',
  'offered',
  'accepted',
  'passed',
  'missed',
  'withdrawn',
  'too_late',
  'card',
  'returned',
  'pledged',
  'recalled',
  'assigned',
  'record_kept',
  'ended',
  'closed',
  'presence',
  'drilled',
  'read',
  'flood',
  'correction',
  'forget_asked',
  'forgotten',
  'expired',
  'undelivered',
  'call_arrived',
  'call_placed',
  'call_answered',
  'call_ended',
  'imported',
  'rota_changed',
  'register_changed',
  'leave',
  'swap',
  'published',
  'receipt',
  'assist_asked',
  'assist_sent',
  'assist_answered',
  'assist_refused',
  'assist_used',
  'machine_off',
  'warned',
  'consent',
  'data_link',
  'handed',
  'colleague',
  'referred',
  'flagged',
  'backup_called',
  'told',
  'settings_changed',
  'channel_tested',
  'push',
  'appointment',
  'filed',
  'deadline',
  'ignored',
] as const

export type EntryType = (typeof entryTypes)[number]

/** A line of the event log. Words never stand in `data`: they are sealed apart, and the line keeps their digest. */
export interface Entry {
  type: EntryType
  actor: Actor
  /** The lawyer, coordinator or authority, where the actor is one. */
  by?: string
  conversation?: string
  data?: EntryData
  words?: Words
}

export type EntryData = Record<string, string | number | boolean | null | ChoiceLabel[] | string[]>

export interface ChoiceLabel {
  id: string
  label: string
}

export interface Words {
  /** Id of the sealed content row. */
  id: string
  text: string
}

export type Recipient = { contact: string } | { lawyer: string }

/** `push`: a lawyer's browser, woken by the service its maker runs. */
export type Carried = Exclude<Channel, 'webchat'> | 'push'

/** Something to send; it is sent only after the transaction that holds it. Rows of one lane go out in order. */
export interface OutboxItem {
  key: string
  lane: string
  channel: Carried
  to: Recipient | null
  conversation: string | null
  content: string | null
  act: Act
  /** Not worth sending after this. */
  expiresAt: number | null
}

export type Act =
  /** Say these words (the item's content), with choices where there are any. */
  | { do: 'text'; choices: ChoiceLabel[]; prefix?: string; slice?: [from: number, to: number] }
  /** Replace what an earlier item showed, where the channel can; with choices it is said anew where it cannot. */
  | { do: 'amend'; item: string; choices?: ChoiceLabel[] }
  /** Answer a tapped button. */
  | { do: 'toast'; query: string }
  | { do: 'ring'; leg: string; seconds: number }
  /** Make a live leg ask for its next script now. */
  | { do: 'steer'; leg: string; step: number }
  | { do: 'hangup'; leg: string }
  /** Wakes a browser for this offer; the browser asks the desk what it is. */
  | { do: 'wake'; offer: string }

/** One service event of the work ledger (工作台账, Art. 28 ¶2). */
export interface LedgerLine {
  id: string
  /** Null: help beside any talk, by a paper. */
  conversation: string | null
  paper: string | null
  services: Service[]
  /** The line this one corrects; that one stays as it was. */
  corrects: string | null
  /** Of a correction. */
  reason: string
  lawyer: string
  station: string | null
  /** onsite: at the authority (现场). */
  channel: Channel | 'onsite'
  openedAt: number
  takenAt: number
  endedAt: number
  closedAt: number
  ending: Ending
  record: ConsultationRecord
}
