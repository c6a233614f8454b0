import { DurableObject } from 'cloudflare:workers'
import { randomBytes } from 'node:crypto'
import { assemble, type RunningDesk } from '../assemble.ts'
import type { TwilioConfig } from '../channel/twilio.ts'
import { type Config, readConfig } from '../config.ts'
import type { Log } from '../job/log.ts'
import { checkKey } from '../setup/check-key.ts'
import { complaint } from '../setup/complain.ts'
import { type DeskFile, readDeskFile } from '../setup/desk-file.ts'
import { openDurableObject } from '../store/dialect/durable-object.ts'
import type { Engine } from '../store/engine.ts'
import { migrate } from '../store/migrate.ts'
import { Seal } from '../store/seal.ts'
import { publicUrlOf } from './address.ts'
import { Alarm } from './alarm.ts'
import { assetOf } from './asset.ts'
import { bringIn, content, deskFileOf, prompts, version } from './content.ts'
import type { Env } from './env.ts'
import { consoleLog } from './log.ts'

/** One desk: its database, its timers and all that answers for it. Opened by whatever comes first, a request or the alarm. */

/** Before a desk that could not be opened, or broke on its alarm, is tried again without being asked. */
const PAUSE = 30_000

/** What the object keeps beside its tables. */
const SECRET = 'secret_key'
const PRACTICE = 'practice_line'

export interface Opened {
  config: Config
  engine: Engine
  seal: Seal
  running: RunningDesk
}

export class DeskObject extends DurableObject<Env> {
  readonly #alarm = new Alarm(this.ctx.storage, () => this.now())
  #opening: Promise<Opened> | null = null
  #practice: TwilioConfig | null = null

  override async fetch(request: Request): Promise<Response> {
    const { running } = await this.open()
    return running.fetch(request)
  }

  /** Comes at least once for what is due; what was done already is not done again. */
  override async alarm(): Promise<void> {
    try {
      const { running, engine } = await this.open()
      await running.ticker.run()
      // Not waited for: a slow carrier must not hold up the next timer.
      running.courier.wake()
      await this.#alarm.arm(engine.db)
    } catch (error) {
      // Left to itself the platform would try six times and then no more.
      this.log('info').error({ err: error }, 'alarm broke')
      await this.#alarm.ringIn(PAUSE)
    }
  }

  /** For the program that runs it: the desk's name once it can take work, or what a person can do about it. */
  async ready(): Promise<{ name: string; fault: string }> {
    try {
      const { name } = await (await this.open()).running.desk()
      return { name, fault: '' }
    } catch (error) {
      return { name: '', fault: complaint(error) }
    }
  }

  /** The terminal telephone, while it runs beside the desk; a desk with a carrier of its own never looks. */
  async practise(line: Omit<TwilioConfig, 'publicUrl'> | null): Promise<void> {
    const { config } = await this.open()
    this.#practice = line && { ...line, publicUrl: this.publicUrl(config) }
    // The object may be put away between two calls.
    await this.ctx.storage.put(PRACTICE, this.#practice)
  }

  protected open(): Promise<Opened> {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = null
      throw error
    })
    return this.#opening
  }

  protected now(): number {
    return Date.now()
  }
  protected variables(): Record<string, string | undefined> {
    return this.env as unknown as Record<string, string | undefined>
  }
  protected publicUrl(config: Config): string {
    return publicUrlOf(this.name, config)
  }
  protected log(level: string): Log {
    return consoleLog(level, this.name)
  }
  protected deskFile(): DeskFile | null {
    const text = deskFileOf(this.name, this.env.DESK_TEXT)
    return text === null ? null : readDeskFile(text)
  }
  protected get name(): string {
    return this.ctx.id.name ?? ''
  }

  async #open(): Promise<Opened> {
    const { storage } = this.ctx
    const config = readConfig(this.variables())
    const seal = new Seal(config.secretKey ?? (await this.#ownKey()))
    const engine = openDurableObject({ storage, beforeCommit: (tx) => this.#alarm.arm(tx) })
    await storage.transaction(() => migrate(engine.db))
    await checkKey(engine, seal)
    await bringIn(engine, seal, this.deskFile(), this.now())
    const publicUrl = this.publicUrl(config)
    this.#practice = (await storage.get<TwilioConfig | null>(PRACTICE)) ?? null
    const carrier = config.twilio && { ...config.twilio, publicUrl }
    const running = assemble({
      config: {
        ...config,
        publicUrl,
        origins: new Set([...config.origins, new URL(publicUrl).origin]),
      },
      twilio: () => carrier ?? this.#practice,
      engine,
      seal,
      content: content(),
      prompts,
      now: () => this.now(),
      random: Math.random,
      // Its alarm keeps the time: a timeout would be lost with the object, and paid for until then.
      sleep: () => () => {},
      log: this.log(config.logLevel),
      // Pages' files are served before a request comes this far (front.ts); a document's font is not.
      asset: async (path) => (path.startsWith('font/') ? assetOf(this.env, path) : null),
      version,
    })
    await running.start()
    await this.#alarm.arm(engine.db)
    return { config, engine, seal, running }
  }

  /** Where SECRET_KEY is not given: made once, and kept beside the database like on any other machine. */
  async #ownKey(): Promise<Uint8Array> {
    const { storage } = this.ctx
    const kept = await storage.get<Uint8Array>(SECRET)
    if (kept) return kept
    const made = new Uint8Array(randomBytes(32))
    await storage.put(SECRET, made)
    return made
  }
}
