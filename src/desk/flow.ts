import type { Language } from './desk.ts'
import type { Intake } from './state.ts'

/** Content a client is walked through, step by step. Comes from flows/*.yaml; never from a model. */

export interface Place {
  flow: string
  step: string
}

export interface FlowChoice {
  label: string
  /** The step it leads to, or `flow/step`. */
  to: string
  /** Other words that mean it, in any language. */
  also?: string[]
  /** What choosing it tells about the client. */
  notes?: Partial<Intake> | undefined
}

export interface Step {
  title: string
  text: string
  /** For the ear: each chunk is said in one breath (under 200 characters). */
  spoken: string[]
  /** Articles the statements rest on, as written for people: 《刑事诉讼法》第15条. */
  cites: string[]
  choices: FlowChoice[]
  /** Whether a lawyer has reviewed this very text. */
  reviewed?: boolean
}

export interface Flow {
  id: string
  language: Language
  title: string
  version: string
  start: string
  steps: Record<string, Step>
}

/** A legal word in plain words. */
export interface Term {
  id: string
  language: Language
  term: string
  /** Other ways it is written. */
  also: string[]
  plain: string
}

export interface Content {
  /** Several versions of a flow may stand here; the newest is first. */
  flows: Flow[]
  terms: Term[]
}

/** The flow in the version asked for, or the newest where that one is gone. */
export function flowOf(
  content: Content,
  id: string,
  language: Language,
  version?: string,
): Flow | null {
  const found = content.flows.filter((flow) => flow.id === id && flow.language === language)
  return found.find((flow) => flow.version === version) ?? found[0] ?? null
}

/** The step asked for, or the flow's first where it has no such step (any more). */
export function stepOf(flow: Flow, step: string): { id: string; step: Step } {
  const found = flow.steps[step]
  if (found) return { id: step, step: found }
  const start = flow.steps[flow.start]
  if (!start) throw new Error(`flow ${flow.id} has no step ${flow.start}`)
  return { id: flow.start, step: start }
}

/** Where a choice of this flow leads. */
export function placeOf(flow: string, to: string): Place {
  const [first = '', second] = to.split('/')
  return second === undefined ? { flow, step: first } : { flow: first, step: second }
}

/** Choice ids of a step: `go:<flow>:<step>`, at most 64 bytes (Telegram Bot API, callback_data). */
export const goTo = ({ flow, step }: Place): string => `go:${flow}:${step}`

/** Choices that tell something about the client are told apart even where they lead to the same step. */
export const choiceId = (flow: string, choice: FlowChoice, index: number): string =>
  goTo(placeOf(flow, choice.to)) + (choice.notes ? `:${index}` : '')

export const choiceIds = (flow: string, { choices }: Step): string[] =>
  choices.map((choice, index) => choiceId(flow, choice, index))

export function targetOf(choice: string): Place | null {
  const [go, flow, step] = choice.split(':')
  return go === 'go' && flow && step ? { flow, step } : null
}
