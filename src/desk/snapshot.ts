import type { Calendar } from './appointment/appointment.ts'
import type { Purpose } from './assist/purpose.ts'
import type { ModelRequest } from './assist/request.ts'
import type { Channel, Desk } from './desk.ts'
import type { Paper } from './dossier/paper.ts'
import type { Act, Carried, LedgerLine, Recipient } from './effect.ts'
import type { Content } from './flow.ts'
import type { Expired } from './retention.ts'
import type { ConsultationRecord, Conversation, LawyerState, Leg, Offer } from './state.ts'

/** All that one decision may see. */
export interface Snapshot {
  desk: Desk
  content: Content
  /** Channels that are switched on; nothing is sent by another. */
  channels: ReadonlySet<Channel>
  /** What a language model may be asked for; empty where there is none. */
  assist: ReadonlySet<Purpose>
  /** Where clients and staff find the desk, for links in messages. */
  publicUrl: string
  /** Whether the whole floor (everyone waiting, ringing or talking) is loaded, or the subject alone. */
  floor: boolean
  /** The conversation the event is about. */
  subject: string | null
  /** The client behind the event's contact, where known. */
  client: { id: string; pseudonym: string } | null
  conversations: Conversation[]
  offers: Offer[]
  legs: Leg[]
  lawyers: LawyerState[]
  /** Lawyers who may not help a client (R29.7). */
  conflicts: { client: string; lawyer: string }[]
  /** The subject's record so far. */
  record: ConsultationRecord | null
  /** What the client has written in the subject so far. */
  heard: { content: string; length: number }[]
  /** The model request the event is about. */
  request: ModelRequest | null
  /** Appointments, with the conversations they belong to; null where the decision did not ask for them. */
  calendar: Calendar | null
  /** The paper the event is about, and those that belong together with it. */
  papers: Paper[]
  /** Opens the subject's own data at /my-data/p/… for a day; null where nobody could be sent it. */
  pass: string | null
  /** What retention has come round to; on its own timer alone. */
  expired?: Expired | null
  /** The line of the ledger that is to be corrected, and whether it has been. */
  line: { line: LedgerLine; corrected: boolean } | null
  /** The outbox row a delivery report is about. */
  item: { key: string; to: Recipient | null; act: Act; channel: Channel | Carried } | null
}
