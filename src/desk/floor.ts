import type { Conversation, Offer } from './state.ts'

/**
 * Who holds what, looked up without going round the floor: routing asks it for every lawyer and everyone who waits.
 * Follows each change of a turn as it is made.
 */
export class Floor {
  readonly #offers = new Map<string, Map<string, Offer>>()
  readonly #ringing = new Map<string, Set<string>>()
  readonly #asked = new Map<string, Set<string>>()
  readonly #calls = new Map<string, Set<string>>()
  readonly #written = new Map<string, Set<string>>()

  /** All offers made for a conversation, as far as they are loaded. */
  offersOf(conversation: string): Iterable<Offer> {
    return this.#offers.get(conversation)?.values() ?? []
  }

  /** Phone offers now ringing at this lawyer. */
  ringing(lawyer: string): number {
    return this.#ringing.get(lawyer)?.size ?? 0
  }

  /** Written offers this lawyer has open. */
  asked(lawyer: string): number {
    return this.#asked.get(lawyer)?.size ?? 0
  }

  calls(lawyer: string): number {
    return this.#calls.get(lawyer)?.size ?? 0
  }

  /** Written conversations this lawyer has. */
  written(lawyer: string): number {
    return this.#written.get(lawyer)?.size ?? 0
  }

  offer(offer: Offer): void {
    const known = this.#offers.get(offer.conversation)
    if (known) known.set(offer.id, offer)
    else this.#offers.set(offer.conversation, new Map([[offer.id, offer]]))
    const open = offer.method === 'phone' ? this.#ringing : this.#asked
    mark(open, offer.lawyer, offer.id, offer.state === 'open')
  }

  conversation(before: Conversation | undefined, after: Conversation): void {
    const held = after.channel === 'phone' ? this.#calls : this.#written
    if (before?.lawyer && before.lawyer !== after.lawyer) mark(held, before.lawyer, after.id, false)
    if (after.lawyer) mark(held, after.lawyer, after.id, after.state === 'active')
  }
}

function mark(sets: Map<string, Set<string>>, key: string, id: string, on: boolean): void {
  const set = sets.get(key)
  if (set) {
    if (on) set.add(id)
    else set.delete(id)
  } else if (on) sets.set(key, new Set([id]))
}
