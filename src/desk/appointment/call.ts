import { play, puzzled, toLawyer } from '../call/positions.ts'
import { promise } from '../call/promise.ts'
import { goodbye, greeting, question, speak } from '../call/scripts.ts'
import type { ClientPosition, Conversation, Leg, Script } from '../state.ts'
import type { Turn } from '../turn.ts'
import { normal } from '../words.ts'
import type { Appointment } from './appointment.ts'
import { book, cancel, move, slotFor, wait } from './book.ts'
import { slotOfChoice } from './label.ts'
import { AT_ONCE } from './talk.ts'
import { sayWhen, wordsFor } from './tell.ts'
import { freeFor, knownLawyer, liveOf, theirsFirst, waysOf } from './times.ts'
import { tellWaiting } from './waiting-list.ts'

/** Booking by telephone: times on keys 2 to 4, the lawyer on 1 always (R20.2). */

const FIRST = 2
const client = { role: 'client', id: null } as const

const now = (turn: Turn, { id }: Conversation): Conversation =>
  turn.conversation(id) as Conversation

const asking = (turn: Turn, row: Conversation, text: string): Script =>
  question(turn, row, speak(row, text))

const put = (turn: Turn, leg: Leg, row: Conversation, at: ClientPosition, text: string): void =>
  play(turn, leg, row, at, asking(turn, row, text))

const bookedOf = (turn: Turn, row: Conversation): Appointment | null => {
  const one = liveOf(turn, row.client)
  return one?.state === 'booked' ? one : null
}

/** Key 3 of the menu. */
export function toBook(turn: Turn, leg: Leg, before: Conversation): void {
  const row = turn.put(before, { wantsAppointment: true, puzzled: 0, choices: [] })
  const one = bookedOf(turn, row)
  if (one) return showOwn(turn, leg, row, one)
  listTimes(turn, leg, row, turn.now)
}

function showOwn(turn: Turn, leg: Leg, row: Conversation, one: Appointment): void {
  const text = wordsFor(row).voice.already(sayWhen(turn, row, one.from))
  put(turn, leg, row, 'appointment', text)
}

function listTimes(turn: Turn, leg: Leg, row: Conversation, from: number, before = ''): void {
  const { voice } = wordsFor(row)
  const one = bookedOf(turn, row)
  if (row.contact === null) return put(turn, leg, row, 'book', voice.hidden)
  const all = freeFor(turn, row, { methods: waysOf(row) })
  const later = all.filter((slot) => slot.from >= from)
  const shown = theirsFirst(later.length > 0 ? later : all, knownLawyer(row)).slice(0, AT_ONCE)
  const offered = turn.put(row, { choices: shown.map(({ id }) => `slot:${id}`) })
  if (shown.length === 0) return put(turn, leg, offered, 'book', before + voice.none)
  const times = shown
    .map((slot, index) => voice.slot(sayWhen(turn, row, slot.from), index + FIRST))
    .join('')
  const text = one
    ? voice.offerMove(sayWhen(turn, row, one.from), times)
    : (row.urgent ? voice.urgent : '') + voice.offer(times)
  put(turn, leg, offered, 'book', before + text)
}

export function atBook(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  if (key === '1') return toLawyer(turn, leg, row)
  if (row.contact === null && key === '0') {
    return play(turn, leg, turn.put(row, { puzzled: 0 }), 'menu', greeting(turn, row))
  }
  const offered = row.choices.flatMap((choice) => slotOfChoice(turn, choice) ?? [])
  const chosen = /^[234]$/.test(key) ? offered[Number(key) - FIRST] : undefined
  if (chosen) return choose(turn, leg, turn.put(row, { puzzled: 0 }), chosen.id)
  switch (key) {
    case '0':
      return listTimes(turn, leg, turn.put(row, { puzzled: 0 }), offered[0]?.from ?? turn.now)
    case '5':
      if (row.contact === null) break
      if (offered.length === 0) return onTheList(turn, leg, row)
      return listTimes(turn, leg, turn.put(row, { puzzled: 0 }), (offered.at(-1)?.from ?? 0) + 1)
    case '6':
      if (row.contact === null) break
      return promise(turn, leg, row)
    case '9': {
      const one = bookedOf(turn, row)
      if (one) return showOwn(turn, leg, row, one)
    }
  }
  return puzzled(turn, leg, row, 'book', () => {
    listTimes(turn, leg, now(turn, row), offered[0]?.from ?? turn.now)
    return (turn.leg(leg.id) ?? leg).script as Script
  })
}

function choose(turn: Turn, leg: Leg, row: Conversation, id: string): void {
  const slot = slotFor(turn, row, id)
  const { voice } = wordsFor(row)
  if (!slot) return listTimes(turn, leg, row, turn.now, voice.gone)
  const before = liveOf(turn, row.client)
  if (before && before.state !== 'begun') move(turn, before, id, client)
  else book(turn, row, slot, client)
  const one = liveOf(turn, row.client)
  const time = sayWhen(turn, row, one?.from ?? slot.from)
  const how = voice.how[one?.method ?? 'phone']
  put(turn, leg, now(turn, row), 'appointment', voice.booked(time, how))
}

function onTheList(turn: Turn, leg: Leg, row: Conversation): void {
  if (!liveOf(turn, row.client)) {
    tellWaiting(turn, row, wait(turn, row, null, client))
  }
  put(turn, leg, now(turn, row), 'appointment', wordsFor(row).voice.waiting)
}

/** They have one, or just had: move it, cancel it, or talk now. */
export function atAppointment(turn: Turn, leg: Leg, row: Conversation, key: string): void {
  const one = bookedOf(turn, row)
  switch (key) {
    case '1':
      return toLawyer(turn, leg, row)
    case '2':
      return listTimes(turn, leg, row, turn.now)
    case '3': {
      const own = liveOf(turn, row.client)
      if (own && own.state !== 'begun') cancel(turn, own, client)
      return put(turn, leg, now(turn, row), 'appointment', wordsFor(row).voice.cancelled)
    }
    case '0':
      if (one) return showOwn(turn, leg, row, one)
      return listTimes(turn, leg, row, turn.now)
    default:
      play(turn, leg, row, 'bye', goodbye(turn, row))
  }
}

/** What is said aloud while times are read out, as the key it means; null where it is none. */
export function bookingKey(leg: Leg, row: Conversation, speech: string): string | null {
  const said = normal(speech)
  const { wishes } = wordsFor(row)
  const means = (words: string[]): boolean => words.some((word) => normal(word) === said)
  if (leg.at === 'book') {
    const which = ordinals.findIndex((words) => words.includes(said))
    if (which >= 0) return String(which + FIRST)
    if (means(wishes.others)) return '5'
  }
  if (means(wishes.move)) return leg.at === 'appointment' ? '2' : '3'
  if (means(wishes.cancel)) return '3'
  return null
}

const ordinals = [
  ['第一个', '一', '第一', 'first', 'thefirst', 'one'],
  ['第二个', '二', '第二', 'second', 'thesecond', 'two'],
  ['第三个', '三', '第三', 'third', 'thethird', 'three'],
]
