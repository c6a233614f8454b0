import { z } from 'zod'
import { PATIENCE, type Prompt, type Purpose } from '../desk/assist/purpose.ts'
import type { Result } from '../desk/assist/result.ts'
import type { Content } from '../desk/flow.ts'
import type { Refusal } from './guard/check.ts'
import type { Material } from './material.ts'
import { Breaker } from './port/breaker.ts'
import { type Message, type Model, ModelError } from './port/model.ts'
import { checkLedger } from './purpose/check-ledger.ts'
import { draftRecord } from './purpose/draft-record.ts'
import { findStep } from './purpose/find-step.ts'
import type { Context, Errand } from './purpose/purpose.ts'
import { suggestReply } from './purpose/suggest-reply.ts'
import { translate } from './purpose/translate.ts'
import { triage } from './purpose/triage.ts'
import { readJson } from './read-json.ts'
import { Redactor } from './redact/redact.ts'

/** Asks a model, and lets nothing through that the guard does not. */

const errands: Record<Purpose, Errand> = {
  triage,
  'find-step': findStep,
  'draft-record': draftRecord,
  'suggest-reply': suggestReply,
  translate,
  'check-ledger': checkLedger,
}

/** What is about to be sent, all of it, and what is needed to read the answer. */
export interface Prepared extends Context {
  prompt: Prompt
  messages: Message[]
  /** As it is kept for the coordinator: the very words that leave the house. */
  sent: string
}

/** nonsense: not of the shape asked for · guard:…: what the guard found in it. */
export type Why = ModelError['code'] | 'resting' | 'nonsense' | `guard:${Refusal}`

export type Verdict = { result: Result; why: null } | { result: null; why: Why }

export interface AssistParts {
  model: Model
  /** Read when first needed. */
  prompts: () => ReadonlyMap<Purpose, Prompt>
  content: Content
  now: () => number
  purposes: readonly string[]
  patience?: Record<Purpose, number>
}

export class Assist {
  readonly #parts: AssistParts
  readonly #breaker: Breaker
  #prompts: ReadonlyMap<Purpose, Prompt> | null = null
  readonly #schemas = new Map<Purpose, z.ZodType>()
  readonly purposes: ReadonlySet<Purpose>

  constructor(parts: AssistParts) {
    this.#parts = parts
    this.#breaker = new Breaker(parts.now)
    this.purposes = new Set(parts.purposes as Purpose[])
  }

  /** Nobody waits for a model that was not there a moment ago. */
  get resting(): boolean {
    return this.#breaker.open
  }

  /** Null: there is nothing to ask. */
  prepare(material: Material): Prepared | null {
    const { content } = this.#parts
    this.#prompts ??= this.#parts.prompts()
    const prompt = this.#prompts.get(material.purpose)
    const redactor = new Redactor(material.names)
    const input = errands[material.purpose].input(material, redactor, content)
    if (!prompt || !input) return null
    const asked = JSON.stringify(input)
    return {
      material,
      redactor,
      content,
      prompt,
      messages: [
        { role: 'system', content: prompt.instructions },
        { role: 'user', content: asked },
      ],
      sent: asked,
    }
  }

  async ask(prepared: Prepared): Promise<Verdict> {
    if (this.resting) return { result: null, why: 'resting' }
    const { purpose } = prepared.prompt
    const patience = (this.#parts.patience ?? PATIENCE)[purpose]
    const options = { signal: AbortSignal.timeout(patience), retries: patience > 5000 ? 1 : 0 }
    try {
      const text = await this.#parts.model.complete(prepared.messages, options)
      this.#breaker.note(true)
      return this.judge(prepared, text)
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      this.#breaker.note(false)
      return { result: null, why: error.code }
    }
  }

  /** What a model wrote, read and guarded. */
  judge(prepared: Prepared, text: string): Verdict {
    const { purpose, answer: shape } = prepared.prompt
    const schema = this.#schemaOf(purpose, shape)
    const found = schema.safeParse(readJson(text))
    if (!found.success) return { result: null, why: 'nonsense' }
    const judged = errands[purpose].judge(found.data as Record<string, unknown>, prepared)
    return typeof judged === 'string'
      ? { result: null, why: `guard:${judged}` }
      : { result: judged, why: null }
  }

  #schemaOf(purpose: Purpose, shape: object): z.ZodType {
    let schema = this.#schemas.get(purpose)
    if (!schema) {
      schema = z.fromJSONSchema(shape as Parameters<typeof z.fromJSONSchema>[0])
      this.#schemas.set(purpose, schema)
    }
    return schema
  }
}
