import type { Handle } from '../handle.ts'
import type { Committed } from '../store/commit.ts'
import type { Engine, Notices } from '../store/engine.ts'
import {
  claimantsIn,
  claimsOf,
  forgetPeer,
  newsSince,
  type Peer,
  peersOf,
  saveBeat,
} from '../store/peer.ts'
import { headOf } from '../store/read/head.ts'
import type { Log } from './log.ts'
import { Pulse } from './pulse.ts'

/**
 * One of several processes on a desk: tells the others what it did, hears what they did, looks for itself every
 * second in case it heard nothing, keeps its clock with theirs, and takes up what one that died had begun.
 */

const BEAT = 1_000
/** Looks without a sign of life, all of them ours and good, before a process counts as dead. */
const SILENT_LOOKS = 6
/** A process that could not beat for this long begins no sending: another may think it dead soon. */
const SOUND = 4_000
/** Clocks further apart than this are a fault to be mended, not to be followed. */
const APART = 5 * 60_000
const LONGEST_NOTICE = 7_500
const GATHER = 10

const quiet = () => ({ topics: new Set<string>(), outbox: false, timer: null as number | null })

export interface PeersParts {
  id: string
  engine: Engine & { notices: Notices }
  handle: () => Handle
  /** This machine's clock. */
  clock: () => number
  log: Log
  /** Null: anything may have news. */
  ring: (topics: string[] | null) => void
  wakeCourier: () => void
  pokeTicker: (at: number) => void
}

/** What one process tells the others; never words, never numbers. */
interface Notice {
  clock: number
  topics?: string[] | null
  outbox?: boolean
  timer?: number | null
}

export class Peers {
  readonly id: string
  readonly #parts: PeersParts
  readonly #pulse = new Pulse(SILENT_LOOKS)
  #ahead = 0
  #beat = 0
  #seen = 0
  #lastBeat = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> = Promise.resolve()
  #stopped = false
  #news = quiet()
  #telling: NodeJS.Timeout | undefined

  constructor(parts: PeersParts) {
    this.id = parts.id
    this.#parts = parts
  }

  /** The desk's time: that of the process whose clock is ahead, so that all agree on when a ring is over. */
  now(): number {
    return this.#parts.clock() + this.#ahead
  }

  /** Whether the others still take this process for living. */
  get sound(): boolean {
    return performance.now() - this.#lastBeat < SOUND
  }

  async start(): Promise<void> {
    const { engine } = this.#parts
    this.#seen = await headOf(engine.db)
    for (const { clock } of await peersOf(engine.db, this.id)) this.#follow(clock)
    await this.#beatNow()
    await engine.notices.listen(
      (text) => this.#heard(JSON.parse(text) as Notice),
      () => this.#missed(),
    )
    this.#again()
  }

  /** Leaves nothing for others to wait for. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#telling)
    await this.#looking
    await this.#parts.engine
      .atomically((tx) => forgetPeer(tx, this.id))
      .catch((error) => {
        // The others find out by themselves.
        this.#parts.log.warn({ code: (error as { code?: string }).code }, 'left without a word')
      })
  }

  /** Told together with whatever else happens in the next moment: a notice costs the database as much as a commit. */
  tell({ touched, outbox, timer }: Pick<Committed, 'touched' | 'outbox' | 'timer'>): void {
    for (const topic of touched) this.#news.topics.add(topic)
    this.#news.outbox ||= outbox
    if (timer !== null) this.#news.timer = Math.min(this.#news.timer ?? timer, timer)
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined
      const { topics, ...rest } = this.#news
      this.#news = quiet()
      this.#tell({ topics: [...topics], ...rest })
    }, GATHER)
  }

  #tell(news: Omit<Notice, 'clock'>): void {
    const { notices } = this.#parts.engine
    const text = JSON.stringify({ ...news, clock: this.now() })
    const fits = Buffer.byteLength(text) <= LONGEST_NOTICE
    notices.tell(fits ? text : JSON.stringify({ ...news, topics: null, clock: this.now() }))
  }

  #heard({ clock, topics = [], outbox, timer }: Notice): void {
    this.#follow(clock)
    this.#parts.ring(topics)
    if (outbox) this.#parts.wakeCourier()
    if (typeof timer === 'number') this.#parts.pokeTicker(timer)
  }

  #missed(): void {
    this.#parts.ring(null)
    this.#parts.wakeCourier()
    this.#parts.pokeTicker(this.now())
    this.#tell({})
  }

  #follow(clock: number): void {
    const ahead = clock - this.now()
    if (ahead <= 0) return
    if (ahead <= APART) this.#ahead += ahead
    else this.#parts.log.error({ seconds: Math.round(ahead / 1000) }, 'clocks are too far apart')
  }

  #again(): void {
    if (this.#stopped) return
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => this.#again())
    }, BEAT)
  }

  async #look(): Promise<void> {
    const { engine, log, ring, wakeCourier, pokeTicker } = this.#parts
    try {
      await this.#beatNow()
      this.#tell({})
      const peers = await peersOf(engine.db, this.id)
      await this.#bury(this.#pulse.look(peers, await claimantsIn(engine.db), this.id))
      const { next, topics } = await newsSince(engine.db, this.#seen)
      this.#seen = next
      if (topics.length > 0) ring(topics)
      wakeCourier()
      pokeTicker(this.now())
    } catch (error) {
      log.warn(
        { code: (error as { code?: string }).code },
        'other processes could not be looked for',
      )
    }
  }

  async #beatNow(): Promise<void> {
    const me: Peer = { id: this.id, beat: ++this.#beat, clock: this.now() }
    await saveBeat(this.#parts.engine.db, me)
    this.#lastBeat = performance.now()
  }

  /** A call that was being placed is not placed twice: the next lawyer is asked. Messages are tried again. */
  async #bury(dead: string[]): Promise<void> {
    const { engine, handle, log } = this.#parts
    for (const id of dead) {
      for (const { key, act, attempts } of await claimsOf(engine.db, id)) {
        if (act.do !== 'ring') continue
        // Two processes may find the same one dead; the key lets one report count.
        const report = { type: 'delivery.failed', item: key, code: 'cut_off' } as const
        await handle()(report, `cut_off:${key}:${attempts}`)
      }
      await engine.atomically((tx) => forgetPeer(tx, id))
      log.warn({ process: id }, 'took up what another process had begun')
    }
  }
}
