import type { AppointmentAct, AskedBy } from '../../src/desk/appointment/act.ts'
import { slotsOf } from '../../src/desk/appointment/slots.ts'
import type { ContactRef, Happening } from '../../src/desk/event.ts'
import type { Model } from './model.ts'

/** Something asked about an appointment, sound or not: a slot that is free, or one that was never there. */

const pick = <T>(list: T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

const askers: AskedBy[] = [
  { role: 'client', id: null },
  { role: 'coordinator', id: 'chen' },
  { role: 'lawyer', id: 'a' },
]

export function bookingOf(model: Model, n: number, m: number, contact: ContactRef): Happening {
  const appointments = [...model.appointments.values()]
  // Close to one another, so that they meet.
  const slots = slotsOf(model.desk, m % 5 ? appointments : [], model.now).slice(0, 12)
  const slot = pick(slots, n)?.id ?? 'none-0-30'
  const id = `appointment-${appointments.length}-${model.log.length}`
  const acts: AppointmentAct[] = [
    { do: 'book', id, slot },
    { do: 'book', id, slot },
    { do: 'hold', id, slot },
    { do: 'confirm', method: 'phone' },
    { do: 'move', slot },
    { do: 'cancel' },
    { do: 'propose', slots: slots.slice(0, 3).map((one) => one.id) },
    { do: 'wait', id, day: null },
    { do: 'settle' },
  ]
  const conversation = pick([...model.conversations.values()].slice(-6), m)?.id
  const appointment = pick(appointments.slice(-6), n)?.id
  return {
    type: 'appointment.asked',
    by: pick(askers, n) as AskedBy,
    act: acts[m % acts.length] as AppointmentAct,
    ...(conversation && n % 4 ? { conversation } : { contact }),
    ...(appointment ? { appointment } : {}),
  }
}
