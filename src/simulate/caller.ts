import type { Conversation, Leg } from '../desk/state.ts'
import type { Arrival } from './arrivals.ts'
import { stream } from './random.ts'
import { close } from './record.ts'
import { type Visit, workOf } from './tally.ts'
import type { Guest, World } from './world.ts'

/** Long enough to hear out how it goes on. */
const HEARS_OUT = 20
const PICKS_UP = 8
const PRESSES = 3

const RECALLED = 4

const STAYS = 7

/** Somebody who rings the desk, presses 1 at once, and waits as long as their patience lasts. */
export class Caller implements Guest {
  readonly n: number
  readonly visit: Visit
  readonly #world: World
  readonly #arrival: Arrival
  #leg: string
  #conversation = ''
  #hungUp = false
  #talking = false
  #recalls = 0

  constructor(world: World, n: number, arrival: Arrival, visit: Visit) {
    this.#world = world
    this.n = n
    this.#arrival = arrival
    this.visit = visit
    this.#leg = `C${n}`
  }

  come(): void {
    const contact = { id: `tel-${this.n}`, channel: 'phone' as const, address: '' }
    this.#world.happen({ type: 'call.arrived', contact, leg: this.#leg, to: '' })
    this.#conversation = this.#row()?.conversation ?? ''
    this.#world.guests.set(this.#conversation, this)
    this.#step('1')
    this.#listen()
    this.#world.after(this.#arrival.patience, () => {
      if (this.visit.ending === 'open') this.#hangUp()
    })
  }

  taken({ takenAt, waitingSince }: Conversation): void {
    if (this.visit.ending === 'promised') {
      this.visit.reached = true
      return
    }
    if (this.visit.wait !== null) return
    this.visit.wait = (takenAt ?? 0) - (waitingSince ?? 0)
    this.visit.ending = 'answered'
  }

  promised(): void {
    if (this.visit.ending === 'open' && !this.#hungUp) this.visit.ending = 'promised'
  }

  steer(leg: string): void {
    if (this.#hungUp || leg !== this.#leg) return
    this.#step('')
    this.#listen()
  }

  rung(leg: string, seconds: number): void {
    const { seed, scenario } = this.#world
    const hears = stream(seed, RECALLED, this.n, this.#recalls++).uniform() < scenario.reached
    this.#leg = leg
    this.#hungUp = false
    this.#world.after(hears ? PICKS_UP : seconds, () => {
      if (this.#row()?.state === 'ended') return
      if (!hears) {
        this.#hungUp = true
        this.#world.happen({ type: 'leg.ended', leg, status: 'no-answer' })
        return
      }
      this.#step('')
      this.#world.after(PRESSES, () => {
        if (this.#hungUp) return
        this.#step('1')
        this.#listen()
      })
    })
  }

  #row(): Leg | undefined {
    return this.#world.store.legs.get(this.#leg)
  }

  #step(digits: string): void {
    const leg = this.#row()
    if (!leg || leg.state === 'ended') return
    const { id, step } = leg
    this.#world.happen({ type: 'leg.stepped', leg: id, sid: `sid-${id}`, step, digits, speech: '' })
  }

  /** What the desk plays now tells the caller where they are. */
  #listen(): void {
    const at = this.#row()?.at
    if (at === 'join') this.#meet()
    else if (at === 'resort') {
      this.#world.after(HEARS_OUT, () => {
        if (this.#row()?.at === 'resort') this.#hangUp()
      })
    } else if (at === 'bye') this.#hangUp()
  }

  #meet(): void {
    const row = this.#world.store.conversations.get(this.#conversation)
    if (this.#talking || row?.state !== 'active') return
    this.#talking = true
    this.#world.after(this.#arrival.talk, () => this.#part(row))
  }

  #part(row: Conversation): void {
    const { store, tally } = this.#world
    workOf(tally, row.lawyer ?? '').talked += store.now - (row.takenAt ?? store.now)
    const legs = [...store.legs.values()].filter(
      (leg) => leg.conversation === row.id && leg.party === 'lawyer' && leg.state !== 'ended',
    )
    const { seed, scenario } = this.#world
    if (stream(seed, STAYS, this.n).uniform() < scenario.stays) {
      this.#hangUp()
      for (const { id } of legs) this.#world.leftOnTheLine(id)
    } else {
      for (const { id } of legs) {
        this.#world.happen({ type: 'leg.ended', leg: id, status: 'completed' })
      }
      this.#hangUp()
    }
    this.#world.after(store.desk.routing.wrapUpSeconds, () => close(this.#world, row))
  }

  #hangUp(): void {
    if (this.#hungUp) return
    this.#hungUp = true
    if (this.visit.ending === 'open') this.visit.ending = 'gaveUp'
    if (this.#row()?.state === 'ended') return
    this.#world.happen({ type: 'leg.ended', leg: this.#leg, status: 'completed' })
  }
}
