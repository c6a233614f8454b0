import type { LawyerState, Leg, Offer } from '../desk/state.ts'
import { fromSample, stream } from './random.ts'
import type { Habits } from './scenario.ts'
import type { World } from './world.ts'

/** Of the time from the first ring to the key, what goes to hearing who waits. */
const WHISPER = 3

const RING = 3

const NEXT = 6

/** The lawyers' phones and screens: answered, passed on or unheard, as each one's habits go. */
export class LawyerPhones {
  readonly #world: World
  readonly #habits = new Map<string, Habits>()
  /** A number for each lawyer, for their stream of chance. */
  readonly #places = new Map<string, number>()
  readonly #tries = new Map<string, number>()
  /** Written offers already on a screen. */
  readonly #shown = new Set<string>()
  readonly #away = new Set<string>()
  #nexts = 0

  constructor(world: World) {
    this.#world = world
    const { habits, lawyers } = world.scenario
    world.store.desk.lawyers.forEach(({ id }, place) => {
      this.#habits.set(id, { ...habits, ...lawyers[id] })
      this.#places.set(id, place)
    })
  }

  rung(leg: Leg, caller: number): void {
    const outcome = this.#outcome(leg.lawyer ?? '', caller, null)
    if (outcome.key === '') return
    this.#world.after(Math.max(0, outcome.after - WHISPER), () => this.#pickUp(leg.id))
    this.#world.after(outcome.after, () => this.#press(leg.id, outcome.key))
  }

  /** After a talk the desk says goodbye, or offers the next who waits: taken as soon as it is heard, or passed. */
  leftOnTheLine(leg: string): void {
    this.#step(leg, '')
    const row = this.#world.store.legs.get(leg)
    if (row?.at !== 'next') return this.#putDown(leg)
    const habits = this.#habits.get(row.lawyer ?? '') ?? this.#world.scenario.habits
    const place = this.#places.get(row.lawyer ?? '') ?? 0
    const passes = stream(this.#world.seed, NEXT, place, this.#nexts++).uniform() < habits.pass
    const heard = Math.min(WHISPER, habits.answer[0] ?? WHISPER)
    this.#world.after(heard, () => this.#press(leg, passes ? '2' : '1'))
  }

  #pickUp(leg: string): void {
    if (this.#world.store.legs.get(leg)?.state === 'placing') this.#step(leg, '')
    this.#putDown(leg)
  }

  #press(leg: string, key: string): void {
    const at = this.#world.store.legs.get(leg)?.at
    if (at === 'whisper' || at === 'next') this.#step(leg, key)
    this.#putDown(leg)
  }

  /** The desk has said goodbye, or that somebody else was first. */
  #putDown(leg: string): void {
    const row = this.#world.store.legs.get(leg)
    if (row?.at !== 'bye' || row.state !== 'answered') return
    this.#world.happen({ type: 'leg.ended', leg, status: 'completed' })
  }

  steer(leg: string): void {
    this.#putDown(leg)
  }

  #step(leg: string, digits: string): void {
    const row = this.#world.store.legs.get(leg)
    if (!row || row.state === 'ended') return
    const { step } = row
    this.#world.happen({ type: 'leg.stepped', leg, sid: `sid-${leg}`, step, digits, speech: '' })
  }

  /** A written offer on a screen. */
  offered({ id, state, method, lawyer, conversation }: Offer): void {
    if (state !== 'open') this.#shown.delete(id)
    if (state !== 'open' || method !== 'online' || this.#shown.has(id)) return
    this.#shown.add(id)
    const { store, guests, scenario } = this.#world
    const caller = guests.get(conversation)?.n ?? 0
    const outcome = this.#outcome(lawyer, caller, scenario.written.answer)
    if (outcome.key === '') return
    this.#world.after(outcome.after, () => {
      if (store.offers.get(id)?.state !== 'open') return
      this.#world.happen(
        outcome.key === '1'
          ? { type: 'offer.accepted', offer: id, lawyer, via: 'browser' }
          : { type: 'offer.passed', offer: id, lawyer, reason: 'busy', via: 'browser' },
      )
    })
  }

  /** The same lawyer's same try for the same caller turns out alike under every policy. */
  #outcome(
    lawyer: string,
    caller: number,
    answer: number[] | null,
  ): { key: '' | '1' | '2'; after: number } {
    const habits = this.#habits.get(lawyer) ?? this.#world.scenario.habits
    const which = `${lawyer} ${caller}`
    const tries = this.#tries.get(which) ?? 0
    this.#tries.set(which, tries + 1)
    const chance = stream(this.#world.seed, RING, this.#places.get(lawyer) ?? 0, caller, tries)
    const [heard, taken, slow] = [chance.uniform(), chance.uniform(), chance.uniform()]
    if (heard < habits.noAnswer) return { key: '', after: 0 }
    return {
      key: taken < habits.pass ? '2' : '1',
      after: fromSample(answer ?? habits.answer, slow),
    }
  }

  /** A lawyer the desk put on pause notices, and says so after a while. */
  paused({ lawyer, presence }: LawyerState): void {
    if (presence === 'on' || this.#away.has(lawyer)) return
    this.#away.add(lawyer)
    this.#world.after(this.#world.scenario.backAfter, () => {
      this.#away.delete(lawyer)
      if (this.#world.store.lawyers.get(lawyer)?.presence === 'on') return
      this.#world.happen({
        type: 'presence.set',
        lawyer,
        presence: 'on',
        until: null,
        via: 'browser',
      })
    })
  }
}
