import TinyQueue from 'tinyqueue'
import type { Effect, Entry } from '../desk/effect.ts'
import type { Happening } from '../desk/event.ts'
import type { Conversation } from '../desk/state.ts'
import type { Arrival } from './arrivals.ts'
import { Caller } from './caller.ts'
import { LawyerPhones } from './lawyer.ts'
import type { ModelStore } from './model-store.ts'
import type { Scenario } from './scenario.ts'
import { type Tally, type Visit, workOf } from './tally.ts'
import { terse, type Voice } from './voice.ts'
import { Writer } from './writer.ts'

/** One person who came, as the world knows them. */
export interface Guest {
  readonly n: number
  readonly visit: Visit
  /** A lawyer took the conversation. */
  taken(row: Conversation): void
  promised(): void
  /** A leg of theirs is to ask for its next script now. */
  steer(leg: string): void
  /** The desk rings them back. */
  rung(leg: string, seconds: number): void
}

interface Item {
  at: number
  n: number
  run: () => void
}

/** Nobody is waited for longer than this after the last one came. */
const DRAIN = 12 * 3_600_000
/** A late webhook may still ask after a conversation that is closed. */
const LINGER = 120_000

/**
 * Everything outside the desk: the clock, the people who ring and write, the lawyers' phones, the carrier.
 * It hands the desk events and carries out what the desk asks for, at the speed of the processor.
 */
export class World {
  readonly store: ModelStore
  readonly scenario: Scenario
  readonly seed: number
  readonly tally: Tally = { visits: [], work: new Map(), decisions: 0 }
  readonly guests = new Map<string, Guest>()
  readonly #agenda = new TinyQueue<Item>([], (a, b) => a.at - b.at || a.n - b.n)
  readonly #phones: LawyerPhones
  readonly voice: Voice
  readonly #watch: () => void
  #items = 0

  constructor(
    store: ModelStore,
    scenario: Scenario,
    seed: number,
    { watch = () => {}, voice = terse }: { watch?: () => void; voice?: Voice } = {},
  ) {
    this.store = store
    this.scenario = scenario
    this.seed = seed
    this.voice = voice
    this.#phones = new LawyerPhones(this)
    this.#watch = watch
  }

  run(arrivals: Arrival[]): Tally {
    for (const _ of this.steps(arrivals));
    return this.tally
  }

  /** The same, one happening at a time, for who has something to do between them. */
  *steps(arrivals: Arrival[]): Generator<void> {
    this.#expect(arrivals, 0)
    const end = (arrivals.at(-1)?.at ?? this.store.now) + DRAIN
    for (;;) {
      const item = this.#agenda.pop()
      if (!item || item.at > end) break
      this.store.now = Math.max(this.store.now, item.at)
      item.run()
      yield
    }
  }

  #expect(arrivals: Arrival[], n: number): void {
    const arrival = arrivals[n]
    if (!arrival) return
    this.at(arrival.at, () => {
      this.#expect(arrivals, n + 1)
      const { at, method } = arrival
      const visit: Visit = { at, method, wait: null, ending: 'open', rings: 0, reached: false }
      if (at >= this.scenario.from + this.scenario.warmUpHours * 3_600_000)
        this.tally.visits.push(visit)
      const guest =
        method === 'phone'
          ? new Caller(this, n, arrival, visit)
          : new Writer(this, n, arrival, visit)
      guest.come()
    })
  }

  /** Runs at this instant, after everything that was planned for it before. */
  at(instant: number, run: () => void): void {
    this.#agenda.push({ at: instant, n: this.#items++, run })
  }

  after(seconds: number, run: () => void): void {
    if (seconds === Number.POSITIVE_INFINITY) return
    this.at(this.store.now + Math.round(seconds * 1000), run)
  }

  /** The client has put the phone down, the lawyer not yet. */
  leftOnTheLine(leg: string): void {
    this.#phones.leftOnTheLine(leg)
  }

  /** Hands the desk an event and plans what follows from its effects. */
  happen(happening: Happening): void {
    const { effects, repeat } = this.store.handle(happening)
    if (!repeat) this.tally.decisions++
    for (const effect of effects) this.#follow(effect)
    this.#watch()
  }

  #follow(effect: Effect): void {
    switch (effect.do) {
      case 'set': {
        const { timer } = effect
        this.at(timer.dueAt, () => {
          if (this.store.timers.get(timer.id)?.dueAt === timer.dueAt) {
            this.happen({ type: 'timer.fired', timer })
          }
        })
        return
      }
      case 'send':
        return this.#send(effect)
      case 'log':
        return this.#note(effect.entry)
      case 'save':
        if (effect.what === 'conversation') this.#moved(effect.row)
        else if (effect.what === 'offer') this.#phones.offered(effect.row)
        else if (effect.what === 'lawyer') this.#phones.paused(effect.row)
    }
  }

  #send({ item }: Extract<Effect, { do: 'send' }>): void {
    const { act, key } = item
    if (act.do !== 'ring' && act.do !== 'steer') return
    this.at(this.store.now, () => {
      const leg = this.store.legs.get(act.leg)
      if (!leg || leg.state === 'ended') return
      const guest = this.guests.get(leg.conversation ?? '')
      if (act.do === 'steer') {
        if (leg.party === 'client') guest?.steer(leg.id)
        else this.#phones.steer(leg.id)
        return
      }
      this.happen({ type: 'delivery.done', item: key, receipt: `sid-${leg.id}` })
      if (leg.party === 'client') guest?.rung(leg.id, act.seconds)
      else this.#phones.rung(leg, guest?.n ?? 0)
    })
  }

  /** The log says what happened, here as on a real desk. */
  #note({ type, conversation, by, data }: Entry): void {
    const lawyer = String(data?.lawyer ?? by ?? '')
    const guest = this.guests.get(conversation ?? '')
    if (type === 'offered') {
      // Asked on the line after a talk, no phone rings.
      if (data?.onTheLine) return
      workOf(this.tally, lawyer).rings++
      if (guest && guest.visit.wait === null) guest.visit.rings++
    } else if (type === 'missed') workOf(this.tally, lawyer).missed++
    else if (type === 'passed') workOf(this.tally, lawyer).passed++
    else if (type === 'accepted') workOf(this.tally, lawyer).taken++
    else if (type === 'pledged') guest?.promised()
  }

  #moved(row: Conversation): void {
    if (row.state === 'active') this.guests.get(row.id)?.taken(row)
    if (row.state !== 'closed') return
    this.at(this.store.now + LINGER, () => {
      this.store.forget(row.id)
      this.guests.delete(row.id)
    })
  }
}
