import { hangUp, ring, steer } from '../call/script.ts'
import { methodOf } from '../desk.ts'
import type { Via } from '../event.ts'
import { type Duty, lawyersOf } from '../rota.ts'
import { part } from '../staff/colleague.ts'
import type { Conversation } from '../state.ts'
import { push, say } from '../talk/say.ts'
import { reachable, tell } from '../talk/tell.ts'
import { showWalk } from '../talk/walked.ts'
import type { Turn } from '../turn.ts'
import { nameOf, withdrawOffers } from './offer.ts'
import { queue } from './queue.ts'

/** A conversation given to a lawyer, and given back. */

/** The conversation is this lawyer's from now on; the client sees who it is before anything else (Art. 23). */
export function give(
  turn: Turn,
  conversation: Conversation,
  lawyer: string,
  via: Via,
): Conversation {
  const notice = turn.house.lawyer.takenBy(nameOf(turn, lawyer))
  withdrawOffers(turn, conversation, notice, lawyer)
  for (const timer of ['pledge', 'absent'] as const) turn.clear(timer, conversation.id)
  const duty = turn.duty(methodOf(conversation.channel)).find((d) => d.lawyer.id === lawyer)
  let row = turn.put(part(turn, conversation, null), {
    state: 'active',
    lawyer,
    station: duty?.shift.station ?? conversation.station ?? turn.desk.stations[0]?.id ?? null,
    viaTelegram: via === 'telegram',
    prefers: null,
    takenAt: turn.now,
    pledge: null,
    place: null,
    position: null,
    unansweredSince: null,
  })
  turn.putLawyer(lawyer, { recent: row.id, idleSince: turn.now })
  row = showCard(turn, row, duty)
  showWalk(turn, row, via)
  if (row.channel === 'phone') bridge(turn, row)
  else brief(turn, row, lawyer, via)
  return row
}

/** Art. 23: name, firm, licence number and station, before the lawyer's first word. */
function showCard(turn: Turn, conversation: Conversation, duty: Duty | undefined): Conversation {
  const lawyer = lawyersOf(turn.desk).get(conversation.lawyer ?? '')
  if (!lawyer) return conversation
  const station =
    turn.desk.stations.find(({ id }) => id === (duty?.shift.station ?? conversation.station))
      ?.name ?? turn.desk.name
  const words = turn.words(
    turn.locale(conversation).card(lawyer.name, lawyer.firm, lawyer.licence, station),
  )
  turn.log({
    type: 'card',
    actor: 'desk',
    conversation: conversation.id,
    words,
    data: {
      lawyer: lawyer.id,
      name: lawyer.name,
      firm: lawyer.firm,
      licence: lawyer.licence,
      station,
    },
  })
  push(turn, conversation, words)
  return conversation
}

/** What the client wrote before reaches a lawyer who answers from Telegram. */
function brief(turn: Turn, conversation: Conversation, lawyer: string, via: Via): void {
  if (via !== 'telegram' || !reachable(turn, lawyer)) return
  const texts = turn.house.lawyer
  for (const heard of turn.snapshot.heard) {
    tell(turn, {
      lawyer,
      conversation: conversation.id,
      heard,
      prefix: texts.from(conversation.pseudonym),
    })
  }
  tell(turn, {
    lawyer,
    conversation: conversation.id,
    text: texts.howTo(
      conversation.pseudonym,
      `${turn.snapshot.publicUrl}/console/c/${conversation.id}`,
    ),
  })
}

/** Brings both legs into one room; a client who was promised a call is rung now. */
function bridge(turn: Turn, conversation: Conversation): void {
  const legs = turn.legs().filter((leg) => leg.conversation === conversation.id)
  const client = legs.find((leg) => leg.party === 'client' && leg.state !== 'ended')
  if (client) {
    if (client.state === 'answered') steer(turn, client)
    return
  }
  if (conversation.contact === null) return
  turn.log({ type: 'recalled', actor: 'desk', conversation: conversation.id })
  turn.put(conversation, { recalls: conversation.recalls + 1 })
  ring(
    turn,
    {
      id: turn.id(),
      sid: null,
      conversation: conversation.id,
      party: 'client',
      lawyer: null,
      offer: null,
      state: 'placing',
      at: 'recall',
      step: 0,
      script: null,
      startedAt: turn.now,
      endedAt: null,
    },
    { contact: conversation.contact },
    RECALL_SECONDS,
  )
}

const RECALL_SECONDS = 30

/** Back to the desk from a lawyer who is silent or did not come to the phone; the client is told, and does not lose the place. */
export function giveBack(turn: Turn, conversation: Conversation, reason: string): void {
  const { lawyer } = conversation
  turn.log({
    type: 'returned',
    actor: 'desk',
    conversation: conversation.id,
    data: { lawyer, reason },
  })
  if (lawyer) {
    // Not free since ever: the others come first now.
    turn.putLawyer(lawyer, { idleSince: turn.now })
    tell(turn, {
      lawyer,
      conversation: conversation.id,
      text: turn.house.lawyer.returned(conversation.pseudonym),
    })
    for (const leg of turn.legs()) {
      if (leg.conversation === conversation.id && leg.party === 'lawyer' && leg.state !== 'ended')
        hangUp(turn, leg)
    }
  }
  const row = turn.put(part(turn, conversation, null), {
    state: 'desk',
    lawyer: null,
    viaTelegram: false,
    waitingSince: conversation.unansweredSince ?? conversation.waitingSince,
    unansweredSince: null,
  })
  if (row.channel !== 'phone') say(turn, row, turn.locale(row).returned)
  queue(turn, turn.conversation(row.id) ?? row, 'desk')
}
