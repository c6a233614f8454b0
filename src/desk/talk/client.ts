import { bookingWish, followBooking } from '../appointment/talk.ts'
import { readFirstWords } from '../assist/ask.ts'
import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { queue } from '../offer/queue.ts'
import type { Conversation } from '../state.ts'
import { triage } from '../triage/triage.ts'
import type { Turn } from '../turn.ts'
import { called, meant, standsAt } from '../walk.ts'
import { follow } from './follow.ts'
import { callFor, hear, hearInPassing, isPressing, lineBefore, note } from './hear.ts'
import { type Around, followWords, wasAway, waysFrom } from './learn.ts'
import { warnMonitored } from './monitored.ts'
import { giveNotice, menu, openConversation } from './open.ts'
import { pace } from './pace.ts'
import { labelOf, say } from './say.ts'
import { tell, toast } from './tell.ts'
import { chosen, wishOf } from './understand.ts'

/** A client in writing: the notice first, then three ways to go, and the lawyer from anywhere. */

export function clientWrote(turn: Turn, event: EventOf<'client.wrote'>): Fault | null {
  const known = turn.subject
  const first = known === null || known.state === 'closed'
  const away = !first && wasAway(turn, known)
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
  const kept = keepWords(turn, row, event)
  if (first && row.channel !== 'webchat') row = giveNotice(turn, row)
  // Before anything else is said or asked, whatever state it is in.
  const warned = warnMonitored(turn, row, event.words ?? '')
  if (warned) row = say(turn, warned.row, warned.text, warned.row.choices)
  // Kept, but not answered one by one: the desk's own replies are what a flood would multiply.
  if (!flooding) answer(turn, row, event, first, away)
  if (!flooding && kept !== null && event.words !== null && turn.snapshot.assist.size > 0) {
    readFirstWords(turn, row.id, kept, event.words, first)
  }
  return null
}

/** The sealed words of a client's own; null where they wrote none. */
function keepWords(turn: Turn, row: Conversation, event: EventOf<'client.wrote'>): string | null {
  if (event.choice !== undefined && event.words === null) {
    turn.log({
      type: 'message',
      actor: 'client',
      conversation: row.id,
      words: turn.words(labelOf(turn, row, event.choice)),
      data: { choice: event.choice },
    })
    return null
  }
  if (event.words === null) {
    turn.log({ type: 'not_text', actor: 'client', conversation: row.id })
    return null
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
  return words.id
}

export function answer(
  turn: Turn,
  row: Conversation,
  event: EventOf<'client.wrote'>,
  first: boolean,
  away = false,
): void {
  const texts = turn.locale(row)
  const { words, choice } = event
  if (words === null && choice === undefined) {
    say(turn, row, texts.notText, row.choices)
    return
  }
  const booking = bookingWish(turn, row, words, choice)
  if (booking !== null && followBooking(turn, row, booking)) return
  if (row.state === 'active') {
    awaitLawyer(turn, row)
    return
  }
  const here = away ? standsAt(turn.snapshot.content, row) : null
  const reminder = here ? { before: texts.resumed(here.at.title) } : {}
  const labels = row.choices.map((id) => labelOf(turn, row, id))
  const said = words ?? ''
  const wish = choice ?? chosen(row.choices, labels, said) ?? wishOf(texts, said)
  const heard = choice !== undefined && words !== null ? hearInPassing(turn, row, words) : row
  if (wish !== null && follow(turn, heard, wish, reminder)) return
  if (followWords(turn, row, said, called, reminder)) return
  const mayAsk = !first || row.channel === 'webchat'
  if (!listen(turn, row, said, mayAsk, reminder)) notUnderstood(turn, row, first, reminder)
}

/** Free words: what presses first, then a choice they may mean here, then what can be explained. */
function listen(
  turn: Turn,
  before: Conversation,
  words: string,
  // The notice that opened the conversation has just shown the menu; a question on top would be one too many.
  mayAsk: boolean,
  around: Around,
): boolean {
  const finding = triage(words)
  const row = note(turn, before, finding)
  if (isPressing(finding) && hear(turn, row, finding, mayAsk, around.before)) return true
  const line = finding.urgent === null ? around : { before: lineBefore(turn, row, finding) }
  if (followWords(turn, row, words, meant, line)) {
    callFor(turn, row.id, finding)
    return true
  }
  return hear(turn, row, finding, mayAsk, around.before) !== null
}

/**
 * Words that mean nothing to the desk are the lawyer's to read; the place is kept. Two such, and a person is asked
 * (R2.1: fail open to a human).
 */
function notUnderstood(turn: Turn, { id }: Conversation, first: boolean, { before }: Around): void {
  const row = turn.conversation(id)
  if (!row) return
  if (row.state === 'waiting') {
    turn.put(row, { puzzled: 0 })
    return
  }
  const texts = turn.locale(row)
  if (row.state === 'promised' && row.pledge) {
    const time = texts.time(row.pledge.at, turn.now, turn.desk.timezone)
    say(turn, row, texts.kept(time), ['lawyer', 'learn'])
    return
  }
  const puzzled = row.puzzled + 1
  const next = turn.put(row, { puzzled })
  if (puzzled > 2) {
    queue(turn, next)
    return
  }
  // The notice that opened the conversation has just shown the same choices.
  if (first && row.channel !== 'webchat') return
  if (row.position === null) say(turn, next, texts.received, menu)
  else say(turn, next, [before, texts.received].filter(Boolean).join('\n'), waysFrom(turn, next))
}

/** The client waits for this lawyer; silence past `absentSeconds` gives the conversation back to the desk. */
function awaitLawyer(turn: Turn, row: Conversation): void {
  if (row.unansweredSince !== null) return
  turn.put(row, { unansweredSince: turn.now })
  turn.timer('absent', row.id, turn.now + turn.desk.routing.absentSeconds * 1000)
}
