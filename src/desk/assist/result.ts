import type { Intake } from '../state.ts'

/** What a model's answer comes to, once it has passed the guard. */

export interface TriageResult {
  kind: 'triage'
  urgent: boolean
  danger: 'self-harm' | 'danger' | null
  knows: Partial<Intake>
  hard: boolean
}

export interface StepResult {
  kind: 'step'
  /** `flow/step`; null: none fits. */
  at: string | null
}

export const findings = [
  'charge_unclear',
  'charge_differs',
  'question_missing',
  'answer_missing',
  'answer_off',
  'stage_differs',
  'outcome_differs',
  'contradictory',
] as const

export type Finding = (typeof findings)[number]

export interface LedgerResult {
  kind: 'ledger'
  findings: Finding[]
}

/** Words for a lawyer's eyes. They are shown to who asked, and stand nowhere until a person keeps them. */
export interface RecordResult {
  kind: 'record'
  charge: string
  question: string
  answer: string
}

export interface ReplyResult {
  kind: 'reply'
  text: string
  cites: string[]
  /** Citations no flow has, taken out. */
  struck: string[]
}

export interface TranslationResult {
  kind: 'translation'
  text: string
}

export type Result =
  | TriageResult
  | StepResult
  | LedgerResult
  | RecordResult
  | ReplyResult
  | TranslationResult

/** What the desk itself acts on; the rest is for who asked. */
export type Deed = TriageResult | StepResult | LedgerResult

export const deedOf = (result: Result): Deed | null =>
  result.kind === 'triage' || result.kind === 'step' || result.kind === 'ledger' ? result : null
