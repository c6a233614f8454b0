import { sql } from 'kysely'
import type { Event } from '../desk/event.ts'
import type { Snapshot } from '../desk/snapshot.ts'
import type { ConsultationRecord } from '../desk/state.ts'
import { loadCalendar } from './appointment.ts'
import type { Db } from './engine.ts'
import { expiredOf } from './expired.ts'
import type { Keys } from './keys.ts'
import { lineFor } from './ledger.ts'
import { requestById } from './model-request.ts'
import { papersFor } from './paper.ts'
import { conversationOf, conversationValues, lawyerStateOf, legOf, offerOf } from './row.ts'
import type { ConversationTable, Schema } from './schema.ts'
import { slot, statement } from './statement.ts'
import { lawyerStateById, outboxRow, subjectOf } from './subject.ts'

/** Loads what a decision may see: the event's subject, or the whole floor when the decision asks for it. */

/** How far a decision may look: the subject alone, the whole floor, or the floor and all appointments. */
export const reaches = ['subject', 'floor', 'calendar'] as const

export type Reach = (typeof reaches)[number]

/** The parts of a snapshot that are not rows of this event. */
export type House = Pick<Snapshot, 'desk' | 'content' | 'channels' | 'assist' | 'publicUrl'>

const clientOfContact = statement((db) =>
  db
    .selectFrom('client')
    .select(['id', 'pseudonym'])
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('contact').select('client').where('contact.id', '=', slot<string>(0)),
    ),
)
const offersOf = statement((db) =>
  db.selectFrom('offer').selectAll().where('conversation', '=', slot<string>(0)),
)
const legsOf = statement((db) =>
  db
    .selectFrom('leg')
    .selectAll()
    .where('conversation', '=', slot<string>(0))
    .where('state', '<>', 'ended'),
)
export async function load(
  tx: Db,
  keys: Keys,
  house: House,
  event: Event,
  reach: Reach,
  at: number,
): Promise<Snapshot> {
  const whole = reach !== 'subject'
  const subject = await subjectOf(tx, event)
  const snapshot: Snapshot = {
    ...house,
    floor: whole,
    subject: subject?.id ?? null,
    client: await clientOf(tx, event),
    conversations: [],
    offers: [],
    legs: [],
    lawyers: [],
    conflicts: [],
    record: null,
    heard: [],
    request: await requestFor(tx, event),
    calendar: null,
    papers: await papersFor(tx, keys, event),
    line: await lineFor(tx, keys, event),
    item: await itemOf(tx, event),
    pass: null,
  }
  const added = new Set<string>()
  const add = (row: ConversationTable): void => {
    if (added.has(row.id)) return
    added.add(row.id)
    const conversation = conversationOf(row)
    keys.know(row.id, row.sealed_key, conversationValues(conversation, row.sealed_key))
    snapshot.conversations.push(conversation)
  }
  if (subject) add(subject)
  const to = subject?.contact ?? ('contact' in event ? (event.contact?.id ?? null) : null)
  if (to !== null && (event.type === 'client.wrote' || event.type === 'leg.stepped')) {
    snapshot.pass = keys.passFor(to, at)
  }
  if (whole) await loadFloor(tx, snapshot, add)
  else await loadSubject(tx, snapshot, event)
  if (reach === 'calendar') snapshot.calendar = await loadCalendar(tx, keys, add)
  await loadLeg(tx, snapshot, event)
  if (event.type === 'timer.fired' && event.timer.kind === 'retention') {
    snapshot.expired = await expiredOf(tx, house.desk, event.timer.dueAt)
  }
  if (subject && wantsRecord(event)) snapshot.record = await recordOf(tx, keys, subject.id)
  if (subject && event.type === 'offer.accepted')
    snapshot.heard = await heardOf(tx, keys, subject.id)
  return snapshot
}

const wantsRecord = ({ type }: Event): boolean =>
  type === 'record.kept' || type === 'conversation.closed' || type === 'dossier.asked'

async function requestFor(tx: Db, event: Event): Promise<Snapshot['request']> {
  if (event.type === 'timer.fired') {
    return event.timer.kind === 'assist' ? requestById(tx, event.timer.subject) : null
  }
  return 'request' in event ? requestById(tx, event.request) : null
}

async function itemOf(tx: Db, event: Event): Promise<Snapshot['item']> {
  if (event.type !== 'delivery.done' && event.type !== 'delivery.failed') return null
  const row = (await outboxRow(tx, event.item))[0]
  if (!row) return null
  return {
    key: row.key,
    to: row.recipient === null ? null : JSON.parse(row.recipient),
    act: JSON.parse(row.act),
    channel: row.channel as NonNullable<Snapshot['item']>['channel'],
  }
}

async function clientOf(tx: Db, event: Event): Promise<Snapshot['client']> {
  if (!('contact' in event) || event.type === 'chat.opened') return null
  return event.contact ? ((await clientOfContact(tx, event.contact.id))[0] ?? null) : null
}

async function loadSubject(tx: Db, snapshot: Snapshot, event: Event): Promise<void> {
  const { subject } = snapshot
  if (subject === null) return
  if (event.type === 'client.wrote') return
  if (event.type === 'lawyer.wrote') {
    snapshot.lawyers = (await lawyerStateById(tx, event.lawyer)).map(lawyerStateOf)
    return
  }
  snapshot.offers = (await offersOf(tx, subject)).map(offerOf)
  snapshot.legs = (await legsOf(tx, subject)).map(legOf)
}

const legById = statement((db) =>
  db.selectFrom('leg').selectAll().where('id', '=', slot<string>(0)),
)
/** The event's own leg, even where it has ended: a late webhook is still to be answered. */
async function loadLeg(tx: Db, snapshot: Snapshot, event: Event): Promise<void> {
  const act = snapshot.item?.act
  const id = 'leg' in event ? event.leg : act && 'leg' in act ? act.leg : null
  if (id === null || snapshot.legs.some((leg) => leg.id === id)) return
  snapshot.legs.push(...(await legById(tx, id)).map(legOf))
}

const live = statement((db) =>
  db
    .selectFrom('conversation')
    .selectAll()
    .where(sql<boolean>`state in ('waiting', 'active', 'promised')`),
)
const offersInPlay = statement((db) =>
  db
    .selectFrom('offer')
    .selectAll('offer')
    .where((eb) =>
      eb.or([
        eb(sql.ref('offer.state'), '=', sql.lit('open')),
        eb(
          'offer.conversation',
          'in',
          eb
            .selectFrom('conversation')
            .select('id')
            .where(sql<boolean>`conversation.state in ('waiting', 'active', 'promised')`),
        ),
      ]),
    ),
)
const liveLegs = statement((db) =>
  db.selectFrom('leg').selectAll().where(sql<boolean>`state <> 'ended'`),
)
const lawyerStates = statement((db) => db.selectFrom('lawyer_state').selectAll())
const conflicts = statement((db) => db.selectFrom('conflict').select(['client', 'lawyer']))

async function loadFloor(
  tx: Db,
  snapshot: Snapshot,
  add: (row: ConversationTable) => void,
): Promise<void> {
  for (const row of await live(tx)) if (row.id !== snapshot.subject) add(row)
  const offers = await offersInPlay(tx)
  const known = new Set(offers.map(({ id }) => id))
  if (snapshot.subject) {
    for (const row of await offersOf(tx, snapshot.subject)) if (!known.has(row.id)) offers.push(row)
  }
  snapshot.offers = offers.map(offerOf)
  snapshot.legs = (await liveLegs(tx)).map(legOf)
  snapshot.lawyers = (await lawyerStates(tx)).map(lawyerStateOf)
  snapshot.conflicts = await conflicts(tx)
}

const recordRow = statement((db) =>
  db
    .selectFrom('record')
    .innerJoin('content', 'content.id', 'record.content')
    .select(['content.id', 'content.sealed'])
    .where('record.conversation', '=', slot<string>(0)),
)
export async function recordOf(
  tx: Db,
  keys: Keys,
  conversation: string,
): Promise<ConsultationRecord | null> {
  const row = (await recordRow(tx, conversation))[0] as
    | Pick<Schema['content'], 'id' | 'sealed'>
    | undefined
  const text = row && (await keys.open(conversation, row.id, row.sealed))
  return text ? (JSON.parse(text) as ConsultationRecord) : null
}

const clientWords = statement((db) =>
  db
    .selectFrom('event')
    .innerJoin('content', 'content.id', 'event.content')
    .select(['content.id', 'content.sealed'])
    .where('event.conversation', '=', slot<string>(0))
    .where('event.type', '=', 'message')
    .where('event.actor', '=', 'client')
    .orderBy('event.seq'),
)
async function heardOf(tx: Db, keys: Keys, conversation: string): Promise<Snapshot['heard']> {
  const heard: Snapshot['heard'] = []
  for (const { id, sealed } of await clientWords(tx, conversation)) {
    const text = await keys.open(conversation, id, sealed)
    if (text !== null) heard.push({ content: id, length: text.length })
  }
  return heard
}
