import type { Conversation } from '../desk/state.ts'
import type { Arrival } from './arrivals.ts'
import { close } from './record.ts'
import { type Visit, workOf } from './tally.ts'
import type { Guest, World } from './world.ts'

/** Somebody who writes to the desk and asks for the lawyer; what they wrote waits for them. */
export class Writer implements Guest {
  readonly n: number
  readonly visit: Visit
  readonly #world: World
  readonly #arrival: Arrival

  constructor(world: World, n: number, arrival: Arrival, visit: Visit) {
    this.#world = world
    this.n = n
    this.#arrival = arrival
    this.visit = visit
  }

  come(): void {
    const contact = { id: `web-${this.n}`, channel: 'webchat' as const, address: '' }
    this.#world.happen({ type: 'chat.opened', contact, language: 'zh-CN' })
    this.#world.guests.set(this.#world.store.latest(contact)?.id ?? '', this)
    this.#world.happen({ type: 'client.wrote', contact, language: null, words: '律师' })
  }

  taken(row: Conversation): void {
    if (this.visit.wait !== null) return
    this.visit.wait = (row.takenAt ?? 0) - (row.waitingSince ?? 0)
    if (this.visit.ending === 'promised') this.visit.reached = true
    this.visit.ending = 'answered'
    this.#world.after(this.#arrival.talk, () => {
      const { store, tally } = this.#world
      workOf(tally, row.lawyer ?? '').talked += store.now - (row.takenAt ?? store.now)
      close(this.#world, row)
    })
  }

  promised(): void {
    if (this.visit.ending === 'open') this.visit.ending = 'promised'
  }

  steer(): void {}
  rung(): void {}
}
