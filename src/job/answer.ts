import type { Assist, Prepared } from '../assist/assist.ts'
import type { Material } from '../assist/material.ts'
import type { ModelRequest } from '../desk/assist/request.ts'
import { deedOf, type Result } from '../desk/assist/result.ts'
import type { Desk, Language } from '../desk/desk.ts'
import type { Fault } from '../desk/fault.ts'
import type { Content } from '../desk/flow.ts'
import { dayBounds } from '../desk/zone.ts'
import { type Handle, newId } from '../handle.ts'
import type { Engine } from '../store/engine.ts'
import { dueRequests, requestById, requestsSince } from '../store/model-request.ts'
import { materialOf } from '../store/read/material.ts'
import type { Seal } from '../store/seal.ts'
import type { Log } from './log.ts'
import { materialFor } from './material.ts'

/**
 * Asks the model what the desk or a lawyer wants asked, and brings what became of it back as an event. What is to leave
 * the house is kept first; nobody waits here for anything else.
 */

export interface AnswererParts {
  engine: Engine
  seal: Seal
  handle: () => Handle
  /** Null: there is no model. Loaded when first used. */
  assist: (() => Promise<Assist>) | null
  desk: () => Promise<Desk>
  content: Content
  now: () => number
  /** Requests a day. */
  daily: number
  log: Log
}

export type Asked = Pick<ModelRequest, 'purpose' | 'conversation' | 'wordsBy' | 'to'> & {
  lawyer: string
  words: string | null
}

/** fault: refused before anything was asked · why: no answer, and the desk goes on without. */
export type Answered =
  | { request: string; result: Result; why: null; fault: null }
  | { request: string; result: null; why: string; fault: Fault | null }

export class Answerer {
  readonly #parts: AnswererParts
  readonly #flying = new Map<string, Promise<unknown>>()
  #looking: Promise<void> | null = null
  #again = false
  #stopped = false

  constructor(parts: AnswererParts) {
    this.#parts = parts
  }

  get on(): boolean {
    return this.#parts.assist !== null
  }

  /** There may be something the desk itself wants to ask. */
  wake(): void {
    if (this.#stopped || !this.on) return
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = this.#look().finally(() => {
      this.#looking = null
      if (this.#again) {
        this.#again = false
        this.wake()
      }
    })
  }

  /** For a lawyer who waits for it. */
  async ask({ lawyer, ...asked }: Asked): Promise<Answered> {
    const request = newId()
    const { fault } = await this.#parts.handle()({
      type: 'assist.asked',
      request,
      lawyer,
      ...asked,
    })
    const row = fault ? null : await requestById(this.#parts.engine.db, request)
    if (!row)
      return { request, result: null, why: 'off', fault: fault ?? { code: 'assist_unavailable' } }
    const flight = this.#run(row)
    this.#flying.set(request, flight)
    try {
      return { request, fault: null, ...(await flight) }
    } finally {
      this.#flying.delete(request)
    }
  }

  async idle(): Promise<void> {
    while (this.#looking || this.#flying.size > 0) {
      await this.#looking
      await Promise.allSettled(this.#flying.values())
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.idle()
  }

  async #look(): Promise<void> {
    const { engine, log } = this.#parts
    try {
      for (const row of await dueRequests(engine.db)) {
        if (row.askedBy !== null || this.#flying.has(row.id)) continue
        const flight = this.#run(row)
          .catch((error) => log.error({ err: error, request: row.id }, 'model request broke'))
          .finally(() => this.#flying.delete(row.id))
        this.#flying.set(row.id, flight)
      }
    } catch (error) {
      // The rows stay; their timers end them, and the next request looks again.
      log.error({ err: error }, 'model requests could not be read')
    }
  }

  async #run(
    row: ModelRequest,
  ): Promise<{ result: Result; why: null } | { result: null; why: string }> {
    const { log } = this.#parts
    const found = await this.#answer(row)
    const { why } = found
    const { id: request, purpose, conversation } = row
    if (why === 'elsewhere') return found
    await this.#parts.handle()({
      type: 'assist.answered',
      request,
      conversation,
      deed: found.result && deedOf(found.result),
      code: why,
    })
    if (why === null) log.info({ request, purpose }, 'assist answered')
    else log.info({ request, purpose, code: why }, 'assist refused')
    return found
  }

  async #answer(
    row: ModelRequest,
  ): Promise<{ result: Result; why: null } | { result: null; why: string }> {
    const { assist: load, log, engine, now, daily } = this.#parts
    const no = (why: string) => ({ result: null, why })
    if (!load) return no('off')
    const desk = await this.#parts.desk()
    const today = dayBounds(desk.timezone, now()).from
    if ((await requestsSince(engine.db, today)) >= daily) return no('budget')
    const assist = await load()
    if (assist.resting) return no('resting')
    const prepared = await this.#prepare(assist, desk, row)
    if (!prepared) return no('nothing')
    const { fault } = await this.#parts.handle()({
      type: 'assist.sent',
      request: row.id,
      conversation: row.conversation,
      words: prepared.sent,
      version: prepared.prompt.version,
    })
    // Another process has it, or its time is over.
    if (fault) return no('elsewhere')
    log.info({ request: row.id, purpose: row.purpose }, 'assist asked')
    return assist.ask(prepared)
  }

  async #prepare(assist: Assist, desk: Desk, row: ModelRequest): Promise<Prepared | null> {
    const { engine, seal, content } = this.#parts
    const raw = await materialOf(engine.db, seal, row)
    if (!raw) return null
    const material: Material = await materialFor(desk, content, row, raw)
    return assist.prepare(material)
  }

  /** Steps whose own words may answer: found by rule, whether there is a model or not. */
  async steps(words: string, language: Language): Promise<string[]> {
    const { nearest } = await import('../assist/nearest.ts')
    return nearest(words, this.#parts.content, language, SHOWN)
  }
}

/** As many as fit beside a conversation. */
const SHOWN = 3
