import type { Conversation } from '../state.ts'
import { say } from '../talk/say.ts'
import { chosen } from '../talk/understand.ts'
import type { Turn } from '../turn.ts'
import { normal } from '../words.ts'
import type { Appointment, Slot } from './appointment.ts'
import { book, cancel, move, slotFor, wait } from './book.ts'
import { bookingLabel, slotOfChoice } from './label.ts'
import { linkOf, sayWhen, wordsFor } from './tell.ts'
import { freeFor, knownLawyer, liveOf, theirsFirst, waysOf } from './times.ts'
import { tellWaiting } from './waiting-list.ts'

/** Booking, moving and cancelling in writing, by choices and by words. */

/** As many times as are offered at once. */
export const AT_ONCE = 3

const client = { role: 'client', id: null } as const

/** Choices that are about appointments: `slot:…` takes a time, `to:…` moves to it, `more:…` shows those after it. */
const ours = /^(slot|to|more|appt):/

/** What a choice or these words ask for here; null where they ask for nothing of this. */
export function bookingWish(
  turn: Turn,
  row: Conversation,
  words: string | null,
  choice?: string,
): string | null {
  if (choice !== undefined) return ours.test(choice) ? choice : null
  const said = normal(words ?? '')
  const { wishes } = wordsFor(row)
  if (wishes.move.some((word) => normal(word) === said)) return 'appt:move'
  if (wishes.cancel.some((word) => normal(word) === said)) return 'appt:cancel'
  return timeNamed(turn, row, words ?? '')
}

/** One of the times last shown, by its number or as people say it; to a lawyer, "1" may be any answer. */
function timeNamed(turn: Turn, row: Conversation, words: string): string | null {
  if (!row.choices.some((choice) => slotOfChoice(turn, choice))) return null
  const labels = row.choices.map((choice) => bookingLabel(turn, row, choice) ?? choice)
  const found =
    chosen(row.choices, labels, words) ??
    row.choices.find((choice) => {
      const slot = slotOfChoice(turn, choice)
      return slot && normal(sayWhen(turn, row, slot.from).replace(/[（(].*/, '')) === normal(words)
    })
  if (found === undefined || found === null || !ours.test(found)) return null
  if (row.state !== 'active') return found
  const kept = turn
    .appointments()
    .some(({ state, conversation }) => state === 'held' && conversation === row.id)
  return kept ? found : null
}

/** False where it means nothing here. */
export function followBooking(turn: Turn, row: Conversation, wish: string): boolean {
  const [kind = '', rest = ''] = wish.split(':')
  switch (kind) {
    case 'slot':
    case 'to':
      choose(turn, row, rest)
      return true
    case 'more':
      offerFrom(turn, row, Number.parseInt(rest, 36) * 60_000 + 1)
      return true
    case 'appt':
      return manage(turn, row, rest)
    default:
      return false
  }
}

function manage(turn: Turn, row: Conversation, what: string): boolean {
  const words = wordsFor(row)
  const one = liveOf(turn, row.client)
  switch (what) {
    case 'cancel':
      if (!one) say(turn, row, words.nothing, ['appointment', 'lawyer'])
      else if (cancel(turn, one, client)) showOwn(turn, row, one)
      else if (one.state === 'wanted') say(turn, row, words.nothing, ['appointment', 'lawyer'])
      else tellHereToo(turn, row, one)
      return true
    case 'move':
      offerFrom(turn, row, turn.now)
      return true
    case 'wait':
      if (one) showOwn(turn, row, one)
      else tellWaiting(turn, row, wait(turn, row, null, client))
      return true
    default:
      return false
  }
}

/** An appointment of another conversation of theirs is told of in this one, too. */
function tellHereToo(turn: Turn, row: Conversation, one: Appointment): void {
  if (one.conversation === row.id) return
  const text = wordsFor(row).cancelled(sayWhen(turn, row, one.from))
  say(turn, row, text, ['appointment', 'lawyer'])
}

/** 预约: theirs, where they have one; else the next times. In addition to the lawyer now, always (R20.2). */
export function wantAppointment(turn: Turn, row: Conversation): void {
  const one = liveOf(turn, row.client)
  if (one) showOwn(turn, row, one)
  else offerFrom(turn, turn.put(row, { wantsAppointment: true }), turn.now)
}

function showOwn(turn: Turn, row: Conversation, one: Appointment): void {
  const words = wordsFor(row)
  const link = linkOf(turn, one)
  if (one.state === 'wanted') {
    say(turn, row, words.waiting(link), ['lawyer', 'appt:cancel'])
    return
  }
  const text = words.already(sayWhen(turn, row, one.from), words.how[one.method], link)
  say(turn, row, text, one.state === 'booked' ? ['appt:move', 'appt:cancel', 'lawyer'] : ['lawyer'])
}

function offerFrom(turn: Turn, row: Conversation, from: number, notice?: string): void {
  const all = freeFor(turn, row, { methods: waysOf(row) })
  const slots = theirsFirst(
    all.filter((slot) => slot.from >= from),
    knownLawyer(row),
  )
  // Past the last one it begins anew.
  const shown = (slots.length > 0 ? slots : theirsFirst(all, knownLawyer(row))).slice(0, AT_ONCE)
  if (shown.length > 0) return offerTimes(turn, row, shown, notice, all.length > shown.length)
  const words = wordsFor(row)
  const one = liveOf(turn, row.client)
  const byPhone = freeFor(turn, row, { methods: ['phone'] }).length > 0
  if (byPhone && !one) {
    say(turn, row, words.onlyByPhone(`${turn.snapshot.publicUrl}/book`), ['lawyer', 'learn'])
  } else {
    say(turn, row, words.none, one ? ['lawyer', 'appt:cancel'] : ['lawyer', 'appt:wait'])
  }
}

export function offerTimes(
  turn: Turn,
  row: Conversation,
  slots: Slot[],
  notice?: string,
  more = false,
): void {
  const words = wordsFor(row)
  const one = liveOf(turn, row.client)
  const moving = one?.state === 'booked'
  const text =
    notice ??
    (moving
      ? words.offerMove(sayWhen(turn, row, one.from))
      : row.state === 'waiting'
        ? words.offerWaiting
        : row.urgent && row.state !== 'active'
          ? words.offerUrgent
          : words.offer)
  const last = Math.floor((slots.at(-1)?.from ?? 0) / 60_000)
  const times = slots.map(({ id }) => `${moving ? 'to' : 'slot'}:${id}`)
  const lawyer = row.state === 'active' ? [] : ['lawyer']
  const others = more ? [`more:${last.toString(36)}`] : []
  // Whoever is in a hurry reads the lawyer first.
  say(
    turn,
    row,
    text,
    row.urgent ? [...lawyer, ...times, ...others] : [...times, ...others, ...lawyer],
  )
}

function choose(turn: Turn, row: Conversation, slotId: string): void {
  const slot = slotFor(turn, row, slotId)
  if (!slot) return offerFrom(turn, row, turn.now, wordsFor(row).gone)
  const one = liveOf(turn, row.client)
  if (one && one.state !== 'begun') {
    if (one.from !== slot.from || one.lawyer !== slot.lawyer) move(turn, one, slotId, client)
    if (one.conversation !== row.id || one.from === slot.from) {
      showOwn(turn, turn.conversation(row.id) ?? row, turn.appointment(one.id) ?? one)
    }
    return
  }
  book(turn, row, slot, client)
}
