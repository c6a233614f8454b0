import type { ModelConfig } from '../../src/assist/port/model.ts'
import type { TelegramConfig } from '../../src/channel/telegram.ts'
import type { TwilioConfig } from '../../src/channel/twilio.ts'
import type { Content } from '../../src/desk/flow.ts'
import type { DeskFile } from '../../src/setup/desk-file.ts'
import type { EventRow } from '../../src/store/chain.ts'

/** A whole desk under test, on one engine: what stories need of it beside its outside surface. */
export interface Backend {
  /** Starts, or starts again on what is stored. Answers with its address, the same each time. */
  start(): Promise<string>
  stop(): Promise<void>
  import(file: DeskFile): Promise<{ changed: boolean; logins: number; closed: number }>
  /** When the next timer or unsent message is due; null where nothing is. */
  nextDue(): Promise<number | null>
  /** Fires the timers that are due by the test's clock. */
  tick(): Promise<void>
  /** Until nothing that is due is left unsent. */
  idle(): Promise<void>
  /** The event log, oldest first. */
  lines(): Promise<EventRow[]>
}

export interface BackendParts {
  file: DeskFile
  content: Content
  /** For the engines that keep files. */
  folder: string
  secretKey: Uint8Array
  now: () => number
  telegram: TelegramConfig
  twilio: Omit<TwilioConfig, 'publicUrl'>
  /** Null: no language model. */
  model: ModelConfig | null
  log: (level: 'debug' | 'info' | 'warn' | 'error', fields: object, message: string) => void
}
