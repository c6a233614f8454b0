import { randomBytes } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { type Appointment, type Calendar, fills } from '../desk/appointment/appointment.ts'
import type { Db } from './engine.ts'
import type { Keys } from './keys.ts'
import type { ConversationTable, Schema } from './schema.ts'
import { slot, statement, upsert } from './statement.ts'

/** Appointments as rows, the minutes they fill, and what a decision about them may see. */

const MINUTE = 60_000

type Rest = Pick<
  Appointment,
  | 'station'
  | 'method'
  | 'busyUntil'
  | 'sequence'
  | 'createdAt'
  | 'heldUntil'
  | 'flags'
  | 'tries'
  | 'wish'
>

const save = upsert(
  'appointment',
  [
    'id',
    'conversation',
    'client',
    'lawyer',
    'state',
    'from_at',
    'to_at',
    'alert',
    'link',
    'sealed_token',
    'rest',
  ],
  'id',
)

const free = statement((db) =>
  db.deleteFrom('appointment_minute').where('appointment', '=', slot<string>(0)),
)

export async function saveAppointment(tx: Db, keys: Keys, row: Appointment): Promise<void> {
  const { id, conversation, client, lawyer, state, from, to, alert, token, ...others } = row
  const rest: Rest = others
  await save(tx, [
    id,
    conversation,
    client,
    lawyer,
    state,
    from,
    to,
    alert,
    token && keys.hashOf('appointment', token),
    token && keys.sealAddress(id, token),
    JSON.stringify(rest),
  ])
  await free(tx, id)
  if (fills(state)) await fill(tx, row)
}

/** Fails where any of these minutes of the lawyer's is another's. */
async function fill(tx: Db, { id, lawyer, from, busyUntil }: Appointment): Promise<void> {
  const first = Math.floor(from / MINUTE)
  const end = Math.ceil(busyUntil / MINUTE)
  await sql`insert into appointment_minute (lawyer, minute, appointment)
    with recursive minutes (n) as (
      select cast(${first} as bigint) union all select n + 1 from minutes where n + 1 < ${end}
    ) select cast(${lawyer} as text), n, cast(${id} as text) from minutes`.execute(tx)
}

export const appointmentOf = (
  row: Selectable<Schema['appointment']>,
  keys: Pick<Keys, 'openAddress'> | null,
): Appointment => ({
  id: row.id,
  conversation: row.conversation,
  client: row.client,
  lawyer: row.lawyer,
  state: row.state as Appointment['state'],
  from: Number(row.from_at),
  to: Number(row.to_at),
  alert: row.alert as Appointment['alert'],
  token: row.sealed_token && keys ? keys.openAddress(row.id, row.sealed_token) : null,
  ...(JSON.parse(row.rest) as Rest),
})

/** What may still change, or a coordinator has yet to see to. */
const LIVE = sql<boolean>`(appointment.state in ('held', 'wanted', 'booked', 'begun')
  or appointment.alert is not null)`

const live = statement((db) => db.selectFrom('appointment').selectAll().where(LIVE))
const byId = statement((db) =>
  db.selectFrom('appointment').selectAll().where('id', '=', slot<string>(0)),
)
const conversationsOfLive = statement((db) =>
  db
    .selectFrom('conversation')
    .selectAll()
    .where('id', 'in', (eb) =>
      eb.selectFrom('appointment').select('conversation').where(LIVE).$castTo<string>(),
    ),
)

/** `add`: takes up the conversations appointments belong to, whatever state those are in. */
export async function loadCalendar(
  tx: Db,
  keys: Keys,
  add: (row: ConversationTable) => void,
): Promise<Calendar> {
  for (const row of await conversationsOfLive(tx)) add(row)
  const rows = await live(tx)
  return {
    appointments: rows.map((row) => appointmentOf(row, keys)),
    token: randomBytes(24).toString('base64url'),
  }
}

export const conversationOfAppointment = async (tx: Db, id: string): Promise<string | null> =>
  (await byId(tx, id))[0]?.conversation ?? null
