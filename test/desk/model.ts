import { Audit, type Violation } from '../../src/desk/audit.ts'
import { decide } from '../../src/desk/decide.ts'
import type { Channel, Desk } from '../../src/desk/desk.ts'
import type { Effect, Entry, LedgerLine, OutboxItem } from '../../src/desk/effect.ts'
import type { ContactRef, Event, Happening } from '../../src/desk/event.ts'
import type { Fault } from '../../src/desk/fault.ts'
import type { Content } from '../../src/desk/flow.ts'
import { withChange } from '../../src/desk/rota/change.ts'
import type { Snapshot } from '../../src/desk/snapshot.ts'
import type {
  ConsultationRecord,
  Conversation,
  LawyerState,
  Leg,
  Offer,
  Timer,
} from '../../src/desk/state.ts'

export interface Logged extends Entry {
  seq: number
  at: number
  key: string | null
}

export interface Outgoing extends OutboxItem {
  state: 'due' | 'sent' | 'failed'
}

/** A store in memory: the same contract as src/store, a few lines each, so that a day of the desk runs in milliseconds. */
export class Model {
  now: number
  desk: Desk
  readonly content: Content
  readonly channels = new Set<Channel>(['webchat', 'telegram', 'sms', 'whatsapp', 'phone'])
  readonly log: Logged[] = []
  readonly conversations = new Map<string, Conversation>()
  readonly offers = new Map<string, Offer>()
  readonly legs = new Map<string, Leg>()
  readonly lawyers = new Map<string, LawyerState>()
  readonly timers = new Map<string, Timer>()
  readonly outbox = new Map<string, Outgoing>()
  readonly clients = new Map<string, { id: string; pseudonym: string }>()
  readonly contacts = new Map<string, string>()
  readonly conflicts: { client: string; lawyer: string }[] = []
  readonly records = new Map<string, ConsultationRecord>()
  readonly ledger: LedgerLine[] = []
  readonly words = new Map<string, string>()
  readonly faults: Fault[] = []
  #events = 0

  constructor(desk: Desk, content: Content, now: number) {
    this.desk = desk
    this.content = content
    this.now = now
  }

  handle(happening: Happening, key?: string): { fault: Fault | null; repeat: boolean } {
    if (key !== undefined && this.log.some((line) => line.key === key)) {
      return { fault: null, repeat: true }
    }
    const id = (++this.#events).toString(16).padStart(24, '0')
    const event: Event = { ...happening, id, ...(key === undefined ? {} : { key }) }
    if (event.type === 'timer.fired') {
      const standing = this.timers.get(event.timer.id)
      if (standing?.dueAt !== event.timer.dueAt) return { fault: null, repeat: true }
      this.timers.delete(event.timer.id)
    }
    const narrow = this.snapshot(event, false)
    let decision = decide(narrow, event, this.now)
    if ('needs' in decision) decision = decide(this.snapshot(event, true), event, this.now)
    if ('needs' in decision) throw new Error(`${event.type} is never content`)
    let first = decision.acknowledged ? (key ?? null) : null
    for (const effect of decision.effects) {
      this.#apply(effect, effect.do === 'log' ? first : null)
      if (effect.do === 'log') first = null
    }
    if (decision.fault) this.faults.push(decision.fault)
    return { fault: decision.fault, repeat: false }
  }

  #apply(effect: Effect, key: string | null): void {
    switch (effect.do) {
      case 'log': {
        if (effect.entry.words) this.words.set(effect.entry.words.id, effect.entry.words.text)
        this.log.push({ ...effect.entry, seq: this.log.length + 1, at: this.now, key })
        return
      }
      case 'keep':
        this.words.set(effect.words.id, effect.words.text)
        return
      case 'save':
        if (effect.what === 'conversation') this.conversations.set(effect.row.id, effect.row)
        else if (effect.what === 'offer') this.offers.set(effect.row.id, effect.row)
        else if (effect.what === 'leg') this.legs.set(effect.row.id, effect.row)
        else this.lawyers.set(effect.row.lawyer, effect.row)
        return
      case 'add':
        if (effect.what === 'client') this.clients.set(effect.row.id, effect.row)
        else if (effect.what === 'contact') {
          if (this.contacts.has(effect.row.ref.id)) throw new Error('contact added twice')
          this.contacts.set(effect.row.ref.id, effect.row.client)
        } else this.conflicts.push(effect.row)
        return
      case 'record':
        this.records.set(effect.conversation, effect.record)
        return
      case 'ledger':
        this.ledger.push(effect.line)
        return
      case 'send': {
        if (this.outbox.has(effect.item.key)) throw new Error(`sent twice: ${effect.item.key}`)
        this.outbox.set(effect.item.key, { ...effect.item, state: 'due' })
        return
      }
      case 'settle': {
        const item = this.outbox.get(effect.item)
        if (item) item.state = effect.state
        return
      }
      case 'change':
        this.desk = withChange(this.desk, effect.change)
        return
      case 'set':
        this.timers.set(effect.timer.id, effect.timer)
        return
      case 'clear':
        this.timers.delete(effect.timer)
        return
    }
  }

  snapshot(event: Event, floor: boolean): Snapshot {
    const subject = this.#subjectOf(event)
    const live = (c: Conversation) =>
      c.id === subject || (floor && ['waiting', 'active', 'promised'].includes(c.state))
    const conversations = [...this.conversations.values()].filter(live)
    const ids = new Set(conversations.map(({ id }) => id))
    const item = 'item' in event ? (this.outbox.get(event.item) ?? null) : null
    const leg = 'leg' in event ? event.leg : item && 'leg' in item.act ? item.act.leg : null
    return {
      desk: this.desk,
      content: this.content,
      channels: this.channels,
      publicUrl: 'https://desk.test',
      floor,
      subject,
      client: this.#clientOf(event),
      conversations,
      offers: [...this.offers.values()].filter(
        (o) => ids.has(o.conversation) || (floor && o.state === 'open'),
      ),
      legs: [...this.legs.values()].filter(
        (l) => l.id === leg || (l.state !== 'ended' && (floor || l.conversation === subject)),
      ),
      lawyers: [...this.lawyers.values()].filter(
        (l) => floor || ('lawyer' in event && l.lawyer === event.lawyer),
      ),
      conflicts: floor ? this.conflicts : [],
      record: subject ? (this.records.get(subject) ?? null) : null,
      heard: this.log
        .filter((l) => l.conversation === subject && l.actor === 'client' && l.words)
        .map(({ words }) => ({ content: words?.id ?? '', length: words?.text.length ?? 0 })),
      item,
    }
  }

  #subjectOf(event: Event): string | null {
    switch (event.type) {
      case 'client.wrote':
        return this.latest(event.contact)?.id ?? null
      case 'lawyer.wrote':
        return event.conversation ?? this.lawyers.get(event.lawyer)?.recent ?? null
      case 'offer.accepted':
      case 'offer.passed':
        return this.offers.get(event.offer)?.conversation ?? null
      case 'leg.stepped':
      case 'leg.ended':
        return this.legs.get(event.leg)?.conversation ?? null
      case 'delivery.done':
      case 'delivery.failed':
        return this.outbox.get(event.item)?.conversation ?? null
      case 'timer.fired': {
        const { kind, subject } = event.timer
        if (kind === 'offer') return this.offers.get(subject)?.conversation ?? null
        return kind === 'wrapup' || kind === 'presence' || kind === 'queue' ? null : subject
      }
      default:
        return 'conversation' in event ? event.conversation : null
    }
  }

  #clientOf(event: Event): Snapshot['client'] {
    if (event.type !== 'client.wrote' && event.type !== 'call.arrived') return null
    const client = event.contact && this.contacts.get(event.contact.id)
    return (client && this.clients.get(client)) || null
  }

  latest(contact: ContactRef): Conversation | undefined {
    return [...this.conversations.values()]
      .filter((c) => c.contact === contact.id && c.channel === contact.channel)
      .at(-1)
  }

  /** Moves the clock, firing what comes due on the way, in order. */
  pass(milliseconds: number): void {
    const until = this.now + milliseconds
    for (;;) {
      const next = [...this.timers.values()]
        .filter((timer) => timer.dueAt <= until)
        .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))[0]
      if (!next) break
      this.now = Math.max(this.now, next.dueAt)
      this.handle({ type: 'timer.fired', timer: next })
    }
    this.now = until
  }

  audit(): Violation[] {
    const audit = new Audit(this.desk)
    for (const line of this.log) audit.add(line)
    return audit.violations
  }

  open(lawyer: string): Offer[] {
    return [...this.offers.values()].filter((o) => o.lawyer === lawyer && o.state === 'open')
  }

  said(conversation: string, actor = 'desk'): string[] {
    return this.log
      .filter((l) => l.conversation === conversation && l.actor === actor && l.words)
      .map((l) => l.words?.text ?? '')
  }
}
