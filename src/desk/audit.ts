import { AppointmentAudit } from './appointment/audit.ts'
import { appointmentStints } from './appointment/slots.ts'
import type { Desk } from './desk.ts'
import type { Entry } from './effect.ts'
import { lawyersOf, onDuty } from './rota.ts'

/** What must always be true (docs/invariants.md), checked over any event log, line by line. */

export type LoggedEntry = Pick<Entry, 'type' | 'actor' | 'by' | 'conversation' | 'data'> & {
  seq: number
  at: number
}

export interface Violation {
  invariant: number
  seq: number
  what: string
}

export interface Talk {
  channel: string
  client: string
  holder: string | null
  cards: Set<string>
  recordComplete: boolean
}

/** Feed it a log from the beginning; it keeps what it needs and nothing more. */
export class Audit {
  readonly violations: Violation[] = []
  readonly #desk: Desk | null
  readonly #talks = new Map<string, Talk>()
  /** Written conversations each lawyer holds. */
  readonly #held = new Map<string, number>()
  readonly #open = new Map<string, { lawyer: string; method: string }>()
  readonly #conflicts = new Set<string>()
  readonly #appointments = new AppointmentAudit()

  /** Without a desk, what only the rota can tell is not checked. */
  constructor(desk: Desk | null = null) {
    this.#desk = desk
  }

  add(entry: LoggedEntry): void {
    if (entry.type === 'appointment') {
      const wrong = this.#appointments.add(entry.data ?? {})
      if (wrong) this.#broken(10, entry, wrong)
    }
    const talk = this.#talkOf(entry)
    if (!talk) return
    const data = entry.data ?? {}
    const lawyer = String(data.lawyer ?? entry.by ?? '')
    switch (entry.type) {
      case 'offered':
        return this.#offered(entry, talk, lawyer)
      case 'passed':
      case 'missed':
      case 'withdrawn':
        this.#open.delete(String(data.offer))
        if (data.reason === 'conflict') this.#conflicts.add(`${talk.client} ${lawyer}`)
        return
      case 'handed':
        // Whoever hands a call over is off the line before the colleague's phone rings.
        if (talk.channel === 'phone') this.#hold(talk, null)
        return this.#taken(entry, talk, lawyer)
      case 'accepted':
      case 'assigned':
        return this.#taken(entry, talk, lawyer)
      case 'colleague':
        if (data.what === 'joined' && this.#conflicts.has(`${talk.client} ${lawyer}`)) {
          this.#broken(6, entry, `${lawyer} joined and is in conflict with this client`)
        }
        return
      case 'card':
        talk.cards.add(lawyer)
        return
      case 'returned':
      case 'ended':
      case 'pledged':
        this.#hold(talk, null)
        return
      case 'message':
        if (entry.actor === 'lawyer' && !talk.cards.has(entry.by ?? '')) {
          this.#broken(7, entry, `${entry.by} wrote before the card was shown`)
        }
        return
      case 'record_kept':
        talk.recordComplete = data.complete === true
        return
      case 'closed':
        if (entry.actor === 'lawyer' && !talk.recordComplete) {
          this.#broken(8, entry, 'closed without charge, question and answer')
        }
        this.#hold(talk, null)
        return
      default:
    }
  }

  #talkOf(entry: LoggedEntry): Talk | null {
    if (entry.conversation === undefined) return null
    let talk = this.#talks.get(entry.conversation)
    if (!talk) {
      talk = {
        channel: String(entry.data?.channel ?? ''),
        client: String(entry.data?.client ?? entry.conversation),
        holder: null,
        cards: new Set(),
        recordComplete: false,
      }
      this.#talks.set(entry.conversation, talk)
    }
    return talk
  }

  #offered(entry: LoggedEntry, talk: Talk, lawyer: string): void {
    const method = String(entry.data?.method)
    if (method === 'phone') {
      for (const open of this.#open.values()) {
        if (open.lawyer === lawyer && open.method === 'phone') {
          this.#broken(3, entry, `${lawyer} has two phone offers ringing`)
        }
      }
    }
    this.#open.set(String(entry.data?.offer), { lawyer, method })
    if (this.#conflicts.has(`${talk.client} ${lawyer}`)) {
      this.#broken(6, entry, `${lawyer} is in conflict with this client`)
    }
    if (entry.data?.appointment !== undefined) return this.#agreed(entry, lawyer)
    const duty = this.#desk && onDuty(this.#desk, method === 'phone' ? 'phone' : 'online', entry.at)
    if (duty && !duty.some((on) => on.lawyer.id === lawyer)) {
      this.#broken(6, entry, `${lawyer} is not on duty`)
    }
  }

  /** Rung for an appointment: it was on a by-appointment shift of theirs. */
  #agreed(entry: LoggedEntry, lawyer: string): void {
    const at = Date.parse(String(entry.data?.agreed))
    const theirs = this.#desk && appointmentStints(this.#desk, at, at + 1)
    if (theirs && !theirs.some((stint) => stint.lawyer === lawyer)) {
      this.#broken(6, entry, `${lawyer} had no hours for an appointment`)
    }
  }

  #taken(entry: LoggedEntry, talk: Talk, lawyer: string): void {
    this.#open.delete(String(entry.data?.offer))
    const byOffer = entry.type === 'accepted'
    if (byOffer && talk.holder !== null && talk.holder !== lawyer) {
      this.#broken(4, entry, `${lawyer} won what ${talk.holder} holds`)
    }
    // A call that is assigned still rings first; it is held once accepted.
    if (byOffer || talk.channel !== 'phone') this.#hold(talk, lawyer)
    const limit = this.#desk && lawyersOf(this.#desk).get(lawyer)?.limit
    const held = this.#held.get(lawyer) ?? 0
    if (typeof limit === 'number' && held > limit) {
      this.#broken(3, entry, `${lawyer} has ${held} open conversations, limit ${limit}`)
    }
  }

  #hold(talk: Talk, lawyer: string | null): void {
    if (talk.channel !== 'phone') {
      const count = (who: string, more: number) =>
        this.#held.set(who, (this.#held.get(who) ?? 0) + more)
      if (talk.holder !== null) count(talk.holder, -1)
      if (lawyer !== null) count(lawyer, 1)
    }
    talk.holder = lawyer
  }

  #broken(invariant: number, entry: LoggedEntry, what: string): void {
    this.violations.push({ invariant, seq: entry.seq, what })
  }
}
