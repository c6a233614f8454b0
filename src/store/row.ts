import type { Selectable } from 'kysely'
import {
  type Conversation,
  type LawyerState,
  type Leg,
  noWalk,
  type Offer,
  type Script,
  type Timer,
  type TimerKind,
} from '../desk/state.ts'
import type { ConversationTable, LegTable, OfferTable, Schema } from './schema.ts'
import { update, upsert } from './statement.ts'

/** The desk's rows as the tables hold them, and back. */

type Rest = Pick<
  Conversation,
  | 'viaTelegram'
  | 'prefers'
  | 'helped'
  | 'pledge'
  | 'recalls'
  | 'wantsAppointment'
  | 'flags'
  | 'reserved'
  | 'position'
  | 'walk'
  | 'intake'
  | 'urgent'
  | 'choices'
  | 'puzzled'
  | 'place'
  | 'pace'
  | 'refusesMachine'
  | 'machineTold'
  | 'machineReads'
  | 'monitoredTold'
  | 'consent'
  | 'colleague'
>

const conversationColumns = [
  'id',
  'client',
  'pseudonym',
  'contact',
  'channel',
  'language',
  'state',
  'station',
  'lawyer',
  'opened_at',
  'waiting_since',
  'round_since',
  'taken_at',
  'ended_at',
  'closed_at',
  'ending',
  'unanswered_since',
  'rest',
  'sealed_key',
  'colleague',
  'asked_colleague',
] as const

export const addConversation = upsert('conversation', conversationColumns, null)
export const changeConversation = update('conversation', conversationColumns)

export function conversationValues(row: Conversation, sealedKey: Uint8Array | null): unknown[] {
  const rest: Rest = {
    viaTelegram: row.viaTelegram,
    prefers: row.prefers,
    helped: row.helped,
    pledge: row.pledge,
    recalls: row.recalls,
    wantsAppointment: row.wantsAppointment,
    flags: row.flags,
    reserved: row.reserved,
    position: row.position,
    walk: row.walk,
    intake: row.intake,
    urgent: row.urgent,
    choices: row.choices,
    puzzled: row.puzzled,
    place: row.place,
    pace: row.pace,
    ...given(row, [
      'refusesMachine',
      'machineTold',
      'machineReads',
      'monitoredTold',
      'consent',
      'colleague',
    ]),
  }
  return [
    row.id,
    row.client,
    row.pseudonym,
    row.contact,
    row.channel,
    row.language,
    row.state,
    row.station,
    row.lawyer,
    row.openedAt,
    row.waitingSince,
    row.roundSince,
    row.takenAt,
    row.endedAt,
    row.closedAt,
    row.ending,
    row.unansweredSince,
    JSON.stringify(rest),
    sealedKey,
    row.colleague?.joinedAt ? row.colleague.lawyer : null,
    row.colleague && !row.colleague.joinedAt ? row.colleague.lawyer : null,
  ]
}

/** Without those it has none of. */
const given = <K extends keyof Conversation>(
  row: Conversation,
  names: K[],
): Partial<Pick<Conversation, K>> =>
  Object.fromEntries(
    names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]),
  ) as Partial<Pick<Conversation, K>>

export function conversationOf(row: Selectable<ConversationTable>): Conversation {
  // Rows written before these were kept have none.
  const later: Partial<Rest> = {
    walk: noWalk,
    intake: {},
    urgent: false,
    flags: [],
    reserved: null,
  }
  const rest = { ...later, ...(JSON.parse(row.rest) as object) } as Rest
  return {
    id: row.id,
    client: row.client,
    pseudonym: row.pseudonym,
    contact: row.contact,
    channel: row.channel as Conversation['channel'],
    language: row.language as Conversation['language'],
    state: row.state as Conversation['state'],
    station: row.station,
    lawyer: row.lawyer,
    openedAt: row.opened_at,
    waitingSince: row.waiting_since,
    roundSince: row.round_since,
    takenAt: row.taken_at,
    endedAt: row.ended_at,
    closedAt: row.closed_at,
    ending: row.ending as Conversation['ending'],
    unansweredSince: row.unanswered_since,
    ...rest,
  }
}

export const saveOffer = upsert(
  'offer',
  [
    'id',
    'conversation',
    'lawyer',
    'method',
    'state',
    'tier',
    'offered_at',
    'expires_at',
    'ended_at',
    'reason',
    'notice',
  ],
  'id',
)

export const offerValues = (row: Offer): unknown[] => [
  row.id,
  row.conversation,
  row.lawyer,
  row.method,
  row.state,
  row.tier,
  row.offeredAt,
  row.expiresAt,
  row.endedAt,
  row.reason,
  row.notice,
]

export const offerOf = (row: Selectable<OfferTable>): Offer => ({
  id: row.id,
  conversation: row.conversation,
  lawyer: row.lawyer,
  method: row.method as Offer['method'],
  state: row.state as Offer['state'],
  tier: row.tier as Offer['tier'],
  offeredAt: row.offered_at,
  expiresAt: row.expires_at,
  endedAt: row.ended_at,
  reason: row.reason as Offer['reason'],
  notice: row.notice,
})

export const saveLeg = upsert(
  'leg',
  [
    'id',
    'sid',
    'conversation',
    'party',
    'lawyer',
    'offer',
    'state',
    'at',
    'step',
    'script',
    'started_at',
    'ended_at',
  ],
  'id',
)

export const legValues = (row: Leg): unknown[] => [
  row.id,
  row.sid,
  row.conversation,
  row.party,
  row.lawyer,
  row.offer,
  row.state,
  row.at,
  row.step,
  row.script && JSON.stringify(row.script),
  row.startedAt,
  row.endedAt,
]

export const legOf = (row: Selectable<LegTable>): Leg => ({
  id: row.id,
  sid: row.sid,
  conversation: row.conversation,
  party: row.party as Leg['party'],
  lawyer: row.lawyer,
  offer: row.offer,
  state: row.state as Leg['state'],
  at: row.at as Leg['at'],
  step: row.step,
  script: row.script === null ? null : (JSON.parse(row.script) as Script),
  startedAt: row.started_at,
  endedAt: row.ended_at,
})

export const saveLawyerState = upsert(
  'lawyer_state',
  ['lawyer', 'presence', 'until', 'idle_since', 'wrap_until', 'recent', 'rest'],
  'lawyer',
)

export function lawyerStateValues(row: LawyerState): unknown[] {
  const { lawyer, presence, until, idleSince, wrapUntil, recent, ...rest } = row
  return [lawyer, presence, until, idleSince, wrapUntil, recent, JSON.stringify(rest)]
}

type Rested = Pick<LawyerState, 'missed' | 'pausedBy' | 'noticedAt' | 'held'>

export const lawyerStateOf = (row: Selectable<Schema['lawyer_state']>): LawyerState => ({
  lawyer: row.lawyer,
  presence: row.presence as LawyerState['presence'],
  until: row.until,
  idleSince: row.idle_since,
  wrapUntil: row.wrap_until,
  recent: row.recent,
  push: false,
  ...(JSON.parse(row.rest) as Rested),
})

export const saveTimer = upsert('timer', ['id', 'kind', 'subject', 'due_at'], 'id')

export const timerOf = (row: Selectable<Schema['timer']>): Timer => ({
  id: row.id,
  kind: row.kind as TimerKind,
  subject: row.subject,
  dueAt: row.due_at,
})
