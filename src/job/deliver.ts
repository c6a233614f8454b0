import { setTimeout as sleep } from 'node:timers/promises'
import { type Channel, type Parcel, SendError } from '../channel/channel.ts'
import type { Happening } from '../desk/event.ts'
import type { Handle } from '../handle.ts'
import { type Db, type Engine, Unavailable } from '../store/engine.ts'
import type { Opener } from '../store/opener.ts'
import { claim, type Due, giveBack, LEASE, nextSend, retryAt } from '../store/outbox.ts'
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
  /** This process among several; null where it is alone. */
  self: { readonly id: string; readonly sound: boolean } | null
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
    const { engine, now, log, self } = this.#parts
    this.#awake()
    // Others may think this process dead: what it began now might be sent twice.
    if (self && !self.sound) return this.#sleep(SECOND)
    try {
      while (this.#flying.size < AT_ONCE) {
        const due = await engine.atomically((tx) => claim(tx, now(), self?.id ?? null))
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
      .catch((error) => this.#broke(item, error))
      .finally(() => {
        this.#flying.delete(flight)
        this.wake()
      })
    this.#flying.add(flight)
  }

  /** Not the vendor's doing but ours: looked at again once its lease would be over, so that nothing is held for ever. */
  async #broke(item: Due, error: unknown): Promise<void> {
    const { engine, log, now } = this.#parts
    log.error({ err: error, item: item.key }, 'delivery broke')
    try {
      await engine.atomically((tx) => retryAt(tx, item.n, now() + LEASE, 'broke'))
    } catch (again) {
      log.error({ err: again, item: item.key }, 'its claim stands until this process ends')
    }
  }

  async #send(item: Due): Promise<void> {
    const { now, self } = this.#parts
    if (item.expiresAt !== null && item.expiresAt <= now()) {
      await this.#report({ type: 'delivery.failed', item: item.key, code: 'expired' })
      return
    }
    try {
      const parcel = await this.#prepared(item)
      if (self && !self.sound) return await this.#giveBack(item, self.id)
      const receipt = parcel && (await this.#carrier(item).send(parcel))
      await this.#report({ type: 'delivery.done', item: item.key, receipt })
    } catch (error) {
      await this.#failed(item, error)
    }
  }

  #carrier(item: Due): Channel {
    const carrier = this.#parts.channel(item.channel)
    if (!carrier) throw new SendError('channel_off', true)
    return carrier
  }

  #prepared(item: Due): Promise<Parcel | null> {
    this.#carrier(item)
    return this.#stubbornly(() => this.#pack(this.#parts.engine.db, item))
  }

  async #report(happening: Happening): Promise<void> {
    await this.#stubbornly(() => this.#parts.handle(happening))
  }

  async #giveBack(item: Due, self: string): Promise<void> {
    const { engine } = this.#parts
    await this.#stubbornly(() => engine.atomically((tx) => giveBack(tx, item.n, self)))
  }

  /** What became of an item is brought home however long the database is away: nobody else may send it meanwhile. */
  async #stubbornly<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof Unavailable) || this.#stopped) throw error
        await sleep(SECOND)
      }
    }
  }

  /** Null where there is nothing left to do. */
  async #pack(db: Db, item: Due): Promise<Parcel | null> {
    const { opener } = this.#parts
    const { act, to, content } = item
    if (act.do === 'ring' && !(await opener.wanted(db, act.leg))) return null
    if (act.do === 'wake' && !(await opener.open(db, act.offer))) return null
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
    const { engine, log, now, random } = this.#parts
    if (!(error instanceof SendError)) throw error
    const { code, permanent, retryAfter } = error
    const delay = retryAfter === null ? backOff(item.attempts, random()) : retryAfter * SECOND
    const at = Math.round(now() + delay)
    const tooLate = at > (item.expiresAt ?? item.createdAt + GIVE_UP)
    if (permanent || tooLate) {
      log.warn({ item: item.key, channel: item.channel, act: item.act.do, code }, 'not delivered')
      await this.#report({ type: 'delivery.failed', item: item.key, code })
      return
    }
    await this.#stubbornly(() => engine.atomically((tx) => retryAt(tx, item.n, at, code)))
  }
}

const dress = (words: string, act: Extract<Due['act'], { do: 'text' }>): string => {
  const part = act.slice ? words.slice(...act.slice) : words
  return act.prefix === undefined ? part : `${act.prefix}\n${part}`
}

/** Exponential from one second, with jitter so that a thousand messages do not come back at once. */
export const backOff = (attempts: number, random: number): number =>
  Math.min(LONGEST_DELAY, SECOND * 2 ** (attempts - 1)) * (0.5 + random / 2)
