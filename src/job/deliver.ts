import { type Channel, type Parcel, SendError } from '../channel/channel.ts'
import type { Handle } from '../handle.ts'
import type { Db, Engine } from '../store/engine.ts'
import type { Opener } from '../store/opener.ts'
import { claim, type Due, nextSend, retryAt } from '../store/outbox.ts'
import type { Log } from './log.ts'
import type { Sleep } from './sleep.ts'

/** Sends what the outbox holds, lane by lane, and brings what became of it back as events. */

const SECOND = 1000
const LONGEST_DELAY = 5 * 60 * SECOND
const GIVE_UP = 24 * 60 * 60 * SECOND
const AT_ONCE = 64

export interface CourierParts {
  engine: Engine
  opener: Opener
  handle: Handle
  /** Null where the channel is off. */
  channel: (name: Due['channel']) => Channel | null
  now: () => number
  random: () => number
  sleep: Sleep
  log: Log
}

export class Courier {
  readonly #parts: CourierParts
  readonly #flying = new Set<Promise<void>>()
  #looking: Promise<void> | null = null
  #again = false
  #awake: () => void = () => {}
  #stopped = false

  constructor(parts: CourierParts) {
    this.#parts = parts
  }

  /** There may be something to send. */
  wake(): void {
    if (this.#stopped) return
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

  /** Resolves when nothing is being sent and nothing due is left unsent. */
  async idle(): Promise<void> {
    while (this.#looking || this.#flying.size > 0) {
      await this.#looking
      await Promise.all(this.#flying)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#awake()
    await this.idle()
  }

  async #look(): Promise<void> {
    const { engine, now, log } = this.#parts
    this.#awake()
    try {
      while (this.#flying.size < AT_ONCE) {
        const due = await engine.atomically((tx) => claim(tx, now()))
        if (due.length === 0) break
        for (const item of due) this.#fly(item)
      }
      const at = await nextSend(engine.db)
      if (at !== null) this.#sleep(at - now())
    } catch (error) {
      log.error({ err: error }, 'outbox could not be read')
      this.#sleep(SECOND)
    }
  }

  #sleep(milliseconds: number): void {
    if (this.#stopped) return
    this.#awake()
    this.#awake = this.#parts.sleep(Math.max(1, milliseconds), () => this.wake())
  }

  #fly(item: Due): void {
    const flight = this.#send(item)
      .catch((error) => this.#parts.log.error({ err: error, item: item.key }, 'delivery broke'))
      .finally(() => {
        this.#flying.delete(flight)
        this.wake()
      })
    this.#flying.add(flight)
  }

  async #send(item: Due): Promise<void> {
    const { engine, handle, channel, now } = this.#parts
    if (item.expiresAt !== null && item.expiresAt <= now()) {
      await handle({ type: 'delivery.failed', item: item.key, code: 'expired' })
      return
    }
    try {
      const carrier = channel(item.channel)
      if (!carrier) throw new SendError('channel_off', true)
      const parcel = await this.#pack(engine.db, item)
      const receipt = parcel && (await carrier.send(parcel))
      await handle({ type: 'delivery.done', item: item.key, receipt })
    } catch (error) {
      await this.#failed(item, error)
    }
  }

  /** Null where there is nothing left to do. */
  async #pack(db: Db, item: Due): Promise<Parcel | null> {
    const { opener } = this.#parts
    const { act, to, content } = item
    if (act.do === 'ring' && !(await opener.wanted(db, act.leg))) return null
    const address = to && (await opener.address(db, item.channel, to))
    if (to && address === null) throw new SendError('no_address', true)
    const words = content === null ? null : await opener.words(db, content)
    if (content !== null && words === null) throw new SendError('forgotten', true)
    return {
      act,
      address,
      words: act.do === 'text' && words !== null ? dress(words, act) : words,
      receipt: act.do === 'amend' ? await opener.receipt(db, act.item) : null,
      sid: 'leg' in act && act.do !== 'ring' ? await opener.sid(db, act.leg) : null,
    }
  }

  async #failed(item: Due, error: unknown): Promise<void> {
    const { engine, handle, log, now, random } = this.#parts
    if (!(error instanceof SendError)) throw error
    const { code, permanent, retryAfter } = error
    const delay = retryAfter === null ? backOff(item.attempts, random()) : retryAfter * SECOND
    const at = now() + delay
    const tooLate = at > (item.expiresAt ?? item.createdAt + GIVE_UP)
    if (permanent || tooLate) {
      log.warn({ item: item.key, channel: item.channel, act: item.act.do, code }, 'not delivered')
      await handle({ type: 'delivery.failed', item: item.key, code })
      return
    }
    await engine.atomically((tx) => retryAt(tx, item.n, at, code))
  }
}

const dress = (words: string, act: Extract<Due['act'], { do: 'text' }>): string => {
  const part = act.slice ? words.slice(...act.slice) : words
  return act.prefix === undefined ? part : `${act.prefix}\n${part}`
}

/** Exponential from one second, with jitter so that a thousand messages do not come back at once. */
export const backOff = (attempts: number, random: number): number =>
  Math.min(LONGEST_DELAY, SECOND * 2 ** (attempts - 1)) * (0.5 + random / 2)
