import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import type { Conversation } from '../state.ts'
import { giveNotice, openConversation } from '../talk/open.ts'
import type { Turn } from '../turn.ts'
import type { Appointment } from './appointment.ts'
import { book, cancel, confirm, hold, move, slotFor, wait } from './book.ts'
import { note } from './keep.ts'
import { propose } from './propose.ts'
import { tellWaiting } from './waiting-list.ts'

/** Somebody asks something about an appointment: a page, a colleague, an app. */
export function appointmentAsked(turn: Turn, event: EventOf<'appointment.asked'>): Fault | null {
  turn.calendar()
  const { act, by } = event
  switch (act.do) {
    case 'book': {
      const row = turn.subject
      if (!row) return fault('not_found')
      const slot = slotFor(turn, row, act.slot)
      if (!slot) return fault('slot_gone')
      book(turn, row, slot, by, act.id)
      return null
    }
    case 'hold': {
      const slot = slotFor(turn, null, act.slot)
      if (!slot) return fault('slot_gone')
      hold(turn, slot, { id: act.id })
      return null
    }
    case 'confirm': {
      const held = appointmentOf(turn, event)
      if (held?.state !== 'held' || (held.heldUntil ?? 0) <= turn.now) return fault('slot_gone')
      const row = whose(turn, event)
      if (!row) return fault('not_found')
      if (turn.inConflict(row.client, held.lawyer)) return fault('slot_gone')
      confirm(turn, held, row, act.method, by)
      return null
    }
    case 'move': {
      const one = appointmentOf(turn, event)
      return one ? move(turn, one, act.slot, by) : fault('appointment_over')
    }
    case 'cancel': {
      const one = appointmentOf(turn, event)
      return one ? cancel(turn, one, by) : fault('appointment_over')
    }
    case 'propose':
      return propose(turn, act.slots, by)
    case 'wait': {
      const row = whose(turn, event)
      if (!row) return fault('not_found')
      tellWaiting(turn, row, wait(turn, row, act.day, by, act.id))
      return null
    }
    case 'settle': {
      const one = appointmentOf(turn, event)
      if (!one) return fault('appointment_over')
      note(turn, 'settled', turn.putAppointment(one, { alert: null }), by)
      return null
    }
  }
}

const appointmentOf = (turn: Turn, event: EventOf<'appointment.asked'>): Appointment | null =>
  event.appointment === undefined ? null : turn.appointment(event.appointment)

/** The conversation asked for, or a new one for somebody new. */
function whose(turn: Turn, event: EventOf<'appointment.asked'>): Conversation | null {
  const { contact, language } = event
  if (event.conversation !== undefined) return turn.conversation(event.conversation)
  if (!contact) return null
  const row = openConversation(turn, contact.channel, contact, language ?? turn.desk.language)
  return contact.channel === 'webchat' ? giveNotice(turn, row) : row
}
