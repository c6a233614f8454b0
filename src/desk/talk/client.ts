import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { queue, tellPlace } from '../offer/queue.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { learn, learnStep } from './learn.ts'
import { giveNotice, menu, openConversation } from './open.ts'
import { pace } from './pace.ts'
import { labelOf, other, say } from './say.ts'
import { tell, toast } from './tell.ts'
import { chosen, type Wish, wishOf } from './understand.ts'

/** A client in writing: the notice first, then three ways to go, and the lawyer from anywhere. */

export function clientWrote(turn: Turn, event: EventOf<'client.wrote'>): Fault | null {
  const known = turn.subject
  const first = known === null || known.state === 'closed'
  let row = first
    ? openConversation(
        turn,
        event.contact.channel,
        event.contact,
        known?.language ?? event.language ?? turn.desk.language,
        event.station,
      )
    : known
  const paced = pace(row.pace, turn.now)
  const flooding = paced.wait > 0
  if (paced.begins) turn.log({ type: 'flood', actor: 'desk', conversation: row.id })
  row = turn.put(row, { pace: paced.pace })
  if (flooding && row.channel === 'webchat') return fault('too_fast', { retryAfter: paced.wait })

  toast(turn, event.query, null)
  keepWords(turn, row, event)
  if (first && row.channel !== 'webchat') row = giveNotice(turn, row)
  // Kept, but not answered one by one: the desk's own replies are what a flood would multiply.
  if (!flooding) answer(turn, row, event, first)
  return null
}

function keepWords(turn: Turn, row: Conversation, event: EventOf<'client.wrote'>): void {
  if (event.choice !== undefined && event.words === null) {
    turn.log({
      type: 'message',
      actor: 'client',
      conversation: row.id,
      words: turn.words(labelOf(turn, row, event.choice)),
      data: { choice: event.choice },
    })
    return
  }
  if (event.words === null) {
    turn.log({ type: 'not_text', actor: 'client', conversation: row.id })
    return
  }
  const words = turn.words(event.words)
  turn.log({ type: 'message', actor: 'client', conversation: row.id, words })
  if (row.state === 'active' && row.lawyer && row.viaTelegram) {
    tell(turn, {
      lawyer: row.lawyer,
      conversation: row.id,
      heard: { content: words.id, length: words.text.length },
      prefix: turn.house.lawyer.from(row.pseudonym),
    })
  }
}

export function answer(
  turn: Turn,
  row: Conversation,
  event: EventOf<'client.wrote'>,
  first: boolean,
): void {
  const texts = turn.locale(row)
  if (event.words === null && event.choice === undefined) {
    say(turn, row, texts.notText, row.choices)
    return
  }
  if (row.state === 'active') {
    awaitLawyer(turn, row)
    return
  }
  const labels = row.choices.map((id) => labelOf(turn, row, id))
  const choice = event.choice ?? chosen(row.choices, labels, event.words ?? '')
  const wish = choice ?? wishOf(texts, event.words ?? '')
  if (wish !== null && follow(turn, row, wish)) return
  if (row.state === 'waiting') {
    turn.put(row, { puzzled: 0 })
    return
  }
  if (row.state === 'promised' && row.pledge) {
    say(turn, row, texts.kept(texts.time(row.pledge.at, turn.now, turn.desk.timezone)), [
      'lawyer',
      'learn',
    ])
    return
  }
  notUnderstood(turn, row, first)
}

/** A choice or wish carried out; false where it means nothing here. */
function follow(turn: Turn, row: Conversation, wish: string): boolean {
  switch (wish as Wish) {
    case 'lawyer':
      queue(turn, row)
      return true
    case 'learn':
      learn(turn, row)
      return true
    case 'appointment': {
      const wanting = turn.put(row, { wantsAppointment: true })
      const choices = row.state === 'waiting' ? ['learn'] : ['lawyer', 'learn']
      say(turn, wanting, turn.locale(row).appointment, choices)
      return true
    }
    case 'menu':
      if (row.state === 'waiting') tellPlace(turn, turn.put(row, { position: null }), true)
      else say(turn, turn.put(row, { position: null }), turn.locale(row).menu, menu)
      return true
    case 'language': {
      const turned = turn.put(row, { language: other(row.language), position: null })
      if (row.state === 'desk') giveNotice(turn, turned)
      else say(turn, turned, turn.locale(turned).languageChanged)
      return true
    }
    default:
      return learnStep(turn, row, wish)
  }
}

/** Two answers that say nothing to the desk, and a person is asked (R2.1: fail open to a human). */
function notUnderstood(turn: Turn, row: Conversation, first: boolean): void {
  const puzzled = row.puzzled + 1
  const next = turn.put(row, { puzzled })
  if (puzzled > 2) {
    queue(turn, next)
    return
  }
  // The notice that opened the conversation has just shown the same choices.
  if (first && row.channel !== 'webchat') return
  say(turn, next, turn.locale(row).received, menu)
}

/** The client waits for this lawyer; silence past `absentSeconds` gives the conversation back to the desk. */
function awaitLawyer(turn: Turn, row: Conversation): void {
  if (row.unansweredSince !== null) return
  turn.put(row, { unansweredSince: turn.now })
  turn.timer('absent', row.id, turn.now + turn.desk.routing.absentSeconds * 1000)
}
