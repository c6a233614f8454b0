import type { Method } from '../desk.ts'

/** 预约 (Art. 20 ¶3): another time for a difficult case, beside first contact and never in its place (R20.2). */

/**
 * held: kept for a moment while somebody chooses · wanted: on the waiting list · booked · begun: its time has come ·
 * kept: they spoke · cancelled · client_absent · lawyer_absent: somebody else was asked · lapsed: a hold that ran out.
 */
export const appointmentStates = [
  'held',
  'wanted',
  'booked',
  'begun',
  'kept',
  'cancelled',
  'client_absent',
  'lawyer_absent',
  'lapsed',
] as const

export type AppointmentState = (typeof appointmentStates)[number]

/** These fill their lawyer's time. */
export const fills = (state: AppointmentState): boolean =>
  state === 'held' || state === 'booked' || state === 'begun'

/** Something may still be done about these. */
export const isLive = (state: AppointmentState): boolean => fills(state) || state === 'wanted'

/** What a coordinator is to look at. */
export const alerts = ['no_lawyer', 'lawyer_absent', 'client_absent'] as const

export type AppointmentAlert = (typeof alerts)[number]

export interface Appointment {
  id: string
  /** Null while a slot is held for somebody who has not said who they are. */
  conversation: string | null
  client: string | null
  /** Empty while on the waiting list. */
  lawyer: string
  station: string
  method: Method
  from: number
  to: number
  /** Until when the lawyer's time is filled, the pause after it included. */
  busyUntil: number
  state: AppointmentState
  /** What its private link ends in (192 bits); null where nobody was given one. */
  token: string | null
  /** Grows with every change a calendar is to take over (RFC 5545, SEQUENCE). */
  sequence: number
  createdAt: number
  /** When a hold runs out. */
  heldUntil: number | null
  /** Difficulty flags (R20.3), as they stood when it was made or changed. */
  flags: string[]
  alert: AppointmentAlert | null
  /** Times the client was waited for, or the lawyer found busy, in writing. */
  tries: number
  /** Local date (YYYY-MM-DD) wished for on the waiting list; null: any. */
  wish: string | null
}

/** A time that can be booked. */
export interface Slot {
  id: string
  lawyer: string
  station: string
  methods: Method[]
  from: number
  to: number
  busyUntil: number
}

/** All that a decision about appointments may see: every live one, and an unguessable token for a new one. */
export interface Calendar {
  appointments: Appointment[]
  token: string
}
