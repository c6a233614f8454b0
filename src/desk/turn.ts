import type { Appointment } from './appointment/appointment.ts'
import type { Desk } from './desk.ts'
import type { Effect, Entry, Words } from './effect.ts'
import type { Event } from './event.ts'
import { Floor } from './floor.ts'
import { localeOf } from './locale/index.ts'
import type { Locale } from './locale/zh-cn.ts'
import { type Change, withChange } from './rota/change.ts'
import { type Duty, onDuty } from './rota.ts'
import type { Snapshot } from './snapshot.ts'
import type { Conversation, LawyerState, Leg, Offer, TimerKind } from './state.ts'

/** Raised when a decision must see the whole floor and was given the subject alone; decide.ts turns it into a plain answer. */
export class NeedsFloor {}

/** The same, where a decision must see the appointments besides. */
export class NeedsCalendar {}

/** Kept, and no Error: nobody reads its stack, and making one costs more than the decision. */
const needsFloor = new NeedsFloor()
const needsCalendar = new NeedsCalendar()

/**
 * One turn of the loop: working copies of the snapshot's rows, and the effects asked for so far.
 * Seen from outside it is a value; nothing leaves it but `effects()`.
 */
export class Turn {
  readonly snapshot: Snapshot
  readonly event: Event
  readonly now: number
  #desk: Desk
  readonly #effects: Effect[] = []
  readonly #conversations: Map<string, Conversation>
  readonly #offers: Map<string, Offer>
  readonly #legs: Map<string, Leg>
  readonly #lawyers: Map<string, LawyerState>
  readonly #appointments: Map<string, Appointment>
  readonly #changed = new Map<string, Effect>()
  readonly #duty = new Map<string, Duty[]>()
  readonly #standing = new Floor()
  readonly #conflicts: Set<string>
  #ids = 0

  constructor(snapshot: Snapshot, event: Event, now: number) {
    this.snapshot = snapshot
    this.event = event
    this.now = now
    this.#desk = snapshot.desk
    this.#conversations = new Map(snapshot.conversations.map((row) => [row.id, row]))
    this.#offers = new Map(snapshot.offers.map((row) => [row.id, row]))
    this.#legs = new Map(snapshot.legs.map((row) => [row.id, row]))
    this.#lawyers = new Map(snapshot.lawyers.map((row) => [row.lawyer, row]))
    this.#appointments = new Map((snapshot.calendar?.appointments ?? []).map((a) => [a.id, a]))
    this.#conflicts = new Set(snapshot.conflicts.map(({ client, lawyer }) => `${client} ${lawyer}`))
    for (const row of snapshot.offers) this.#standing.offer(row)
    for (const row of snapshot.conversations) this.#standing.conversation(undefined, row)
  }

  /** Saves come last, each row once, as it stood at the end. */
  effects(): Effect[] {
    return [...this.#effects, ...this.#changed.values()]
  }

  /** A new id, unguessable because the event's is. */
  id(): string {
    return `${this.event.id}.${this.#ids++}`
  }

  get desk(): Desk {
    return this.#desk
  }

  /** Changes a standing fact; what this turn decides afterwards sees it. */
  change(change: Change): void {
    this.ask({ do: 'change', change })
    this.#desk = withChange(this.#desk, change)
    this.#duty.clear()
  }

  floor(): void {
    if (!this.snapshot.floor) throw needsFloor
  }

  /** Appointments can be looked at from here on; the floor too. */
  calendar(): { token: string } {
    if (!this.snapshot.calendar) throw needsCalendar
    return this.snapshot.calendar
  }

  appointments(): Appointment[] {
    this.calendar()
    return [...this.#appointments.values()]
  }

  appointment(id: string): Appointment | null {
    this.calendar()
    return this.#appointments.get(id) ?? null
  }

  putAppointment(appointment: Appointment, patch: Partial<Appointment> = {}): Appointment {
    const row = { ...appointment, ...patch }
    this.#appointments.set(row.id, row)
    // Anew at the end: what frees a time is written before what takes it.
    this.#changed.delete(`appointment ${row.id}`)
    this.#changed.set(`appointment ${row.id}`, { do: 'save', what: 'appointment', row })
    return row
  }

  /** Who holds what; only over the whole floor does it know everyone. */
  get standing(): Floor {
    return this.#standing
  }

  /** R29.7: this lawyer may not help this client. */
  inConflict(client: string, lawyer: string): boolean {
    return this.#conflicts.has(`${client} ${lawyer}`)
  }

  get subject(): Conversation | null {
    const id = this.snapshot.subject
    return id === null ? null : (this.#conversations.get(id) ?? null)
  }

  conversation(id: string): Conversation | null {
    return this.#conversations.get(id) ?? null
  }

  conversations(): Conversation[] {
    return [...this.#conversations.values()]
  }

  offer(id: string): Offer | null {
    return this.#offers.get(id) ?? null
  }

  offers(): Offer[] {
    return [...this.#offers.values()]
  }

  leg(id: string): Leg | null {
    return this.#legs.get(id) ?? null
  }

  legs(): Leg[] {
    return [...this.#legs.values()]
  }

  /** A lawyer nothing is known of yet counts as on, and idle since ever. */
  lawyer(id: string): LawyerState {
    const known = this.#lawyers.get(id)
    if (known) return known
    this.floor()
    return unknownLawyer(id)
  }

  put(conversation: Conversation, patch: Partial<Conversation> = {}): Conversation {
    const row = { ...conversation, ...patch }
    this.#standing.conversation(this.#conversations.get(row.id), row)
    this.#conversations.set(row.id, row)
    this.#changed.set(`conversation ${row.id}`, { do: 'save', what: 'conversation', row })
    return row
  }

  putOffer(offer: Offer, patch: Partial<Offer> = {}): Offer {
    const row = { ...offer, ...patch }
    this.#standing.offer(row)
    this.#offers.set(row.id, row)
    this.#changed.set(`offer ${row.id}`, { do: 'save', what: 'offer', row })
    return row
  }

  putLeg(leg: Leg, patch: Partial<Leg> = {}): Leg {
    const row = { ...leg, ...patch }
    this.#legs.set(row.id, row)
    this.#changed.set(`leg ${row.id}`, { do: 'save', what: 'leg', row })
    return row
  }

  putLawyer(id: string, patch: Partial<LawyerState>): LawyerState {
    const row = { ...this.lawyer(id), ...patch }
    this.#lawyers.set(id, row)
    this.#changed.set(`lawyer ${id}`, { do: 'save', what: 'lawyer', row })
    return row
  }

  ask(effect: Effect): void {
    this.#effects.push(effect)
  }

  log(entry: Entry): void {
    this.#effects.push({ do: 'log', entry })
  }

  words(text: string): Words {
    return { id: this.id(), text }
  }

  timer(kind: TimerKind, subject: string, dueAt: number): void {
    const id = `${kind}:${subject}`
    this.#effects.push({ do: 'set', timer: { id, kind, subject, dueAt } })
  }

  clear(kind: TimerKind, subject: string): void {
    this.#effects.push({ do: 'clear', timer: `${kind}:${subject}` })
  }

  locale(conversation: Pick<Conversation, 'language'>): Locale {
    return localeOf(conversation.language)
  }

  /** The words staff are spoken to in. */
  get house(): Locale {
    return localeOf(this.desk.language)
  }

  duty(method: 'phone' | 'online'): Duty[] {
    let found = this.#duty.get(method)
    if (!found) {
      found = onDuty(this.desk, method, this.now)
      this.#duty.set(method, found)
    }
    return found
  }
}

const unknownLawyer = (lawyer: string): LawyerState => ({
  lawyer,
  presence: 'on',
  until: null,
  idleSince: 0,
  wrapUntil: 0,
  recent: null,
  missed: { phone: 0, online: 0 },
  pausedBy: null,
  noticedAt: 0,
  held: 0,
  push: false,
})
