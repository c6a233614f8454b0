import { legEnded } from './call/over.ts'
import type { EventOf } from './event.ts'
import type { Turn } from './turn.ts'

/** The carrier says the call this was meant for is over: its own report of that was lost. */
export const CALL_GONE = 'call_gone'

/** No browser of this lawyer can be woken any more: nothing is sent there until they ask anew. */
export const PUSH_GONE = 'push_gone'

/** What became of something sent (invariant 5: delivered, or failed and shown). */

export function deliveryDone(turn: Turn, event: EventOf<'delivery.done'>): void {
  const { item } = turn.snapshot
  if (!item) return
  settle(turn, event.item, 'sent', event.receipt)
  if (item.act.do === 'ring') placed(turn, item.act.leg, event.receipt)
}

function placed(turn: Turn, id: string, sid: string | null): void {
  const leg = turn.leg(id)
  if (!leg) return
  if (sid === null) {
    turn.putLeg(leg, { state: 'ended', endedAt: turn.now })
    return
  }
  turn.putLeg(leg, { sid })
  turn.log({
    type: 'call_placed',
    actor: 'desk',
    ...(leg.conversation === null ? {} : { conversation: leg.conversation }),
    data: { leg: id, ...(leg.lawyer ? { lawyer: leg.lawyer } : {}) },
  })
}

export function deliveryFailed(turn: Turn, event: EventOf<'delivery.failed'>): void {
  const { item, subject } = turn.snapshot
  if (!item) return
  if (item.act.do === 'steer' && event.code === CALL_GONE) {
    settle(turn, event.item, 'sent', null)
    return legGone(turn, item.act.leg, event.code)
  }
  settle(turn, event.item, 'failed', null)
  turn.log({
    type: 'undelivered',
    actor: 'desk',
    ...(subject ? { conversation: subject } : {}),
    data: { item: event.item, channel: item.channel, act: item.act.do, code: event.code },
  })
  if (item.act.do === 'wake' && item.to && 'lawyer' in item.to && event.code === PUSH_GONE) {
    turn.putLawyer(item.to.lawyer, { push: false })
  }
  // A phone that could not be rung is a lawyer who cannot be asked: the next one is, at once.
  if (item.act.do === 'ring' && turn.leg(item.act.leg)?.state === 'placing') {
    legGone(turn, item.act.leg, event.code)
  }
}

const legGone = (turn: Turn, leg: string, status: string): void =>
  legEnded(turn, { id: turn.event.id, type: 'leg.ended', leg, status })

function settle(turn: Turn, item: string, state: 'sent' | 'failed', receipt: string | null): void {
  turn.ask({ do: 'settle', item, state, receipt, at: turn.now })
}
