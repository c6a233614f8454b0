import type { Conversation } from '../desk/state.ts'
import type { Arrival } from './arrivals.ts'
import { close } from './record.ts'
import { type Visit, workOf } from './tally.ts'
import type { Guest, World } from './world.ts'

/** Seconds a lawyer takes to write back. */
const ANSWERS = 45

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
    this.#world.happen({ type: 'chat.opened', contact: this.#contact, language: 'zh-CN' })
    this.#world.guests.set(this.#world.store.latest(this.#contact)?.id ?? '', this)
    this.#write('律师')
  }

  get #contact() {
    return { id: `web-${this.n}`, channel: 'webchat' as const, address: '' }
  }

  #write(words: string): void {
    this.#world.happen({ type: 'client.wrote', contact: this.#contact, language: null, words })
  }

  /** Over the time the talk takes; the lawyer answers each before it would be somebody else's. */
  #talk({ id, lawyer }: Conversation): void {
    const said = this.#world.voice.talk()
    const apart = this.#arrival.talk / (said.length + 1)
    for (const [i, [asked, answered]] of said.entries()) {
      const at = apart * (i + 1)
      this.#world.after(at, () => this.#write(asked))
      this.#world.after(at + Math.min(ANSWERS, apart / 2), () => {
        if (lawyer === null) return
        const said = { conversation: id, lawyer, words: answered, via: 'browser' } as const
        this.#world.happen({ type: 'lawyer.wrote', ...said })
      })
    }
  }

  taken(row: Conversation): void {
    if (this.visit.wait !== null) return
    this.visit.wait = (row.takenAt ?? 0) - (row.waitingSince ?? 0)
    if (this.visit.ending === 'promised') this.visit.reached = true
    this.visit.ending = 'answered'
    this.#talk(row)
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
