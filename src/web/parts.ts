import type { ModelConfig } from '../assist/port/model.ts'
import type { Channel as Carrier } from '../channel/channel.ts'
import type { PushService } from '../channel/push.ts'
import type { TelegramConfig } from '../channel/telegram.ts'
import type { TwilioConfig } from '../channel/twilio.ts'
import type { Desk } from '../desk/desk.ts'
import type { Carried } from '../desk/effect.ts'
import type { Content } from '../desk/flow.ts'
import type { Handle } from '../handle.ts'
import type { Answerer } from '../job/answer.ts'
import type { Log } from '../job/log.ts'
import type { Engine } from '../store/engine.ts'
import type { Seal } from '../store/seal.ts'
import type { StaffingAnswer } from './api/staffing-schema.ts'
import type { Auth } from './auth.ts'
import type { Bell } from './bell.ts'

/** What the web is built from. */
export interface WebParts {
  engine: Engine
  seal: Seal
  handle: Handle
  /** The standing facts as they are now. */
  desk: () => Promise<Desk>
  content: Content
  answerer: Answerer
  model: Pick<ModelConfig, 'baseUrl' | 'model' | 'daily' | 'purposes'> | null
  bell: Bell
  auth: Auth
  publicUrl: string
  /** Origins a browser may call from: PUBLIC_URL's and the listening address's. */
  origins: ReadonlySet<string>
  telegram: TelegramConfig | null
  /** Whose browsers may be woken. */
  push: readonly PushService[]
  twilio: () => TwilioConfig | null
  now: () => number
  /** Brings the search index up to what has just been written. */
  indexed: () => Promise<void>
  /** What is known by now of how many lawyers each hour of the week needs. */
  staffing: (span: { from: number; to: number }) => StaffingAnswer
  log: Log
  /** A built file of the staff app, or null. */
  asset: (path: string) => Promise<Asset | null>
  /** Null where the channel is off. */
  carrier: (name: Carried) => Carrier | null
}

export interface Asset {
  body: Uint8Array
  type: string
}
