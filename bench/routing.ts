import { type Decision, decide } from '../src/desk/decide.ts'
import {
  type Desk,
  defaultBooking,
  defaultRouting,
  type Lawyer,
  type Shift,
  weekdays,
} from '../src/desk/desk.ts'
import type { Event } from '../src/desk/event.ts'
import { emptyRota } from '../src/desk/rota/facts.ts'
import { onDuty } from '../src/desk/rota.ts'
import type { Conversation, Leg } from '../src/desk/state.ts'
import { loadContent } from '../src/setup/files.ts'
import { erlangA } from '../src/simulate/erlang.ts'
import { figuresOf } from '../src/simulate/figures.ts'
import { ModelStore } from '../src/simulate/model-store.ts'
import { rehearse } from '../src/simulate/rehearse.ts'
import { defaultScenario, type Scenario } from '../src/simulate/scenario.ts'
import { rota } from './rota.ts'
import type { Say } from './say.ts'

/** Whom to ring next: what the decision costs, and goal 8, what it is worth. Alone: `npm run bench -- routing`. */

const content = loadContent()
const from = Date.UTC(2026, 10, 22, 16)

/** Everybody on duty round the clock. */
function deskOf(count: number, routing = {}): Desk {
  const ids = Array.from({ length: count }, (_, i) => `l${i}`)
  const lawyer = (id: string): Lawyer => ({
    id,
    name: id,
    licence: id,
    firm: id,
    phone: '+8613800000000',
    telegram: null,
    languages: ['zh-CN'],
    trained: '2026-01-10',
    status: 'active',
    limit: 3,
  })
  const shift = (id: string): Shift => ({
    id,
    lawyer: id,
    station: 'main',
    methods: ['phone', 'online'],
    tier: 'primary',
    mode: 'fixed',
    days: [...weekdays],
    from: '00:00',
    to: '24:00',
  })
  return {
    ...emptyRota,
    name: 'bench',
    timezone: 'Asia/Shanghai',
    language: 'zh-CN',
    stations: [{ id: 'main', name: 'main', phone: null, address: null, neighbours: null }],
    lawyers: ids.map(lawyer),
    coordinators: [],
    shifts: ids.map(shift),
    routing: { ...defaultRouting, ...routing },
    booking: defaultBooking,
  }
}

/** Every lawyer in a call but one, who has just come free, and this many callers waiting. */
function crowd(lawyers: number, waiting: number): () => Decision {
  const store = new ModelStore(deskOf(lawyers), content, from)
  const contact = { id: 'C', channel: 'phone' as const, address: '' }
  store.handle({ type: 'call.arrived', contact, leg: 'C', to: '' })
  const [talk] = store.conversations.values()
  const leg = store.legs.get('C')
  if (!talk || !leg) throw new Error('no call')
  const conversations = Array.from({ length: lawyers - 1 + waiting }, (_, n): Conversation => {
    const [id, since] = [`k${n}`, from + n]
    const row = { ...talk, id, client: id, contact: id, waitingSince: since }
    return n < lawyers - 1
      ? { ...row, state: 'active', lawyer: `l${n}`, takenAt: since }
      : { ...row, state: 'waiting', roundSince: since }
  })
  const legs = conversations.map(
    ({ id, state }): Leg => ({
      ...leg,
      id: `C${id}`,
      sid: `C${id}`,
      conversation: id,
      at: state === 'active' ? 'join' : 'queue',
    }),
  )
  const subject = `l${lawyers - 1}`
  const timer = { id: `wrapup:${subject}`, kind: 'wrapup' as const, subject, dueAt: from }
  const event: Event = { type: 'timer.fired', id: 'e', timer }
  const snapshot = { ...store.snapshot(event, true), conversations, legs }
  return () => decide(snapshot, event, from + 500_000)
}

/** Milliseconds of the quickest of three, or of the first where that was long already. */
function cost(work: () => void): number {
  const once = (): number => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  }
  const first = once()
  return first > 2000 ? first : Math.min(first, once(), once())
}

const time = (milliseconds: number): string =>
  milliseconds < 10 ? `${(milliseconds * 1000).toFixed(0)} µs` : `${milliseconds.toFixed(0)} ms`

function decision(say: Say): void {
  const sizes = [
    [500, 125],
    [1000, 250],
    [2000, 500],
  ] as const
  let before: number | null = null
  for (const [lawyers, waiting] of sizes) {
    const ask = crowd(lawyers, waiting)
    const made = ask()
    const offers = 'needs' in made ? [] : made.effects.filter(({ do: what }) => what === 'send')
    if (offers.length !== 1) throw new Error(`${offers.length} phones rung for one free lawyer`)
    const took = cost(ask)
    const grown = before === null ? '' : ` (${(took / before).toFixed(1)} ×)`
    say({
      what: `8  routing decision, ${lawyers} lawyers, ${waiting} waiting`,
      figure: `${time(took)}${grown}`,
    })
    before = took
  }
}

/** Who is on duty now, among shifts that come every week. */
function onDutyLookup(say: Say): void {
  for (const shifts of [1000, 2000, 4000]) {
    const desk = deskOf(shifts)
    const took = cost(() => {
      for (let minute = 0; minute < 20; minute++) onDuty(desk, 'phone', from + minute * 60_000)
    })
    say({ what: `-  on-duty lookup, ${shifts} weekly shifts`, figure: time(took / 20) })
  }
}

/** The numbers of docs/simulate.md: 7 lawyers, 20 calls an hour of 12 minutes, patience 5 minutes, 1 ring in 4 missed. */
const example: Scenario = { ...defaultScenario, from, hours: 400, warmUpHours: 4 }

function worth(say: Say): void {
  const desk = deskOf(7, { wrapUpSeconds: 0 })
  const begun = performance.now()
  const tallies = rehearse({ desk, content, scenario: example, seed: 7, runs: 10 })
  const seconds = (performance.now() - begun) / 1000
  say({ what: '-  simulated hours a second', figure: ((10 * example.hours) / seconds).toFixed(0) })
  const { within60, rings } = figuresOf(tallies, 'phone')
  const theory = erlangA({ arrivals: 20 / 3600, handling: 720, patience: 300, lawyers: 7 })
  const most = theory?.answeredWithin(60) ?? 0
  const ratio = within60.mean / most
  const share = (value: number): string => (value * 100).toFixed(1)
  say({
    what: '8  answered within 60 s: desk, Erlang-A',
    figure: `${share(within60.mean)} ± ${share(within60.half)} / ${share(most)} %`,
  })
  say({
    what: '8    ratio',
    figure: `${ratio.toFixed(3)} ×`,
    goal: '≥ 0.97 ×',
    reached: ratio >= 0.97,
  })
  say({
    what: '8    rings per answer',
    figure: rings.mean.toFixed(2),
    goal: '≤ 1.75',
    reached: rings.mean <= 1.75,
  })
}

export function routing(say: Say): void {
  worth(say)
  onDutyLookup(say)
  rota(say)
  decision(say)
}
