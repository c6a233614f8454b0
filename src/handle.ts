import { randomUUID } from 'node:crypto'
import type { Purpose } from './desk/assist/purpose.ts'
import { decide } from './desk/decide.ts'
import type { Channel } from './desk/desk.ts'
import type { Effect } from './desk/effect.ts'
import type { Event, Happening } from './desk/event.ts'
import type { Fault } from './desk/fault.ts'
import type { Content } from './desk/flow.ts'
import type { Script } from './desk/state.ts'
import { type Committed, commit } from './store/commit.ts'
import type { Db, Engine } from './store/engine.ts'
import { Facts } from './store/facts.ts'
import { hold } from './store/hold.ts'
import { Keys } from './store/keys.ts'
import type { Seal } from './store/seal.ts'
import { lastScript, seenBefore } from './store/seen.ts'
import { type House, load, reaches } from './store/snapshot.ts'
import { takeTimer } from './store/timer.ts'

/** The loop's one road: load → decide → commit. Everything that happens to the desk passes here. */

export interface Handled {
  /** The line of the log that holds the event; where it was a repeat, the line of the first time. */
  seq: number
  repeat: boolean
  fault: Fault | null
  /** For a call's own webhook: what this leg is to hear next. */
  script: { leg: string; step: number; script: Script } | null
  /** The conversation the event belongs to, where there is one. */
  conversation: string | null
}

export type Handle = (happening: Happening, key?: string) => Promise<Handled>

export interface HandleParts {
  engine: Engine
  seal: Seal
  content: Content
  channels: () => ReadonlySet<Channel>
  /** What a language model may be asked for. */
  assist: ReadonlySet<Purpose>
  publicUrl: string
  now: () => number
  /** Called once the transaction is durable. */
  committed: (news: Committed) => void
}

/** Raised where the database holds no desk yet; the roots import one before they listen. */
export class NoDesk extends Error {}

export function makeHandle(parts: HandleParts): Handle & { facts: Facts } {
  const { engine, seal, content, channels, assist, publicUrl, now, committed } = parts
  const facts = new Facts(seal)

  const handle = async (happening: Happening, key?: string): Promise<Handled> => {
    const given: Event = { ...happening, id: newId(), ...(key === undefined ? {} : { key }) }
    const attempt = async (tx: Db, whole: boolean): Promise<Attempt> => {
      const event = { ...given }
      const alone = await hold(tx, event, whole)
      const before = key === undefined ? null : await seenBefore(tx, key)
      if (before) return { handled: await repeated(tx, event, before), news: null }
      if (event.type === 'timer.fired' && !(await takeTimer(tx, event.timer))) {
        return { handled: nothing, news: null }
      }
      const desk = await facts.read(tx)
      if (!desk) throw new NoDesk('no desk has been imported')
      const house: House = { desk, content, channels: channels(), assist, publicUrl }
      const at = now()
      const decided = await settle(tx, seal, house, event, at, whole, alone)
      const { effects, fault, acknowledged, subject, keys } = decided
      if (!acknowledged) delete event.key
      const script = scriptFor(event, effects) ?? (await currentScript(tx, event))
      const conversation = conversationOf(effects) ?? subject
      const news = await commit(tx, keys, event, effects, at)
      return { handled: { seq: 0, repeat: false, fault, script, conversation }, news }
    }
    const { handled, news } = await engine
      .atomically((tx) => attempt(tx, false))
      .catch((error: unknown) => {
        if (!(error instanceof NeedsFloor)) throw error
        // A lock on the whole floor cannot be had on top of a lesser one without risking a deadlock.
        return engine.atomically((tx) => attempt(tx, true))
      })
    if (!news) return handled
    committed(news)
    return { ...handled, seq: news.seq }
  }
  return Object.assign(handle, { facts })
}

/** A timer that was cleared or set anew before it could fire. */
const nothing: Handled = { seq: 0, repeat: true, fault: null, script: null, conversation: null }

interface Attempt {
  handled: Handled
  news: Committed | null
}

/** The whole floor is to be seen, and it was not held from the beginning. */
class NeedsFloor extends Error {}

/** `alone`: nobody else decides on anything meanwhile, so that the floor can be looked at as it is. */
async function settle(
  tx: Db,
  seal: Seal,
  house: House,
  event: Event,
  at: number,
  from: boolean,
  alone: boolean,
) {
  let needed: (typeof reaches)[number] = firstReach(event, from)
  for (const reach of reaches) {
    if (reaches.indexOf(reach) < reaches.indexOf(needed)) continue
    if (reach !== 'subject' && !alone) throw new NeedsFloor()
    const keys = new Keys(tx, seal)
    const snapshot = await load(tx, keys, house, event, reach, at)
    const decision = decide(snapshot, event, at)
    if (!('needs' in decision)) return { ...decision, subject: snapshot.subject, keys }
    needed = decision.needs
  }
  throw new Error(`${event.type} could not be decided over everything there is`)
}

/** What is about appointments is decided over them at once. */
const firstReach = (event: Event, whole: boolean): (typeof reaches)[number] =>
  event.type === 'appointment.asked' ||
  (event.type === 'timer.fired' && aboutAppointments.has(event.timer.kind))
    ? 'calendar'
    : whole
      ? 'floor'
      : 'subject'

const aboutAppointments = new Set<string>(['appointment', 'reminder', 'hold', 'calendar'])

/** Hexadecimal, and as hard to guess as a version 4 UUID. */
export const newId = (): string => randomUUID().replaceAll('-', '')

const conversationOf = (effects: Effect[]): string | null => {
  for (const effect of effects) {
    if (effect.do === 'log' && effect.entry.conversation) return effect.entry.conversation
  }
  return null
}

const legOfEvent = (event: Event): string | null =>
  event.type === 'leg.stepped' || event.type === 'call.arrived' ? event.leg : null

function scriptFor(event: Event, effects: Effect[]): Handled['script'] {
  const leg = legOfEvent(event)
  for (const effect of effects) {
    if (effect.do === 'save' && effect.what === 'leg' && effect.row.id === leg) {
      const { id, step, script } = effect.row
      return script && { leg: id, step, script }
    }
  }
  return null
}

/** Nothing changed for this leg: it hears again what it was last given. */
async function currentScript(tx: Db, event: Event): Promise<Handled['script']> {
  const leg = legOfEvent(event)
  if (leg === null) return null
  const last = await lastScript(tx, leg)
  return last && { leg, ...last }
}

async function repeated(
  tx: Db,
  event: Event,
  before: { seq: number; conversation: string | null },
): Promise<Handled> {
  return {
    seq: before.seq,
    repeat: true,
    fault: null,
    script: await currentScript(tx, event),
    conversation: before.conversation,
  }
}
