import type { Filed, Sent } from './paper.ts'
import type { Service } from './services.ts'

/** Papers a lawyer files while helping somebody (Art. 6, 8, 10, 13; LAA art. 39). */

/** Art. 10: how a session of signing ended. */
export const affidavitOutcomes = [
  'signed',
  'signed_with_objection',
  'refused_help',
  'involuntary',
] as const

/** R6.3: presence cannot be had by phone or chat. */
export const affidavitPlaces = ['onsite', 'authority_video'] as const

export interface AffidavitBody {
  person: string
  /** The procuratorate's own number for the session. */
  reference: string
  place: (typeof affidavitPlaces)[number]
  heldAt: number
  voluntary: boolean
  outcome: (typeof affidavitOutcomes)[number]
  /** To the sentence or the procedure (Art. 10 ¶2). */
  objections: string
  /** SHA-256 of the copy that is archived: of the affidavit, or of the signed refusal. */
  copy: string
  copyName: string
  opinion: string
}

export const adoptions = ['yes', 'partly', 'no', 'no_reply'] as const

/** 值班律师法律意见 (Art. 8): its four heads. */
export interface OpinionBody {
  authority: string
  person: string
  facts: string
  leniency: string
  procedure: string
  other: string
  sent: Sent | null
  answer: { adopted: (typeof adoptions)[number]; reason: string; at: number } | null
}

/** 法律援助申请, handed on within 24 hours (LAA art. 39 ¶2). */
export interface ApplicationBody {
  person: string
  relation: 'self' | 'relative'
  grounds: string
  sent: Sent | null
}

/** 法律帮助申请表 (Art. 13 ¶3): may be spoken, and is then filled in for the person and read back. */
export interface FormBody {
  person: string
  authority: string
  charge: string
  measure: string
  noDefender: boolean
  help: Service[]
  oral: boolean
  filledBy: string
  readBack: boolean
  sent: Sent | null
}

export type Affidavit = Filed<'affidavit', AffidavitBody>
export type Opinion = Filed<'opinion', OpinionBody>
export type Application = Filed<'application', ApplicationBody>
export type Form = Filed<'form', FormBody>

export type RecordPaper = Affidavit | Opinion | Application | Form
