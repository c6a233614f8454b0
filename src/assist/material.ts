import type { Purpose } from '../desk/assist/purpose.ts'
import type { Language } from '../desk/desk.ts'
import type { ConsultationRecord } from '../desk/state.ts'

/** What a request is made of, as it stands in the house: nothing is hidden yet. */

export interface Said {
  who: 'client' | 'lawyer'
  text: string
}

export interface Material {
  purpose: Purpose
  language: Language
  /** Names that are certain to be names: the staff's. */
  names: string[]
  /** The words it is about: a client's message, or what is to be translated. */
  words: string
  /** Who wrote `words`. */
  by: 'client' | 'lawyer'
  talk: Said[]
  /** Titles of what the client read. */
  read: string[]
  /** Steps that may answer, `flow/step`, best first. */
  steps: string[]
  record: ConsultationRecord | null
  outcome: string | null
  to: Language
}

export const noMaterial: Omit<Material, 'purpose'> = {
  language: 'zh-CN',
  names: [],
  words: '',
  by: 'client',
  talk: [],
  read: [],
  steps: [],
  record: null,
  outcome: null,
  to: 'zh-CN',
}
