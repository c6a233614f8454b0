import { type Appointment, isLive } from '../desk/appointment/appointment.ts'
import { decide } from '../desk/decide.ts'
import type { Channel, Desk } from '../desk/desk.ts'
import { paperIn } from '../desk/dossier/act.ts'
import type { Paper } from '../desk/dossier/paper.ts'
import type { Effect, Entry, OutboxItem, Words } from '../desk/effect.ts'
import type { ContactRef, Event, Happening } from '../desk/event.ts'
import type { Fault } from '../desk/fault.ts'
import type { Content } from '../desk/flow.ts'
import { withChange } from '../desk/rota/change.ts'
import type { Snapshot } from '../desk/snapshot.ts'
import type {
  ConsultationRecord,
  Conversation,
  LawyerState,
  Leg,
  Offer,
  Timer,
} from '../desk/state.ts'
import { Index } from './model-index.ts'

/**
 * A store in memory, to the same contract as src/store and with nothing of its own to say: what the real `decide` asks
 * for is carried out, so that thousands of hours of a desk run in seconds. Whoever drives it moves `now`.
 */
export class ModelStore {
  now: number
  desk: Desk
  readonly content: Content
  readonly channels = new Set<Channel>(['webchat', 'telegram', 'sms', 'whatsapp', 'phone'])
  readonly conversations = new Map<string, Conversation>()
  readonly offers = new Map<string, Offer>()
  readonly legs = new Map<string, Leg>()
  readonly lawyers = new Map<string, LawyerState>()
  readonly timers = new Map<string, Timer>()
  readonly appointments = new Map<string, Appointment>()
  readonly outbox = new Map<string, OutboxItem>()
  readonly clients = new Map<string, { id: string; pseudonym: string }>()
  readonly contacts = new Map<string, string>()
  readonly conflicts: { client: string; lawyer: string }[] = []
  readonly papers = new Map<string, Paper>()
  readonly records = new Map<string, ConsultationRecord>()
  /** As the real store does it: the subject alone, and the whole floor where the decision asks for it. */
  protected readonly narrowFirst: boolean = false
  readonly #index = new Index()
  readonly #keys = new Set<string>()
  #events = 0

  constructor(desk: Desk, content: Content, now: number) {
    this.desk = desk
    this.content = content
    this.now = now
  }

  /** One turn of the loop; a repeated key, or a timer that no longer stands, changes nothing. */
  handle(
    happening: Happening,
    key?: string,
  ): { fault: Fault | null; repeat: boolean; effects: Effect[] } {
    if (key !== undefined && this.#keys.has(key)) return { fault: null, repeat: true, effects: [] }
    const id = this.idOf(++this.#events)
    const event: Event = { ...happening, id, ...(key === undefined ? {} : { key }) }
    if (event.type === 'timer.fired') {
      const standing = this.timers.get(event.timer.id)
      if (standing?.dueAt !== event.timer.dueAt) return { fault: null, repeat: true, effects: [] }
      this.timers.delete(event.timer.id)
    }
    let decision = decide(this.snapshot(event, !this.narrowFirst), event, this.now)
    if ('needs' in decision && decision.needs === 'floor') {
      decision = decide(this.snapshot(event, true), event, this.now)
    }
    if ('needs' in decision) decision = decide(this.#withCalendar(event), event, this.now)
    if ('needs' in decision) throw new Error(`${event.type} is never content`)
    const { effects, fault, acknowledged } = decision
    let first = acknowledged ? (key ?? null) : null
    if (first !== null) this.#keys.add(first)
    for (const effect of effects) {
      this.#apply(effect, first)
      if (effect.do === 'log') first = null
    }
    this.decided(event, effects)
    return { fault, repeat: false, effects }
  }

  #apply(effect: Effect, key: string | null): void {
    switch (effect.do) {
      case 'log':
        this.#index.logged(effect.entry)
        return this.logged(effect.entry, key)
      case 'keep':
        return this.kept(effect.words)
      case 'save':
        return this.#save(effect)
      case 'add':
        return this.#add(effect)
      case 'record':
        this.records.set(effect.conversation, effect.record)
        return
      case 'ledger':
        return this.written(effect)
      case 'file':
        this.papers.set(effect.paper.id, effect.paper)
        return
      case 'send':
        if (this.outbox.has(effect.item.key)) throw new Error(`sent twice: ${effect.item.key}`)
        this.outbox.set(effect.item.key, effect.item)
        this.#index.sent(effect.item)
        return
      case 'settle':
        return this.settled(effect.item, effect.state)
      case 'forget':
      case 'expire':
        return
      case 'set':
        this.timers.set(effect.timer.id, effect.timer)
        return
      case 'clear':
        this.timers.delete(effect.timer)
        return
      case 'flag':
        return
      case 'change':
        this.desk = withChange(this.desk, effect.change)
        return
    }
    // An effect the desk learns to ask for must be learnt here as well.
    effect satisfies never
  }

  #save(effect: Extract<Effect, { do: 'save' }>): void {
    switch (effect.what) {
      case 'conversation':
        this.conversations.set(effect.row.id, effect.row)
        return this.#index.conversation(effect.row)
      case 'offer':
        this.offers.set(effect.row.id, effect.row)
        return this.#index.offer(effect.row)
      case 'leg':
        this.legs.set(effect.row.id, effect.row)
        return this.#index.leg(effect.row)
      case 'appointment':
        this.appointments.set(effect.row.id, effect.row)
        return
      case 'lawyer':
        this.lawyers.set(effect.row.lawyer, effect.row)
    }
  }

  #add(effect: Extract<Effect, { do: 'add' }>): void {
    if (effect.what === 'client') this.clients.set(effect.row.id, effect.row)
    else if (effect.what === 'conflict') this.conflicts.push(effect.row)
    else {
      if (this.contacts.has(effect.row.ref.id)) throw new Error('contact added twice')
      this.contacts.set(effect.row.ref.id, effect.row.client)
    }
  }

  /** Of the n-th event. */
  protected idOf(n: number): string {
    return n.toString(16).padStart(24, '0')
  }

  /** What a store would write down and a simulation need not; tests keep it. */
  protected decided(_event: Event, _effects: Effect[]): void {}
  protected logged(_entry: Entry, _key: string | null): void {}
  protected kept(_words: Words): void {}
  protected written(_effect: Extract<Effect, { do: 'ledger' }>): void {}
  protected settled(_item: string, _state: 'sent' | 'failed'): void {}

  /** Drops a conversation nothing more will be asked of, so that weeks fit into memory. */
  forget(id: string): void {
    const row = this.conversations.get(id)
    if (!row) return
    const { offers, legs, items } = this.#index.forget(row)
    for (const offer of offers) this.offers.delete(offer)
    for (const leg of legs) this.legs.delete(leg)
    for (const item of items) this.outbox.delete(item)
    if (row.contact) this.contacts.delete(row.contact)
    this.clients.delete(row.client)
    this.records.delete(id)
    this.conversations.delete(id)
  }

  latest(contact: ContactRef): Conversation | undefined {
    return this.conversations.get(this.#index.latest(contact) ?? '')
  }

  snapshot(event: Event, floor: boolean): Snapshot {
    const subject = this.#subjectOf(event)
    const item = 'item' in event ? (this.outbox.get(event.item) ?? null) : null
    const leg = 'leg' in event ? event.leg : item && 'leg' in item.act ? item.act.leg : null
    const seen = this.#index.seen(subject, leg, floor)
    const lawyer = 'lawyer' in event ? this.lawyers.get(event.lawyer ?? '') : undefined
    return {
      desk: this.desk,
      content: this.content,
      channels: this.channels,
      assist: new Set(),
      pass: null,
      publicUrl: 'https://desk.test',
      floor,
      subject,
      client: this.#clientOf(event),
      conversations: rows(this.conversations, seen.conversations),
      offers: rows(this.offers, seen.offers),
      legs: rows(this.legs, seen.legs),
      lawyers: floor ? [...this.lawyers.values()] : lawyer ? [lawyer] : [],
      conflicts: floor ? this.conflicts : [],
      record: subject ? (this.records.get(subject) ?? null) : null,
      heard: subject ? this.#index.heard(subject) : [],
      request: null,
      calendar: null,
      item,
      papers: this.#papersFor(event),
      line: null,
    }
  }

  #withCalendar(event: Event): Snapshot {
    const snapshot = this.snapshot(event, true)
    const appointments = [...this.appointments.values()].filter(
      ({ state, alert }) => isLive(state) || alert !== null,
    )
    const known = new Set(snapshot.conversations.map(({ id }) => id))
    const theirs = appointments.flatMap(({ conversation }) => {
      const row = this.conversations.get(conversation ?? '')
      if (!row || known.has(row.id)) return []
      known.add(row.id)
      return [row]
    })
    return {
      ...snapshot,
      conversations: [...snapshot.conversations, ...theirs],
      calendar: { appointments, token: `token-${event.id}` },
    }
  }

  #papersFor(event: Event): Paper[] {
    if (event.type !== 'dossier.asked') return []
    const paper = this.papers.get(paperIn(event.act) ?? '')
    const root = paper?.parent ?? paper?.id
    return [...this.papers.values()].filter(({ id, parent }) => id === root || parent === root)
  }

  #subjectOf(event: Event): string | null {
    switch (event.type) {
      case 'client.wrote':
      case 'call.arrived':
        return event.contact === null ? null : (this.latest(event.contact)?.id ?? null)
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
        if (['appointment', 'reminder', 'hold'].includes(kind)) {
          return this.appointments.get(subject.split('/')[0] ?? '')?.conversation ?? null
        }
        return ['wrapup', 'presence', 'queue', 'notice', 'shift', 'drill', 'calendar'].includes(
          kind,
        )
          ? null
          : subject
      }
      default:
        return 'conversation' in event ? (event.conversation ?? null) : null
    }
  }

  #clientOf(event: Event): Snapshot['client'] {
    if (!('contact' in event) || !event.contact) return null
    const client = event.contact && this.contacts.get(event.contact.id)
    return (client && this.clients.get(client)) || null
  }
}

function rows<T>(table: Map<string, T>, ids: Iterable<string>): T[] {
  const found: T[] = []
  for (const id of ids) {
    const row = table.get(id)
    if (row !== undefined) found.push(row)
  }
  return found
}
