import type { Staff } from './access.ts'
import type { AppointmentAct, AskedBy } from './appointment/act.ts'
import type { Purpose } from './assist/purpose.ts'
import type { Deed } from './assist/result.ts'
import type { Booking, Channel, Language, LawyerStatus, Routing } from './desk.ts'
import type { DossierAct } from './dossier/act.ts'
import type { RotaAct } from './rota/act.ts'
import type { Referral } from './staff/refer.ts'
import type { ConsultationRecord, Outcome, PassReason, Presence, Timer } from './state.ts'

/** Everything that can happen to a desk, in the desk's own words. */
export type Event = Happening & {
  /** Fresh and unguessable; ids of what this event brings about derive from it. */
  id: string
  /** The sender's own id for this event: a second one with the same key changes nothing. */
  key?: string
}

/** How a client is reached. `id` is a keyed hash of the address; only the store may open the address. */
export interface ContactRef {
  id: string
  channel: Channel
  address: string
}

export type Via = 'browser' | 'telegram' | 'phone'

/** A status a desk file gave a lawyer, and the one before; null for somebody new. */
export interface Moved {
  lawyer: string
  status: LawyerStatus
  from: LawyerStatus | null
  reason: string | null
}

export type Happening =
  | { type: 'chat.opened'; contact: ContactRef; language: Language; station?: string }
  | {
      type: 'client.wrote'
      contact: ContactRef
      /** As far as the channel can tell; null: it cannot. */
      language: Language | null
      /** Null: not text (a picture, a voice note), or nothing but a choice. */
      words: string | null
      /** A tapped button; with words: what they are written for. */
      choice?: string
      /** The tapped button to answer, where the channel wants one answered. */
      query?: string
      /** The station whose poster or link brought them. */
      station?: string
    }
  | {
      type: 'call.arrived'
      contact: ContactRef | null
      leg: string
      to: string
      /** The lawyer whose own phone it is. */
      lawyer?: string
    }
  | {
      type: 'leg.stepped'
      leg: string
      sid: string
      step: number
      digits: string
      speech: string
    }
  | { type: 'leg.ended'; leg: string; status: string }
  | { type: 'offer.accepted'; offer: string; lawyer: string; via: Via; query?: string }
  | {
      type: 'offer.passed'
      offer: string
      lawyer: string
      reason: PassReason
      via: Via
      query?: string
    }
  | {
      type: 'lawyer.wrote'
      /** Null: by Telegram, where the conversation is found from the message replied to, or the most recent. */
      conversation: string | null
      replyTo?: string
      lawyer: string
      words: string | null
      via: Via
    }
  | {
      type: 'record.kept'
      conversation: string
      lawyer: string
      fields: Partial<ConsultationRecord>
    }
  | { type: 'conversation.closed'; conversation: string; lawyer: string; outcome: Outcome }
  | { type: 'conversation.assigned'; conversation: string; lawyer: string; coordinator: string }
  | {
      type: 'conversation.read'
      conversation: string
      reader: string
      role: 'lawyer' | 'coordinator'
      reason: string | null
    }
  | {
      type: 'presence.set'
      lawyer: string
      presence: Presence
      until: number | null
      via: Via
      query?: string
    }
  | { type: 'desk.imported'; lawyers: number; shifts: number; moved: Moved[] }
  | { type: 'rota.asked'; by: Pick<Staff, 'id' | 'role'>; act: RotaAct }
  | {
      type: 'appointment.asked'
      by: AskedBy
      act: AppointmentAct
      /** Whose it is, or is to be. */
      conversation?: string
      appointment?: string
      /** Somebody new, for whom a conversation is opened. */
      contact?: ContactRef
      language?: Language
    }
  | { type: 'dossier.asked'; by: Pick<Staff, 'id' | 'role'>; act: DossierAct }
  | { type: 'publication.seen'; authority: string; version: number; acknowledged: boolean }
  | {
      type: 'assist.asked'
      request: string
      purpose: Purpose
      conversation: string
      lawyer: string
      /** Null: it is about the whole conversation. */
      words: string | null
      wordsBy: 'client' | 'lawyer'
      to: Language
    }
  | { type: 'assist.sent'; request: string; conversation: string; words: string; version: number }
  | {
      type: 'assist.answered'
      request: string
      conversation: string
      deed: Deed | null
      /** Why there is no answer; null: there is one. */
      code: string | null
    }
  | { type: 'assist.used'; request: string; conversation: string; lawyer: string }
  | { type: 'conversation.handed'; conversation: string; lawyer: string; to: string }
  | { type: 'colleague.asked'; conversation: string; lawyer: string; to: string }
  | {
      type: 'colleague.answered'
      conversation: string
      lawyer: string
      join: boolean
      reason: PassReason | null
    }
  /** By the colleague, or by who asked them: the asking is taken back, or they part. */
  | { type: 'colleague.parted'; conversation: string; lawyer: string }
  | { type: 'client.referred'; conversation: string; lawyer: string; to: Referral }
  | { type: 'conversation.flagged'; conversation: string; coordinator: string; on: boolean }
  | { type: 'backup.called'; conversation: string; coordinator: string }
  | { type: 'staff.told'; coordinator: string; words: string }
  | {
      type: 'settings.changed'
      coordinator: string
      routing: Partial<Routing>
      booking: Partial<Booking>
    }
  /** A coordinator tried a channel; `code`: what was wrong. */
  | { type: 'channel.tested'; coordinator: string; channel: Channel; code: string | null }
  | { type: 'push.asked'; lawyer: string; on: boolean }
  /** A client, or staff for one without a token, asks that a conversation be forgotten. */
  | {
      type: 'conversation.forget'
      conversation: string
      by: 'client' | 'coordinator'
      staff?: string
    }
  | { type: 'client.corrected'; conversation: string; words: string }
  | { type: 'timer.fired'; timer: Timer }
  | { type: 'delivery.done'; item: string; receipt: string | null }
  | { type: 'delivery.failed'; item: string; code: string }

export type EventOf<T extends Happening['type']> = Extract<Happening, { type: T }> & {
  id: string
  key?: string
}
