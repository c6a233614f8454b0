import type { Retention } from './retention.ts'
import type { InForce, RotaFacts } from './rota/facts.ts'

/** The standing facts of one desk (a legal aid institution): what its desk file says. */

export const languages = ['zh-CN', 'en'] as const

export type Language = (typeof languages)[number]

/** How duty is done (Art. 17 ¶2): 电话值班, 网络值班, 现场值班. */
export const methods = ['phone', 'online', 'onsite'] as const

export type Method = (typeof methods)[number]

/** What carries a client's words. */
export const channels = ['webchat', 'telegram', 'sms', 'whatsapp', 'phone'] as const

export type Channel = (typeof channels)[number]

export const methodOf = (channel: Channel): 'phone' | 'online' =>
  channel === 'phone' ? 'phone' : 'online'

export interface Station {
  id: string
  name: string
  phone: string | null
  address: string | null
  /** Stations that take over by agreement when nobody here can (Art. 32); null: all of the centre's. */
  neighbours: string[] | null
}

/** Art. 18, 31: who may be put on duty at all is decided by `status` and `trained`. */
export const lawyerStatuses = ['candidate', 'trained', 'active', 'suspended', 'exited'] as const

export type LawyerStatus = (typeof lawyerStatuses)[number]

/** A status the lawyer had before; it ended at this instant. */
export interface PastStatus {
  status: LawyerStatus
  until: number
}

export interface Lawyer {
  id: string
  name: string
  /** 执业证号, shown to the client before the first word of advice (Art. 23). */
  licence: string
  firm: string
  /** E.164; never shown to a client. */
  phone: string | null
  /** Telegram chat id; never shown to a client. */
  telegram: number | null
  languages: string[]
  /** Local date (YYYY-MM-DD) of the first training, or null: then never rung (Art. 31 ¶2). */
  trained: string | null
  status: LawyerStatus
  /** Oldest first; none: the status has always been what it is. */
  past?: PastStatus[]
  /** Open written conversations at once. */
  limit: number
  /** Years in practice (执业年限); null: not on record. */
  years?: number | null
  /** Fields of law. */
  areas?: string[]
  /** Dialects of Chinese, as people call them: 粤语, 武汉话. */
  dialects?: string[]
  /** Grows when their private calendar link is made anew. */
  link?: number
}

export interface Coordinator {
  id: string
  name: string
}

export const tiers = ['primary', 'backup'] as const

export type Tier = (typeof tiers)[number]

export const shiftModes = ['fixed', 'rotating', 'appointment'] as const

export type ShiftMode = (typeof shiftModes)[number]

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Weekday = (typeof weekdays)[number]

/** Every day, working days alone (make-up workdays included), or days off alone (weekends, public holidays). */
export const dayKinds = ['every', 'workdays', 'restdays'] as const

export type DayKind = (typeof dayKinds)[number]

export interface ShiftBase extends InForce {
  id: string
  lawyer: string
  station: string
  methods: Method[]
  tier: Tier
  /** `appointment` shifts offer slots to book and are never rung. */
  mode: ShiftMode
}

/** Local wall-clock times without offset; the end is not included. */
export interface DatedShift extends ShiftBase {
  from: string
  to: string
  days?: undefined
}

/** Every week; `from` > `to` crosses midnight and belongs to the day it starts on. */
export interface WeeklyShift extends ShiftBase {
  days: Weekday[]
  /** Of those, only days of this kind. */
  on?: DayKind
  from: string
  to: string
}

export type Shift = DatedShift | WeeklyShift

/** All in whole seconds, but `rounds` (times through the list) and `callbackMinutes`. */
export interface Routing {
  ringSeconds: number
  /** One more phone joins after this long; 0: one phone at a time. */
  staggerSeconds: number
  /** How long a written offer stays open. */
  offerSeconds: number
  rounds: number
  wrapUpSeconds: number
  /** A written client waits this long for a silent lawyer before the desk takes the conversation back. */
  absentSeconds: number
  /** How soon a call-back is promised when nobody answers (R20.1: within 30 minutes). */
  callbackMinutes: number
  /** Rings each lawyer on the phone when their shift begins; who does not answer leaves it to the others. */
  drill: boolean
}

export interface Booking {
  slotMinutes: number
  noticeMinutes: number
  horizonDays: number
  reminderMinutes: number[]
  /** The pause after each; none: 0. */
  bufferMinutes?: number
  /** Local hours (HH:MM) in which nothing is booked. */
  lunch?: { from: string; to: string } | null
  /** Where a kind differs from the above. */
  kinds?: Partial<Record<Method, { slotMinutes?: number; bufferMinutes?: number }>>
}

export interface Desk extends RotaFacts {
  name: string
  /** IANA zone; the desk file's times are local to it. */
  timezone: string
  language: Language
  stations: Station[]
  lawyers: Lawyer[]
  coordinators: Coordinator[]
  shifts: Shift[]
  routing: Routing
  booking: Booking
  /** Where it differs from the usual (retention.ts). */
  retention?: Partial<Retention>
}

export const defaultRouting: Routing = {
  ringSeconds: 20,
  /** docs/decisions/routing.md says what another would cost. */
  staggerSeconds: 5,
  offerSeconds: 60,
  rounds: 2,
  wrapUpSeconds: 30,
  absentSeconds: 120,
  callbackMinutes: 15,
  drill: false,
}

export const defaultBooking: Booking = {
  slotMinutes: 30,
  noticeMinutes: 60,
  horizonDays: 14,
  reminderMinutes: [1440, 60],
}
