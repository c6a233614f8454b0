import type { EventOf } from '../event.ts'
import { dispatch, SECOND } from '../offer/dispatch.ts'
import { noteMiss, presenceSet, signOfLife, stateOf } from '../presence.ts'
import { lawyersOf, nextDuty, onDuty, type Window } from '../rota.ts'
import type { Leg, Presence, Script } from '../state.ts'
import type { Turn } from '../turn.ts'
import { script } from './lawyer.ts'
import { ask, hand, hangUp, hangup, ring } from './script.ts'

/** A lawyer and the desk on the telephone by themselves: presence from their own phone, and the drill at a shift's start. */

const MENU_SECONDS = 10
const KEY_SECONDS = 8
const PAUSE = 30 * 60_000
const BETWEEN_DRILLS = 60_000
/** Seconds for the carrier's own report to come first. */
const GRACE = 5
const LONGEST_DRILL = 120_000

const newLeg = (turn: Turn, id: string, sid: string | null, lawyer: string): Leg => ({
  id,
  sid,
  conversation: null,
  party: 'lawyer',
  lawyer,
  offer: null,
  state: sid === null ? 'placing' : 'answered',
  at: sid === null ? 'drill' : 'presence',
  step: 0,
  script: null,
  startedAt: turn.now,
  endedAt: null,
})

/** The lawyer rang the desk from their own phone. */
export function staffArrived(turn: Turn, leg: string, lawyer: string): void {
  turn.floor()
  turn.log({ type: 'call_arrived', actor: 'lawyer', by: lawyer, data: { leg } })
  const name = lawyersOf(turn.desk).get(lawyer)?.name ?? lawyer
  const row = turn.putLeg(newLeg(turn, leg, leg, lawyer))
  hand(turn, row, 'presence', presenceMenu(turn, name, lawyer))
}

function presenceMenu(turn: Turn, name: string, lawyer: string): Script {
  const waiting = turn.conversations().filter(({ state }) => state === 'waiting').length
  const text = turn.house.voice.lawyer.presence(name, stateOf(turn, lawyer), waiting)
  return ask(script(turn, text), turn.desk.language, MENU_SECONDS)
}

const keys: Record<string, Presence> = { '1': 'on', '2': 'pause', '3': 'off' }

export function staffStepped(turn: Turn, leg: Leg, event: EventOf<'leg.stepped'>): void {
  const { lawyer } = leg
  if (lawyer === null || leg.at === 'bye') return
  if (event.step < leg.step && event.digits === '') return
  turn.floor()
  const up = turn.putLeg(leg, { state: 'answered' })
  if (leg.at === 'drill') return drillStepped(turn, up, lawyer, event)
  const presence = keys[event.digits]
  if (presence) {
    const until = presence === 'pause' ? turn.now + PAUSE : null
    const { id } = event
    presenceSet(turn, { type: 'presence.set', id, lawyer, presence, until, via: 'phone' })
  }
  const text = turn.house.voice.lawyer.presenceDone(stateOf(turn, lawyer))
  hand(turn, up, 'bye', hangup(script(turn, text)))
}

function drillStepped(turn: Turn, leg: Leg, lawyer: string, event: EventOf<'leg.stepped'>): void {
  const texts = turn.house.voice.lawyer
  if (leg.script === null) {
    hand(turn, leg, 'drill', ask(script(turn, texts.drill), turn.desk.language, KEY_SECONDS))
    return
  }
  if (event.digits === '') {
    hand(turn, leg, 'drill', hangup(script(turn, texts.missed)))
    return
  }
  turn.log({ type: 'drilled', actor: 'lawyer', by: lawyer, data: { lawyer, answered: true } })
  turn.clear('drill', lawyer)
  signOfLife(turn, lawyer)
  hand(turn, leg, 'bye', hangup(script(turn, texts.drillDone)))
  dispatch(turn)
}

export function staffLegEnded(turn: Turn, leg: Leg, status: string): void {
  turn.log({
    type: 'call_ended',
    actor: 'lawyer',
    ...(leg.lawyer ? { by: leg.lawyer } : {}),
    data: { leg: leg.id, status },
  })
  if (leg.at !== 'drill' || leg.lawyer === null) return
  turn.log({
    type: 'drilled',
    actor: 'desk',
    by: leg.lawyer,
    data: { lawyer: leg.lawyer, answered: false, status },
  })
  noteMiss(turn, leg.lawyer, 'phone', status === 'failed' ? 'phone_failing' : 'not_answered')
  if (turn.lawyer(leg.lawyer).pausedBy === null) {
    turn.timer('drill', leg.lawyer, turn.now + BETWEEN_DRILLS)
  }
  dispatch(turn)
}

/** The next start of anybody's shift on the phone. */
export function watchShifts(turn: Turn): void {
  const next = nextDuty(turn.desk, 'phone', turn.now)
  if (next) turn.timer('shift', 'floor', next.from)
}

/** A shift begins: whoever waits is offered at once, and where the desk wants it, phones are tried. */
export function shiftBegan(turn: Turn): void {
  if (turn.desk.routing.drill) {
    for (const { lawyer, window } of onDuty(turn.desk, 'phone', turn.now)) {
      if (begunNow(turn, window)) drill(turn, lawyer.id)
    }
  }
  watchShifts(turn)
  dispatch(turn)
}

const begunNow = (turn: Turn, { from }: Window): boolean => turn.now - from < 60_000

function drill(turn: Turn, lawyer: string): void {
  const { presence } = turn.lawyer(lawyer)
  const { standing } = turn
  const phone = lawyersOf(turn.desk).get(lawyer)?.phone ?? null
  if (phone === null || presence !== 'on') return
  if (standing.ringing(lawyer) > 0 || standing.calls(lawyer) > 0) return
  const { ringSeconds } = turn.desk.routing
  ring(turn, newLeg(turn, turn.id(), null, lawyer), { lawyer }, ringSeconds)
  turn.timer('drill', lawyer, turn.now + (ringSeconds + GRACE) * SECOND)
}

/** Time for the second try; or the first is still open, because the carrier's word for its end was lost. */
export function drillDue(turn: Turn, lawyer: string): void {
  const leg = turn
    .legs()
    .find((one) => one.lawyer === lawyer && one.at === 'drill' && one.state !== 'ended')
  if (!leg) return drill(turn, lawyer)
  if (leg.state === 'answered' && turn.now - leg.startedAt < LONGEST_DRILL) {
    turn.timer('drill', lawyer, turn.now + GRACE * SECOND)
    return
  }
  hangUp(turn, leg)
  staffLegEnded(turn, turn.putLeg(leg, { state: 'ended', endedAt: turn.now }), 'no-answer')
}
