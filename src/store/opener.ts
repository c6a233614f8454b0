import type { Recipient } from '../desk/effect.ts'
import type { Db } from './engine.ts'
import type { Facts } from './facts.ts'
import { Keys } from './keys.ts'
import type { Due } from './outbox.ts'
import { subscriptionsOf } from './preference.ts'
import type { Seal } from './seal.ts'
import { slot, statement } from './statement.ts'

const contentById = statement((db) =>
  db.selectFrom('content').select(['conversation', 'sealed']).where('id', '=', slot<string>(0)),
)
const contactById = statement((db) =>
  db.selectFrom('contact').select('sealed').where('id', '=', slot<string>(0)),
)
const receiptOf = statement((db) =>
  db.selectFrom('outbox').select('receipt').where('key', '=', slot<string>(0)),
)
const sidOf = statement((db) =>
  db.selectFrom('leg').select('sid').where('id', '=', slot<string>(0)),
)
const offerOfLeg = statement((db) =>
  db
    .selectFrom('leg')
    .innerJoin('offer', 'offer.id', 'leg.offer')
    .select('offer.state')
    .where('leg.id', '=', slot<string>(0)),
)

const stateOfOffer = statement((db) =>
  db.selectFrom('offer').select('state').where('id', '=', slot<string>(0)),
)

/** Opens what an item needs at the moment it is sent; nothing of it is kept in the clear. */
export class Opener {
  readonly #seal: Seal
  readonly #facts: Facts

  constructor(seal: Seal, facts: Facts) {
    this.#seal = seal
    this.#facts = facts
  }

  /** Null where the conversation was forgotten since. */
  async words(db: Db, content: string): Promise<string | null> {
    const row = (await contentById(db, content))[0]
    return row ? new Keys(db, this.#seal).open(row.conversation, content, row.sealed) : null
  }

  /** A telephone number, a Telegram chat id as text, or a lawyer's browsers as JSON. */
  async address(db: Db, channel: Due['channel'], to: Recipient): Promise<string | null> {
    if ('contact' in to) {
      const row = (await contactById(db, to.contact))[0]
      return row ? new Keys(db, this.#seal).openAddress(to.contact, row.sealed) : null
    }
    if (channel === 'push') {
      return JSON.stringify(await subscriptionsOf(db, this.#seal, to.lawyer))
    }
    const desk = await this.#facts.read(db)
    const lawyer = desk?.lawyers.find(({ id }) => id === to.lawyer)
    if (!lawyer) return null
    return channel === 'telegram' ? (lawyer.telegram?.toString() ?? null) : lawyer.phone
  }

  async receipt(db: Db, item: string): Promise<string | null> {
    return (await receiptOf(db, item))[0]?.receipt ?? null
  }

  /** Whether a ring still has anyone to ring for: an offer withdrawn before its call was placed has not. */
  async wanted(db: Db, leg: string): Promise<boolean> {
    const state = (await offerOfLeg(db, leg))[0]?.state
    return state === undefined || state === 'open' || state === 'accepted'
  }

  async open(db: Db, offer: string): Promise<boolean> {
    return (await stateOfOffer(db, offer))[0]?.state === 'open'
  }

  async sid(db: Db, leg: string): Promise<string | null> {
    return (await sidOf(db, leg))[0]?.sid ?? null
  }
}
