import { appointmentWords } from '../locale/appointment.ts'
import { nameOf } from '../offer/offer.ts'
import type { Conversation } from '../state.ts'
import { say } from '../talk/say.ts'
import { notify, text } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import type { Appointment } from './appointment.ts'

/** Both sides told of an appointment: its time and its link, never what it is about (R29.6). */

export const wordsFor = (row: Pick<Conversation, 'language'>) => appointmentWords[row.language]

export const houseWords = (turn: Turn) => appointmentWords[turn.desk.language]

export const linkOf = (turn: Turn, { token }: Appointment): string =>
  `${turn.snapshot.publicUrl}/a/${token ?? ''}`

const staffLink = (turn: Turn): string => `${turn.snapshot.publicUrl}/console/appointments`

export const sayWhen = (turn: Turn, row: Pick<Conversation, 'language'>, instant: number): string =>
  wordsFor(row).when(instant, turn.now, turn.desk.timezone)

const houseWhen = (turn: Turn, instant: number): string =>
  houseWords(turn).when(instant, turn.now, turn.desk.timezone)

/** Where the desk can only text them. */
const byText = ({ channel }: Conversation): boolean => channel === 'phone' || channel === 'sms'

const changes = ['appt:move', 'appt:cancel', 'lawyer']

/** Over the client's own channel; a caller is texted. */
export function tellClient(
  turn: Turn,
  row: Conversation,
  long: string,
  choices: string[],
  short: string,
): void {
  const current = turn.conversation(row.id) ?? row
  if (current.channel !== 'phone') {
    say(turn, current, byText(current) ? short : long, choices)
  } else if (current.contact) text(turn, current, { contact: current.contact }, short)
}

const plain = (turn: Turn, row: Conversation, long: string): string =>
  wordsFor(row).sms.other(turn.desk.name, long)

export type News = 'booked' | 'moved' | 'filled' | 'reassigned' | 'remind'

export function tellBooked(turn: Turn, row: Conversation, one: Appointment, news: News): void {
  const words = wordsFor(row)
  const time = sayWhen(turn, row, one.from)
  const link = linkOf(turn, one)
  const how = words.how[one.method]
  const name = nameOf(turn, one.lawyer)
  const short =
    news === 'remind'
      ? words.sms.remind(turn.desk.name, time, link)
      : words.sms.booked(turn.desk.name, time, link)
  const long =
    news === 'remind'
      ? words.remind(time, how, link)
      : news === 'reassigned'
        ? words.reassigned(time, name, link)
        : words[news](time, name, how, link)
  tellClient(turn, row, long, changes, short)
}

export function tellPlainly(
  turn: Turn,
  row: Conversation,
  message: string,
  choices: string[] = [],
): void {
  tellClient(turn, row, message, choices, plain(turn, row, message))
}

export function tellLawyer(
  turn: Turn,
  one: Appointment,
  news: 'booked' | 'cancelled' | 'remind' | { movedFrom: number },
): void {
  const words = houseWords(turn)
  const time = houseWhen(turn, one.from)
  const how = words.how[one.method]
  const link = staffLink(turn)
  const message =
    news === 'cancelled'
      ? words.lawyer.cancelled(time)
      : typeof news === 'object'
        ? words.lawyer.moved(houseWhen(turn, news.movedFrom), time, how, link)
        : words.lawyer[news](time, how, link)
  notify(turn, one.lawyer, message)
}
