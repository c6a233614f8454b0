import type { Channel, Language, Tier } from './desk.ts'
import type { Checklist } from './dossier/checklist.ts'

/** The rows a decision reads and writes. All instants are milliseconds since the epoch, UTC. */

/**
 * desk: with the desk itself (menu, explainer) · waiting: asked for the lawyer · active: a lawyer has it ·
 * ended: the call is over, the record is not · promised: told when it goes on · closed.
 */
export const conversationStates = [
  'desk',
  'waiting',
  'active',
  'ended',
  'promised',
  'closed',
] as const

export type ConversationState = (typeof conversationStates)[number]

/** What a lawyer may close with. */
export const outcomes = ['answered', 'appointment', 'referred', 'interrupted'] as const

export type Outcome = (typeof outcomes)[number]

/** left: went away from the menu · missed: waited and went away before a lawyer came · unreached: did not pick up our call-backs. */
export type Ending = Outcome | 'left' | 'missed' | 'unreached'

/** 诉讼阶段 (Art. 12: each is informed of separately). */
export const stages = [
  'investigation',
  'prosecution_review',
  'trial_first',
  'trial_second',
] as const

export type Stage = (typeof stages)[number]

/** How it goes on, and by when, as the client was told. */
export interface Pledge {
  kind: 'callback' | 'reply'
  at: number
}

/** An appointment at its time: nobody but its lawyer is asked for now. */
export interface Reserved {
  appointment: string
  lawyer: string
  /** When it was to begin. */
  from: number
  /** Times its lawyer did not come. */
  tries: number
  /** Its lawyer is being asked, and has not come yet. */
  asking: boolean
}

/** What a client told about themselves on the way in (R2.1). */
export interface Intake {
  role: 'self' | 'relative' | 'other' | 'victim'
  matter: 'criminal' | 'unknown' | 'other' | 'witness'
  stage: Stage
  measure: 'none' | 'bail' | 'residential' | 'summoned' | 'custody'
  defender: 'yes' | 'no' | 'unknown'
}

/** Reads and writes from `joinedAt` on, under their own name; null: has not answered yet. */
export interface Colleague {
  lawyer: string
  askedAt: number
  joinedAt: number | null
}

/** Where in the explainer a client is. */
export interface Position {
  flow: string
  step: string
}

export interface Walk {
  /** Steps seen, `flow/step`, each once, in order: shown to the lawyer. */
  seen: string[]
  /** The way back, the last step left last. */
  trail: string[]
  /** The version of each flow this conversation began with. */
  versions: Record<string, string>
  /** The outbox item that shows the present step, while nothing was said after it: it can be changed in place. */
  shown: string | null
}

export const noWalk: Walk = { seen: [], trail: [], versions: {}, shown: null }

export interface Conversation {
  id: string
  client: string
  /** Shown to lawyers and coordinators in place of a name or number. */
  pseudonym: string
  /** The contact we speak to them through; null for a caller who hides the number. */
  contact: string | null
  channel: Channel
  language: Language
  state: ConversationState
  /** Where the client comes from, or where the lawyer who took it is on duty. */
  station: string | null
  lawyer: string | null
  /** The lawyer took it, or wrote, by Telegram: words go there too. */
  viaTelegram: boolean
  /** Asked first when looking for a lawyer again, e.g. after a line was cut. */
  prefers: string | null
  /** The lawyer who helped this client before: asked before the others while on duty (Art. 11). */
  helped: string | null
  openedAt: number
  waitingSince: number | null
  /** Offers count from here: asking again starts the rounds anew without losing the place. */
  roundSince: number | null
  takenAt: number | null
  endedAt: number | null
  closedAt: number | null
  ending: Ending | null
  pledge: Pledge | null
  /** Calls made back to the client so far. */
  recalls: number
  wantsAppointment: boolean
  /** What makes it difficult (R20.3), by rule or by the lawyer's own judgement. */
  flags: string[]
  /** The appointment that has come due, while its lawyer is asked and its client met. */
  reserved: Reserved | null
  /** Where they are in the explainer. */
  position: Position | null
  /** What they walked in the explainer. */
  walk: Walk
  intake: Partial<Intake>
  /** Questioned, signing or in court within a day: such a client comes first (R3.1: by rule, with its reason on record). */
  urgent: boolean
  /** Ids of the choices last offered, in order: "1" means the first. */
  choices: string[]
  /** Answers in a row that were not understood. */
  puzzled: number
  /** The place in the queue last told. */
  place: number | null
  /** Written, and since then no word from the lawyer. */
  unansweredSince: number | null
  /** The client wants no machine to read what they write (PIPL Art. 16); nothing else changes. */
  refusesMachine?: boolean
  /** Was told that a machine may read. */
  machineTold?: boolean
  /** Separate consent to case words passing abroad: asked for where a channel does that. */
  consent?: { given: boolean; version: number }
  /** Was told that their communications may be monitored (CPL 78). */
  monitoredTold?: boolean
  /** Messages a model was asked about. */
  machineReads?: number
  /** A second lawyer, asked into it by the first. */
  colleague?: Colleague | null
  /** Token bucket of the pace limit (pace.ts). */
  pace: { level: number; at: number; flooded: boolean }
}

export const passReasons = ['conflict', 'busy', 'other'] as const

export type PassReason = (typeof passReasons)[number]

export interface Offer {
  id: string
  conversation: string
  lawyer: string
  method: 'phone' | 'online'
  /** missed: not answered in time · withdrawn: taken by another, or the client left. */
  state: 'open' | 'accepted' | 'passed' | 'missed' | 'withdrawn'
  tier: Tier
  offeredAt: number
  expiresAt: number
  endedAt: number | null
  reason: PassReason | null
  /** The outbox item that told the lawyer, to be amended when the offer ends. */
  notice: string | null
}

/** One telephone leg: the client's, or that of a lawyer being rung. */
export interface Leg {
  id: string
  /** The carrier's own id; null until it is known. */
  sid: string | null
  /** Null: a lawyer speaks with the desk itself (presence by phone, the ring drill). */
  conversation: string | null
  party: 'client' | 'lawyer'
  lawyer: string | null
  offer: string | null
  state: 'placing' | 'answered' | 'ended'
  /** Where in the call's script this leg is. */
  at: ClientPosition | LawyerPosition
  /** Grows with every script handed out; part of the next webhook's URL. */
  step: number
  script: Script | null
  startedAt: number
  endedAt: number | null
}

export type ClientPosition =
  | 'menu'
  | 'learn'
  | 'book'
  | 'appointment'
  | 'today'
  | 'queue'
  | 'resort'
  | 'recall'
  | 'join'
  | 'after'
  | 'bye'

export type LawyerPosition = 'whisper' | 'next' | 'join' | 'presence' | 'drill' | 'bye'

/** What a leg is to say and do next, in the desk's own words; the voice channel turns it into TwiML. */
export interface Script {
  lines: Line[]
  next: Next
}

/** Digits are read out one by one. */
export type Spoken = string | { digits: string }

export interface Line {
  language: Language
  parts: Spoken[]
}

export type Next =
  | { do: 'ask'; seconds: number; hints: string[]; language: Language }
  | { do: 'join'; room: string }
  | { do: 'hangup' }

export const presences = ['on', 'pause', 'off'] as const

export type Presence = (typeof presences)[number]

export interface LawyerState {
  lawyer: string
  presence: Presence
  /** When a pause or an off ends by itself; null: not by itself. */
  until: number | null
  idleSince: number
  wrapUntil: number
  /** The conversation they took or answered last: where their plain Telegram text goes. */
  recent: string | null
  /** Offers in a row that were not answered; any sign of life sets them to nothing. */
  missed: { phone: number; online: number }
  /** misses: the desk paused them; they are asked again where nobody else is there. */
  pausedBy: 'self' | 'misses' | null
  /** When they were last sent word that could wait, and how much was held back since. */
  noticedAt: number
  held: number
  /** Some browser of theirs is to be woken for an offer. */
  push: boolean
}

export type TimerKind =
  | 'offer'
  | 'stagger'
  | 'queue'
  | 'pledge'
  | 'absent'
  | 'wrapup'
  | 'presence'
  | 'notice'
  | 'shift'
  | 'drill'
  | 'assist'
  | 'appointment'
  | 'reminder'
  | 'hold'
  | 'calendar'
  | 'deadline'
  | 'forget'
  | 'retention'

export interface Timer {
  id: string
  kind: TimerKind
  /** An offer, a conversation, a lawyer or the whole floor, as the kind says. */
  subject: string
  dueAt: number
}

/** The consultation record of Art. 7 ¶3. */
export interface ConsultationRecord {
  charge: string
  question: string
  answer: string
  stage: Stage | null
  checks?: Checklist
  /** Steps of the explainer the client read, by title (Art. 7 ¶2: what was explained). */
  explained?: string[]
}

export const emptyRecord: ConsultationRecord = { charge: '', question: '', answer: '', stage: null }
