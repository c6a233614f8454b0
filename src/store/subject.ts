import { sql } from 'kysely'
import { conversationIn } from '../desk/dossier/act.ts'
import type { Event } from '../desk/event.ts'
import { conversationOfAppointment } from './appointment.ts'
import type { Db } from './engine.ts'
import { requestById } from './model-request.ts'
import type { ConversationTable } from './schema.ts'
import { slot, statement } from './statement.ts'

/** Which conversation an event is about. */

const conversationById = statement((db) =>
  db.selectFrom('conversation').selectAll().where('id', '=', slot<string>(0)),
)
const latestOfContact = statement((db) =>
  db
    .with(
      (name) => name('own').materialized(),
      (q) =>
        q
          .selectFrom('conversation')
          .selectAll()
          .where('contact', '=', slot<string>(0))
          .where('channel', '=', slot<string>(1)),
    )
    .selectFrom('own')
    .selectAll()
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
)
export const lawyerStateById = statement((db) =>
  db.selectFrom('lawyer_state').selectAll().where('lawyer', '=', slot<string>(0)),
)

export const outboxRow = statement((db) =>
  db
    .selectFrom('outbox')
    .select(['key', 'recipient', 'act', 'channel', 'conversation'])
    .where('key', '=', slot<string>(0)),
)
export async function subjectOf(tx: Db, event: Event): Promise<ConversationTable | null> {
  switch (event.type) {
    case 'client.wrote':
      return (await latestOfContact(tx, event.contact.id, event.contact.channel))[0] ?? null
    case 'lawyer.wrote':
      if (event.conversation !== null) return byId(tx, event.conversation)
      return byId(tx, await meantBy(tx, event.lawyer, event.replyTo))
    case 'record.kept':
    case 'conversation.closed':
    case 'conversation.assigned':
    case 'conversation.read':
    case 'assist.asked':
    case 'assist.sent':
    case 'assist.answered':
    case 'assist.used':
    case 'conversation.handed':
    case 'conversation.flagged':
    case 'colleague.asked':
    case 'colleague.answered':
    case 'colleague.parted':
    case 'client.referred':
    case 'backup.called':
    case 'conversation.forget':
    case 'client.corrected':
      return byId(tx, event.conversation)
    case 'offer.accepted':
    case 'offer.passed':
      return byId(tx, await conversationOfRow(tx, 'offer', event.offer))
    case 'leg.stepped':
    case 'leg.ended':
      return byId(tx, await conversationOfRow(tx, 'leg', event.leg))
    case 'delivery.done':
    case 'delivery.failed':
      return byId(tx, (await outboxRow(tx, event.item))[0]?.conversation ?? null)
    case 'timer.fired':
      return byId(tx, await subjectOfTimer(tx, event.timer.kind, event.timer.subject))
    case 'call.arrived':
      if (event.contact === null || event.lawyer !== undefined) return null
      return (await latestOfContact(tx, event.contact.id, 'phone'))[0] ?? null
    case 'appointment.asked':
      return byId(
        tx,
        event.conversation ??
          (event.appointment === undefined
            ? null
            : await conversationOfAppointment(tx, event.appointment)),
      )
    case 'dossier.asked':
      return byId(tx, conversationIn(event.act))
    case 'chat.opened':
    case 'presence.set':
    case 'desk.imported':
    case 'rota.asked':
    case 'publication.seen':
    case 'staff.told':
    case 'settings.changed':
    case 'channel.tested':
    case 'push.asked':
      return null
  }
}

const byId = async (tx: Db, id: string | null): Promise<ConversationTable | null> =>
  id === null ? null : ((await conversationById(tx, id))[0] ?? null)

const aboutNoConversation = new Set([
  'wrapup',
  'presence',
  'queue',
  'notice',
  'shift',
  'drill',
  'calendar',
  'deadline',
  'retention',
])

async function subjectOfTimer(tx: Db, kind: string, subject: string): Promise<string | null> {
  if (aboutNoConversation.has(kind)) return null
  if (kind === 'assist') return (await requestById(tx, subject))?.conversation ?? null
  if (kind === 'appointment' || kind === 'reminder' || kind === 'hold') {
    return conversationOfAppointment(tx, subject.split('/')[0] ?? '')
  }
  return kind === 'offer' ? conversationOfRow(tx, 'offer', subject) : subject
}

const offerConversation = statement((db) =>
  db.selectFrom('offer').select('conversation').where('id', '=', slot<string>(0)),
)
const legConversation = statement((db) =>
  db.selectFrom('leg').select('conversation').where('id', '=', slot<string>(0)),
)
async function conversationOfRow(tx: Db, what: 'offer' | 'leg', id: string) {
  const rows = await (what === 'offer' ? offerConversation : legConversation)(tx, id)
  return rows[0]?.conversation ?? null
}

const repliedTo = statement((db) =>
  db
    .selectFrom('outbox')
    .select('conversation')
    .where('lane', '=', slot<string>(0))
    .where('receipt', '=', slot<string>(1))
    .where('conversation', 'is not', null)
    .limit(sql.lit(1)),
)
/** The conversation of the message replied to, or the one taken or answered last. */
async function meantBy(tx: Db, lawyer: string, replyTo?: string): Promise<string | null> {
  if (replyTo !== undefined) {
    const rows = await repliedTo(tx, `telegram:lawyer:${lawyer}`, replyTo)
    if (rows[0]?.conversation) return rows[0].conversation
  }
  return (await lawyerStateById(tx, lawyer))[0]?.recent ?? null
}
