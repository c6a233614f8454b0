import type { Channel, Language } from '../desk.ts'
import type { EventOf } from '../event.ts'
import { assistTexts } from '../locale/assist.ts'
import { privacyTexts } from '../locale/privacy.ts'
import { type Conversation, noWalk } from '../state.ts'
import type { Turn } from '../turn.ts'
import { consentAsked } from './consent.ts'
import { say } from './say.ts'

/** A client comes: a pseudonym, a conversation, and the notice before the first question. */

export const menu = ['lawyer', 'learn', 'appointment']

/** Crockford's letters: none that is read for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A pseudonym that says nothing, from an id that is random. */
export function pseudonymOf(turn: Turn, id: string): string {
  let bits = Number.parseInt(id.slice(0, 5), 16) || 0
  let code = ''
  for (let i = 0; i < 4; i++) {
    code += letters[bits % 32]
    bits = Math.floor(bits / 32)
  }
  return turn.house.pseudonym(code)
}

export function newClient(turn: Turn): { id: string; pseudonym: string } {
  const id = turn.id()
  const client = { id, pseudonym: pseudonymOf(turn, id) }
  turn.ask({ do: 'add', what: 'client', row: { ...client, createdAt: turn.now } })
  return client
}

/** What they were told and wanted before stands in their next conversation. */
const machineWishes = (before: Conversation | null) => ({
  ...(before?.machineTold ? { machineTold: true } : {}),
  ...(before?.refusesMachine ? { refusesMachine: true } : {}),
  ...(before?.consent ? { consent: before.consent } : {}),
})

export function openConversation(
  turn: Turn,
  channel: Channel,
  contact: EventOf<'client.wrote'>['contact'] | null,
  language: Language,
  station?: string,
): Conversation {
  const client = turn.snapshot.client ?? newClient(turn)
  if (contact && !turn.snapshot.client) {
    turn.ask({ do: 'add', what: 'contact', row: { client: client.id, ref: contact } })
  }
  const row = turn.put({
    id: turn.id(),
    client: client.id,
    pseudonym: client.pseudonym,
    contact: contact?.id ?? null,
    channel,
    language,
    state: 'desk',
    station: turn.desk.stations.find(({ id }) => id === station)?.id ?? null,
    lawyer: null,
    viaTelegram: false,
    prefers: null,
    helped: turn.subject?.lawyer ?? turn.subject?.helped ?? null,
    openedAt: turn.now,
    waitingSince: null,
    roundSince: null,
    takenAt: null,
    endedAt: null,
    closedAt: null,
    ending: null,
    pledge: null,
    recalls: 0,
    wantsAppointment: false,
    flags: [],
    reserved: null,
    position: null,
    walk: noWalk,
    intake: {},
    urgent: false,
    choices: menu,
    puzzled: 0,
    place: null,
    unansweredSince: null,
    ...machineWishes(turn.subject),
    pace: { level: 0, at: turn.now, flooded: false },
  })
  turn.log({
    type: 'opened',
    actor: 'client',
    conversation: row.id,
    data: { channel, language, client: client.id },
  })
  return row
}

/** F20, F21, Art. 24, 29: told in plain words before the first question. */
export function giveNotice(turn: Turn, conversation: Conversation): Conversation {
  const machine = machineMayRead(turn, conversation)
  const consent = consentAsked(turn, conversation)
  const { language } = conversation
  const whole = privacyTexts[language].whole(`${turn.snapshot.publicUrl}/privacy`)
  const parts = [
    turn.locale(conversation).notice(turn.desk.name, whole),
    ...(machine ? [assistTexts(language).notice] : []),
    ...(consent === null ? [] : [consent]),
  ]
  const row = machine ? turn.put(conversation, { machineTold: true }) : conversation
  return say(turn, row, parts.join('\n'), [
    ...menu,
    ...(machine ? ['without-ai'] : []),
    ...(consent === null ? [] : ['agree']),
  ])
}

/** Told before it happens, and only where it may happen (PIPL Art. 17). */
const machineMayRead = (turn: Turn, { refusesMachine }: Conversation): boolean =>
  turn.snapshot.assist.size > 0 && refusesMachine !== true

export function chatOpened(turn: Turn, event: EventOf<'chat.opened'>): void {
  giveNotice(turn, openConversation(turn, 'webchat', event.contact, event.language, event.station))
}
