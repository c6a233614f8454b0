import { randomUUID } from 'node:crypto'
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
import { Keys } from './store/keys.ts'
import type { Seal } from './store/seal.ts'
import { lastScript, seenBefore } from './store/seen.ts'
import { type House, load } from './store/snapshot.ts'
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
  publicUrl: string
  now: () => number
  /** Called once the transaction is durable. */
  committed: (news: Committed) => void
}

/** Raised where the database holds no desk yet; the roots import one before they listen. */
export class NoDesk extends Error {}

export function makeHandle(parts: HandleParts): Handle & { facts: Facts } {
  const { engine, seal, content, channels, publicUrl, now, committed } = parts
  const facts = new Facts(seal)

  const handle = async (happening: Happening, key?: string): Promise<Handled> => {
    const event: Event = { ...happening, id: newId(), ...(key === undefined ? {} : { key }) }
    const { handled, news } = await engine.atomically(async (tx) => {
      const before = key === undefined ? null : await seenBefore(tx, key)
      if (before) return { handled: await repeated(tx, event, before), news: null }
      if (event.type === 'timer.fired' && !(await takeTimer(tx, event.timer))) {
        return { handled: nothing, news: null }
      }
      const desk = await facts.read(tx)
      if (!desk) throw new NoDesk('no desk has been imported')
      const house: House = { desk, content, channels: channels(), publicUrl }
      const at = now()
      const { effects, fault, acknowledged, subject, keys } = await settle(
        tx,
        seal,
        house,
        event,
        at,
      )
      if (!acknowledged) delete event.key
      const news = await commit(tx, keys, event, effects, at)
      return {
        handled: {
          seq: firstSeq(news, effects),
          repeat: false,
          fault,
          script: scriptFor(event, effects) ?? (await currentScript(tx, event)),
          conversation: conversationOf(effects) ?? subject,
        },
        news,
      }
    })
    if (news) committed(news)
    return handled
  }
  return Object.assign(handle, { facts })
}

/** A timer that was cleared or set anew before it could fire. */
const nothing: Handled = { seq: 0, repeat: true, fault: null, script: null, conversation: null }

async function settle(tx: Db, seal: Seal, house: House, event: Event, at: number) {
  for (const whole of [false, true]) {
    const keys = new Keys(tx, seal)
    const snapshot = await load(tx, keys, house, event, whole)
    const decision = decide(snapshot, event, at)
    if (!('needs' in decision)) return { ...decision, subject: snapshot.subject, keys }
  }
  throw new Error(`${event.type} could not be decided over the whole floor`)
}

/** Hexadecimal, and as hard to guess as a version 4 UUID. */
export const newId = (): string => randomUUID().replaceAll('-', '')

const firstSeq = ({ seq }: Committed, effects: Effect[]): number =>
  seq === 0 ? 0 : seq - effects.filter((effect) => effect.do === 'log').length + 1

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
