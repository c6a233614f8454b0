import { steer } from '../call/script.ts'
import { methodOf } from '../desk.ts'
import { nextDuty } from '../rota.ts'
import type { Conversation, Pledge } from '../state.ts'
import { say } from '../talk/say.ts'
import { text } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'

/** When everyone on duty was asked and nobody came: never silence, but a promise with a time (Art. 20, R20.1). */

const MINUTE = 60_000

export function resort(turn: Turn, conversation: Conversation): void {
  const before = conversation.pledge
  if (before && before.at > turn.now) {
    turn.timer('pledge', conversation.id, before.at)
    turn.put(conversation, { state: 'promised' })
    return
  }
  if (conversation.channel === 'phone' && conversation.contact === null) {
    // A hidden number cannot be called back: the caller is told other ways, and is still on the line.
    wayOut(turn, turn.put(conversation, { state: 'desk', pledge: null }))
    return
  }
  pledge(turn, conversation)
}

/** Promises to call back, or to answer in writing, and sets the timer that keeps the promise. */
export function pledge(turn: Turn, conversation: Conversation): Conversation {
  const method = methodOf(conversation.channel)
  const promised: Pledge = {
    kind: method === 'phone' ? 'callback' : 'reply',
    at: pledgeTime(turn, method),
  }
  turn.timer('pledge', conversation.id, promised.at)
  turn.clear('stagger', conversation.id)
  turn.log({
    type: 'pledged',
    actor: 'desk',
    conversation: conversation.id,
    data: { kind: promised.kind, due: new Date(promised.at).toISOString() },
  })
  const row = turn.put(conversation, { state: 'promised', pledge: promised, place: null })
  const texts = turn.locale(row)
  const time = texts.time(promised.at, turn.now, turn.desk.timezone)
  if (method === 'phone') {
    const onTheLine = wayOut(turn, row)
    // A promise that could not be kept is not renewed behind the client's back.
    if (!onTheLine && row.contact) {
      text(turn, row, { contact: row.contact }, texts.calledLater(turn.desk.name, time))
    }
    return row
  }
  return say(turn, row, texts.resort(time), ['lawyer', 'learn'])
}

/** A caller still on the line hears it now. */
function wayOut(turn: Turn, conversation: Conversation): boolean {
  const leg = turn
    .legs()
    .find(
      ({ conversation: id, party, state }) =>
        id === conversation.id && party === 'client' && state === 'answered',
    )
  if (leg) steer(turn, leg)
  return leg !== undefined
}

/** In duty hours within `callbackMinutes`; else that long after the next window opens. On a five-minute mark, as people say times. */
function pledgeTime(turn: Turn, method: 'phone' | 'online'): number {
  const soon = turn.desk.routing.callbackMinutes * MINUTE
  const opens =
    turn.duty(method).length > 0
      ? turn.now
      : (nextDuty(turn.desk, method, turn.now)?.from ?? turn.now)
  const mark = 5 * MINUTE
  return Math.ceil((opens + soon) / mark) * mark
}
