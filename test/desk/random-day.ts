import fc from 'fast-check'
import type { ContactRef, Happening } from '../../src/desk/event.ts'
import type { Model } from './model.ts'
import { bookingOf } from './random-booking.ts'
import { people, rotaAct } from './random-rota.ts'

/** One thing that may happen on a day nobody would think of. */

const contacts: ContactRef[] = (['webchat', 'telegram', 'sms', 'whatsapp'] as const).flatMap(
  (channel) => [1, 2].map((n) => ({ id: `${channel}${n}`, channel, address: `+861390000000${n}` })),
)
const callers: (ContactRef | null)[] = [
  { id: 'tel1', channel: 'phone', address: '+8613900000001' },
  { id: 'tel2', channel: 'phone', address: '+8613900000002' },
  null,
]

interface Step {
  what: string
  n: number
  m: number
  again: boolean
}

const kinds = {
  write: 6,
  wish: 6,
  picture: 1,
  open: 1,
  call: 3,
  key: 10,
  fetch: 8,
  ahead: 8,
  hangup: 3,
  take: 8,
  pass: 3,
  answer: 4,
  record: 3,
  close: 4,
  assign: 1,
  hand: 4,
  presence: 2,
  read: 1,
  rota: 5,
  restart: 2,
  deaf: 4,
  book: 8,
  deliver: 6,
  lose: 2,
  time: 10,
}

export const step = fc.record({
  what: fc.oneof(
    ...Object.entries(kinds).map(([what, weight]) => ({ arbitrary: fc.constant(what), weight })),
  ),
  n: fc.nat(1000),
  m: fc.nat(1000),
  again: fc.boolean(),
})

const pick = <T>(list: T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const wishes = [
  '律师',
  '1',
  '2',
  '3',
  '预约',
  '改期',
  '取消',
  '别的时间',
  '重来',
  'English',
  '下一步',
  '人工',
]

export function happeningOf(model: Model, { what, n, m }: Step, secret: string): Happening | null {
  const contact = contacts[n % contacts.length] as ContactRef
  const legs = [...model.legs.values()]
  const leg = pick(legs.slice(-8), n)
  const offer = pick([...model.offers.values()].slice(-8), n)
  const conversation = pick([...model.conversations.values()].slice(-6), n)
  const held = pick(
    [...model.conversations.values()].filter((c) => c.lawyer),
    n,
  )
  const due = pick(model.due(), n)
  switch (what) {
    case 'write':
      return { type: 'client.wrote', contact, language: null, words: secret }
    case 'wish':
      return {
        type: 'client.wrote',
        contact,
        language: 'zh-CN',
        words: wishes[m % wishes.length] ?? '',
      }
    case 'picture':
      return { type: 'client.wrote', contact, language: null, words: null }
    case 'open':
      return model.contacts.has(`web${n}`)
        ? null
        : {
            type: 'chat.opened',
            contact: { id: `web${n}`, channel: 'webchat', address: '' },
            language: 'zh-CN',
          }
    case 'call':
      return model.legs.has(`CA${n}`)
        ? null
        : { type: 'call.arrived', contact: callers[m % 3] ?? null, leg: `CA${n}`, to: '' }
    case 'key':
    case 'fetch':
      return leg
        ? {
            type: 'leg.stepped',
            leg: leg.id,
            sid: `sid-${leg.id}`,
            step: Math.max(0, leg.step - (m % 5 === 0 ? 1 : 0)),
            digits: what === 'key' ? ('11233902*56'[m % 11] ?? '') : '',
            speech: what === 'fetch' && m % 11 === 0 ? secret : '',
          }
        : null
    // Otherwise hardly any two would ever come to speak.
    case 'ahead': {
      const on = pick(
        legs.filter(
          ({ at, state }) => state !== 'ended' && ['menu', 'whisper', 'queue'].includes(String(at)),
        ),
        n,
      )
      return on
        ? {
            type: 'leg.stepped',
            leg: on.id,
            sid: `sid-${on.id}`,
            step: on.step,
            digits: on.state === 'placing' || on.at === 'queue' ? '' : '1',
            speech: '',
          }
        : null
    }
    case 'hangup':
      return leg ? { type: 'leg.ended', leg: leg.id, status: 'completed' } : null
    case 'take':
      return offer
        ? {
            type: 'offer.accepted',
            offer: offer.id,
            lawyer: m % 9 ? offer.lawyer : 'off',
            via: m % 2 ? 'browser' : 'telegram',
          }
        : null
    case 'pass':
      return offer
        ? {
            type: 'offer.passed',
            offer: offer.id,
            lawyer: offer.lawyer,
            reason: m % 3 ? 'busy' : 'conflict',
            via: 'browser',
          }
        : null
    case 'hand': {
      const talking = legs.filter(
        ({ party, at, state }) => party === 'lawyer' && at === 'join' && state === 'answered',
      )
      const call = model.conversations.get(pick(talking, n)?.conversation ?? '')
      const one = m % 2 && call?.lawyer ? call : held
      const to = people[m % people.length] ?? 'b'
      return one?.lawyer
        ? { type: 'conversation.handed', conversation: one.id, lawyer: one.lawyer, to }
        : null
    }
    case 'answer':
      return held?.lawyer
        ? {
            type: 'lawyer.wrote',
            conversation: m % 2 ? held.id : null,
            lawyer: m % 7 ? held.lawyer : 'b',
            words: secret,
            via: m % 2 ? 'browser' : 'telegram',
          }
        : null
    case 'record':
      return held?.lawyer
        ? {
            type: 'record.kept',
            conversation: held.id,
            lawyer: held.lawyer,
            fields: { charge: secret, question: secret, answer: m % 3 ? secret : ' ' },
          }
        : null
    case 'close':
      return held?.lawyer
        ? {
            type: 'conversation.closed',
            conversation: held.id,
            lawyer: held.lawyer,
            outcome: 'answered',
          }
        : null
    case 'assign':
      return conversation
        ? {
            type: 'conversation.assigned',
            conversation: conversation.id,
            lawyer: people[m % people.length] ?? 'a',
            coordinator: 'chen',
          }
        : null
    case 'presence':
      return {
        type: 'presence.set',
        lawyer: people[n % 3] ?? 'a',
        presence: (['on', 'pause', 'off'] as const)[m % 3] ?? 'on',
        until: m % 2 ? model.now + m * 1000 : null,
        via: 'browser',
      }
    case 'read':
      return conversation
        ? {
            type: 'conversation.read',
            conversation: conversation.id,
            reader: 'chen',
            role: 'coordinator',
            reason: '投诉',
          }
        : null
    case 'rota':
      return {
        type: 'rota.asked',
        ...rotaAct(model, n, m),
      }
    case 'deaf':
      return leg?.party === 'lawyer'
        ? {
            type: 'leg.ended',
            leg: leg.id,
            status: (['no-answer', 'failed', 'busy'] as const)[m % 3] ?? 'failed',
          }
        : null
    case 'book':
      return bookingOf(model, n, m, contact)
    case 'deliver':
      return due
        ? { type: 'delivery.done', item: due.key, receipt: m % 9 ? `r-${due.key}` : null }
        : null
    case 'lose':
      return due
        ? { type: 'delivery.failed', item: due.key, code: m % 2 ? 'call_gone' : 'twilio_21211' }
        : null
    default:
      return null
  }
}
