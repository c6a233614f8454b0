import type { Entry, OutboxItem } from '../desk/effect.ts'
import type { ContactRef } from '../desk/event.ts'
import type { Snapshot } from '../desk/snapshot.ts'
import type { Conversation, Leg, Offer } from '../desk/state.ts'

/** Which rows one decision sees, found without looking at every row there ever was. */

interface Parts {
  offers: Set<string>
  legs: Set<string>
  liveLegs: Set<string>
  items: string[]
  heard: Snapshot['heard']
}

const live = new Set<Conversation['state']>(['waiting', 'active', 'promised'])

const contactKey = (channel: string, id: string): string => `${channel} ${id}`

export class Index {
  readonly #parts = new Map<string, Parts>()
  readonly #live = new Set<string>()
  readonly #openOffers = new Map<string, string>()
  readonly #liveLegs = new Set<string>()
  readonly #legOf = new Map<string, string>()
  readonly #latest = new Map<string, string>()

  conversation(row: Conversation): void {
    if (!this.#parts.has(row.id)) {
      this.#parts.set(row.id, {
        offers: new Set(),
        legs: new Set(),
        liveLegs: new Set(),
        items: [],
        heard: [],
      })
      if (row.contact) this.#latest.set(contactKey(row.channel, row.contact), row.id)
    }
    if (live.has(row.state)) this.#live.add(row.id)
    else this.#live.delete(row.id)
  }

  offer({ id, conversation, state }: Offer): void {
    this.#of(conversation)?.offers.add(id)
    if (state === 'open') this.#openOffers.set(id, conversation)
    else this.#openOffers.delete(id)
  }

  leg({ id, conversation, state }: Leg): void {
    const parts = this.#of(conversation)
    // A lawyer who stays on the line goes on to the next conversation, leg and all.
    const before = this.#legOf.get(id)
    if (before !== undefined && before !== conversation) {
      this.#of(before)?.legs.delete(id)
      this.#of(before)?.liveLegs.delete(id)
    }
    if (conversation !== null) this.#legOf.set(id, conversation)
    parts?.legs.add(id)
    if (state === 'ended') {
      this.#liveLegs.delete(id)
      parts?.liveLegs.delete(id)
    } else {
      this.#liveLegs.add(id)
      parts?.liveLegs.add(id)
    }
  }

  sent({ key, conversation }: OutboxItem): void {
    this.#of(conversation)?.items.push(key)
  }

  /** What the client has written so far goes with the conversation to a lawyer. */
  logged({ actor, conversation, words }: Entry): void {
    if (actor !== 'client' || !words) return
    this.#of(conversation)?.heard.push({ content: words.id, length: words.text.length })
  }

  heard = (conversation: string): Snapshot['heard'] => this.#of(conversation)?.heard ?? []

  latest = ({ channel, id }: ContactRef): string | undefined =>
    this.#latest.get(contactKey(channel, id))

  seen(
    subject: string | null,
    leg: string | null,
    floor: boolean,
  ): { conversations: Iterable<string>; offers: Iterable<string>; legs: Iterable<string> } {
    const conversations = new Set(floor ? this.#live : [])
    if (subject !== null) conversations.add(subject)
    const offers = new Set<string>()
    for (const id of conversations)
      for (const offer of this.#of(id)?.offers ?? []) offers.add(offer)
    if (floor) for (const id of this.#openOffers.keys()) offers.add(id)
    const legs = new Set(floor ? this.#liveLegs : this.#of(subject)?.liveLegs)
    if (leg !== null) legs.add(leg)
    return { conversations, offers, legs }
  }

  forget(row: Conversation): Pick<Parts, 'offers' | 'legs' | 'items'> {
    const parts = this.#of(row.id)
    this.#parts.delete(row.id)
    this.#live.delete(row.id)
    if (row.contact) this.#latest.delete(contactKey(row.channel, row.contact))
    for (const offer of parts?.offers ?? []) this.#openOffers.delete(offer)
    for (const leg of parts?.legs ?? []) {
      this.#liveLegs.delete(leg)
      this.#legOf.delete(leg)
    }
    return parts ?? { offers: new Set(), legs: new Set(), items: [] }
  }

  #of(conversation: string | null | undefined): Parts | undefined {
    return conversation == null ? undefined : this.#parts.get(conversation)
  }
}
