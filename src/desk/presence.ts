import type { EventOf } from './event.ts'
import { present } from './offer/candidates.ts'
import { dispatch } from './offer/dispatch.ts'
import { endOffer } from './offer/offer.ts'
import { dutyUntil } from './rota.ts'
import type { Presence } from './state.ts'
import { notify, reachable, toast } from './talk/tell.ts'
import type { Turn } from './turn.ts'

/** Whether a lawyer on duty can be asked: on, paused, off, and what the desk makes of one who does not answer. */

/** Offers in a row without an answer, after which the desk asks whether anybody is there. */
export const MISSES = 2

export function presenceSet(turn: Turn, event: EventOf<'presence.set'>): void {
  const { lawyer, presence, via } = event
  turn.floor()
  const until = presence === 'on' ? null : (event.until ?? endOfDuty(turn, lawyer))
  setPresence(turn, lawyer, presence, until, 'self')
  toast(turn, event.query, null)
  if (via === 'telegram') notify(turn, lawyer, stateOf(turn, lawyer))
  dispatch(turn)
}

/** What the lawyer is told of their own state. */
export function stateOf(turn: Turn, lawyer: string): string {
  const { presence, until } = turn.lawyer(lawyer)
  const time = until === null ? null : turn.house.time(until, turn.now, turn.desk.timezone)
  return turn.house.lawyer.presence(present(turn, lawyer) ? 'on' : presence, time)
}

/** An off lasts to the end of this stretch of duty, so that nobody is forgotten off at the next (Art. 20). */
function endOfDuty(turn: Turn, lawyer: string): number | null {
  const on = (['phone', 'online'] as const).some((method) => isOn(turn, lawyer, method))
  return on ? dutyUntil(turn.desk, lawyer, turn.now) : turn.now
}

const isOn = (turn: Turn, lawyer: string, method: 'phone' | 'online'): boolean =>
  turn.duty(method).some((duty) => duty.lawyer.id === lawyer)

function setPresence(
  turn: Turn,
  lawyer: string,
  presence: Presence,
  until: number | null,
  by: 'self' | 'misses',
  reason?: string,
): void {
  const back = presence === 'on' && !present(turn, lawyer)
  turn.putLawyer(lawyer, {
    presence,
    until,
    pausedBy: presence === 'on' ? null : by,
    ...(by === 'self' ? { missed: { phone: 0, online: 0 } } : {}),
    ...(back ? { idleSince: turn.now } : {}),
  })
  turn.clear('presence', lawyer)
  if (until !== null) turn.timer('presence', lawyer, until)
  turn.log({
    type: 'presence',
    actor: by === 'self' ? 'lawyer' : 'desk',
    by: lawyer,
    data: {
      lawyer,
      presence,
      until: until === null ? null : new Date(until).toISOString(),
      ...(reason ? { reason } : {}),
    },
  })
  if (presence === 'on') return
  for (const offer of turn.offers()) {
    if (offer.lawyer === lawyer && offer.state === 'open') {
      endOffer(turn, offer, 'withdrawn', turn.house.lawyer.offerGone)
    }
  }
}

/** A pause or an off has run out. */
export function presenceOver(turn: Turn, lawyer: string): void {
  turn.putLawyer(lawyer, {
    presence: 'on',
    until: null,
    pausedBy: null,
    missed: { phone: 0, online: 0 },
    idleSince: turn.now,
  })
  turn.log({ type: 'presence', actor: 'desk', data: { lawyer, presence: 'on' } })
  dispatch(turn)
}

export type Silence = 'not_answered' | 'phone_failing'

/**
 * Whoever misses twice is paused and asked whether they are there. Written offers alone pause only those who are not
 * rung: a lawyer with no page open is still there by phone.
 */
export function noteMiss(
  turn: Turn,
  lawyer: string,
  method: 'phone' | 'online',
  reason: Silence,
): void {
  const { missed } = turn.lawyer(lawyer)
  const counted = { ...missed, [method]: missed[method] + 1 }
  turn.putLawyer(lawyer, { missed: counted })
  if (counted[method] < MISSES || !present(turn, lawyer)) return
  if (method === 'online' && isOn(turn, lawyer, 'phone')) return
  setPresence(turn, lawyer, 'pause', endOfDuty(turn, lawyer), 'misses', reason)
  const { stillThere, here } = turn.house.lawyer
  notify(turn, lawyer, stillThere(reason, reachable(turn, lawyer)), [
    { id: 'presence:on', label: here },
  ])
}

/** They are there: nothing was missed, and a pause the desk made is over. */
export function signOfLife(turn: Turn, lawyer: string): void {
  const { missed, pausedBy } = turn.lawyer(lawyer)
  if (pausedBy === 'misses') setPresence(turn, lawyer, 'on', null, 'self')
  else if (missed.phone + missed.online > 0)
    turn.putLawyer(lawyer, { missed: { phone: 0, online: 0 } })
}
