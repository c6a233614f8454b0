/** A language model, whatever it is underneath: text in, text out, or why not. */

export interface Message {
  role: 'system' | 'user'
  content: string
}

export interface Model {
  /** Resolves with what was answered; raises ModelError. `signal` ends it. */
  complete(messages: Message[], options: Ask): Promise<string>
}

export interface Ask {
  signal: AbortSignal
  /** Tries again after a passing trouble (429, 5xx). */
  retries: number
}

/** slow: no answer in time · broken: an error, or nothing that could be read. Never holds a word of either side. */
export class ModelError extends Error {
  readonly code: 'slow' | 'broken'
  /** The HTTP status, where there was one. */
  readonly status: number | null
  constructor(code: ModelError['code'], status: number | null = null) {
    super(code)
    this.code = code
    this.status = status
  }
}

/** How a model is reached. */
export interface ModelConfig {
  apiKey: string
  baseUrl: string
  model: string
  /** Requests a day; the next day begins at the desk's midnight. */
  daily: number
  /** What it may be asked for. */
  purposes: readonly string[]
}
