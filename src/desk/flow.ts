import type { Language } from './desk.ts'

/** Reviewed content a client is walked through, step by step. Comes from flows/*.yaml; never from a model. */

export interface FlowChoice {
  label: string
  /** The step it leads to. */
  to: string
}

export interface Step {
  text: string
  /** For the ear: each chunk is said in one breath (under 200 characters). */
  spoken: string[]
  /** Articles the statements rest on, as written for people: 《刑事诉讼法》第15条. */
  cites: string[]
  choices: FlowChoice[]
}

export interface Flow {
  id: string
  language: Language
  title: string
  version: string
  start: string
  steps: Record<string, Step>
}

export interface Content {
  flows: Flow[]
}

export function flowOf(content: Content, id: string, language: Language): Flow | null {
  return content.flows.find((flow) => flow.id === id && flow.language === language) ?? null
}

/** The step asked for, or the flow's first where it has no such step (any more). */
export function stepOf(flow: Flow, step: string): { id: string; step: Step } {
  const found = flow.steps[step]
  if (found) return { id: step, step: found }
  const start = flow.steps[flow.start]
  if (!start) throw new Error(`flow ${flow.id} has no step ${flow.start}`)
  return { id: flow.start, step: start }
}

/** Choice ids of a step: `go:<step>`. */
export const goTo = (step: string): string => `go:${step}`

export const targetOf = (choice: string): string | null =>
  choice.startsWith('go:') ? choice.slice(3) : null
