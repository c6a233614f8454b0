import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { localDate } from '../zone.ts'
import type { Appointment, Slot } from './appointment.ts'
import { move } from './book.ts'
import { note } from './keep.ts'
import { keepPlaces } from './keep-places.ts'
import { linkOf, tellClient, wordsFor } from './tell.ts'
import { freeFor, knownLawyer, theirsFirst, waysOf } from './times.ts'

/** 候补: a full day's waiting list fills what comes free, first come first served. */

/** New days come within the horizon while people wait. */
const LOOK_AGAIN = 30 * 60_000

export function tellWaiting(turn: Turn, row: Conversation, one: Appointment): void {
  const words = wordsFor(row)
  const link = linkOf(turn, one)
  tellClient(
    turn,
    row,
    words.waiting(link),
    ['lawyer', 'appt:cancel'],
    words.sms.waiting(turn.desk.name, link),
  )
}

/** The calendar may be another: everyone keeps a lawyer, and whoever waits gets what came free. */
export function calendarChanged(turn: Turn): void {
  keepPlaces(turn)
  for (const one of waiting(turn)) fill(turn, one)
  if (waiting(turn).length > 0) turn.timer('calendar', 'desk', turn.now + LOOK_AGAIN)
  else turn.clear('calendar', 'desk')
}

const waiting = (turn: Turn): Appointment[] =>
  turn
    .appointments()
    .filter(({ state }) => state === 'wanted')
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))

function fill(turn: Turn, one: Appointment): void {
  if (one.wish !== null && one.wish < localDate(turn.desk.timezone, turn.now)) {
    note(turn, 'lapsed', turn.putAppointment(one, { state: 'lapsed' }))
    return
  }
  const row = one.conversation === null ? null : turn.conversation(one.conversation)
  const slot = row && slotFor(turn, row, one)
  if (slot) move(turn, one, slot.id, { role: 'client', id: null }, 'filled')
}

function slotFor(turn: Turn, row: Conversation, { wish }: Appointment): Slot | null {
  const zone = turn.desk.timezone
  const slots = freeFor(turn, row, { methods: waysOf(row) }).filter(
    ({ from }) => wish === null || localDate(zone, from) === wish,
  )
  return theirsFirst(slots, knownLawyer(row))[0] ?? null
}
