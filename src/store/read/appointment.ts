import { sql } from 'kysely'
import type { Appointment } from '../../desk/appointment/appointment.ts'
import { appointmentOf } from '../appointment.ts'
import type { Db } from '../engine.ts'
import { Keys } from '../keys.ts'
import type { Seal } from '../seal.ts'

/** Appointments as people get to see them. */

const FILLS = sql<boolean>`state in ('held', 'booked', 'begun')`

/** What fills lawyers' time between these. */
export async function takenBetween(db: Db, from: number, to: number): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where(FILLS)
    .where('from_at', '<', to)
    // Nothing booked lasts longer than a day.
    .where('from_at', '>', from - 86_400_000)
    .execute()
  return rows.map((row) => appointmentOf(row, null))
}

export interface AppointmentView extends Appointment {
  /** Pseudonym; null for a hold. */
  pseudonym: string | null
  channel: string | null
}

interface Filter {
  from: number
  to: number
  lawyer?: string | undefined
  conversation?: string | undefined
}

/** In the order of their time; alerts a coordinator has yet to see to, and the waiting list, whatever their time. */
export async function listAppointments(db: Db, filter: Filter): Promise<AppointmentView[]> {
  let query = db
    .selectFrom('appointment')
    .leftJoin('conversation', 'conversation.id', 'appointment.conversation')
    .selectAll('appointment')
    .select(['conversation.pseudonym', 'conversation.channel'])
    .where('appointment.state', 'not in', ['held', 'lapsed'])
    .where((eb) =>
      eb.or([
        eb('appointment.alert', 'is not', null),
        eb('appointment.state', '=', 'wanted'),
        eb.and([
          eb('appointment.from_at', '>=', filter.from),
          eb('appointment.from_at', '<', filter.to),
        ]),
      ]),
    )
    .orderBy('appointment.from_at')
    .orderBy('appointment.id')
    .limit(1000)
  if (filter.lawyer !== undefined) query = query.where('appointment.lawyer', '=', filter.lawyer)
  if (filter.conversation !== undefined) {
    query = query.where('appointment.conversation', '=', filter.conversation)
  }
  const rows = await query.execute()
  return rows.map(({ pseudonym, channel, ...row }) => ({
    ...appointmentOf(row, null),
    pseudonym,
    channel,
  }))
}

/** Its link's token only for whoever gives the key. */
export async function appointmentById(
  db: Db,
  id: string,
  seal: Seal | null = null,
): Promise<Appointment | null> {
  const row = await db.selectFrom('appointment').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? appointmentOf(row, seal && new Keys(db, seal)) : null
}

/** The one a private link leads to; null for a token nobody was given. */
export async function appointmentByToken(
  db: Db,
  seal: Seal,
  token: string,
): Promise<Appointment | null> {
  const row = await db
    .selectFrom('appointment')
    .selectAll()
    .where('link', '=', seal.lookup('appointment', token))
    .executeTakeFirst()
  return row ? appointmentOf(row, new Keys(db, seal)) : null
}

/** Lawyers who are to meet this conversation's client, or just did. */
export async function appointedTo(db: Db, conversation: string): Promise<string[]> {
  const rows = await db
    .selectFrom('appointment')
    .select('lawyer')
    .where('conversation', '=', conversation)
    .where('state', 'in', ['booked', 'begun'])
    .execute()
  return rows.map(({ lawyer }) => lawyer)
}

/** Lawyers who may not help this conversation's client. */
export async function inConflictWith(db: Db, conversation: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conflict')
    .innerJoin('conversation', 'conversation.client', 'conflict.client')
    .select('conflict.lawyer')
    .where('conversation.id', '=', conversation)
    .execute()
  return rows.map(({ lawyer }) => lawyer)
}

/** What slots for this client depend on. */
export async function clientOf(
  db: Db,
  conversation: string,
): Promise<{ channel: string; contact: string | null; known: string | null } | null> {
  const row = await db
    .selectFrom('conversation')
    .select(['channel', 'contact', 'lawyer', 'rest'])
    .where('id', '=', conversation)
    .executeTakeFirst()
  if (!row) return null
  const { helped = null } = JSON.parse(row.rest) as { helped?: string | null }
  return { channel: row.channel, contact: row.contact, known: row.lawyer ?? helped }
}
