import type { Generated } from 'kysely'
import type { AssistTables } from './assist-tables.ts'
import type { AccountTable, InvitationTable, SessionTable, UserTable } from './sign-in-tables.ts'

/**
 * The tables (migrations/ makes them). `event` is the truth and append-only; the others are projections of it,
 * written in the same transaction, and the sealed words and addresses it points to.
 * Instants are integers, milliseconds since the epoch, UTC. Booleans are 0 or 1, lists and objects JSON text.
 */
export interface Schema extends AssistTables {
  meta: { key: string; value: string }

  station: {
    id: string
    name: string
    phone: string | null
    address: string | null
    neighbours: string | null
    position: number
  }
  lawyer: {
    id: string
    name: string
    licence: string
    firm: string
    /** Phone and chat id, sealed under the desk's key. */
    contacts: Uint8Array
    languages: string
    trained: string | null
    status: string
    limit_open: number
    position: number
    /** Years, areas, dialects, earlier statuses, the number of the private link. */
    details: string | null
  }
  coordinator: { id: string; name: string; position: number }
  shift: {
    id: string
    lawyer: string
    station: string
    methods: string
    tier: string
    mode: string
    days: string | null
    starts: string
    ends: string
    position: number
    on_days: string | null
    since: number | null
    until: number | null
  }
  /** Rotations, leave, overrides, swaps, published hours, authorities: only ever read whole. */
  rota_fact: { key: string; kind: string; id: string; data: string }
  publication: { version: number; id: string; data: string }

  appointment: {
    id: string
    conversation: string | null
    client: string | null
    lawyer: string
    state: string
    from_at: number
    to_at: number
    alert: string | null
    /** Keyed hash of the private link's token. */
    link: string | null
    /** The token itself, sealed: a reminder repeats the link. */
    sealed_token: Uint8Array | null
    /** The rest of the row, which is never searched by. */
    rest: string
  }
  /** Each minute (since the epoch) of a lawyer's time that an appointment fills. */
  appointment_minute: { lawyer: string; minute: number; appointment: string }

  client: { id: string; pseudonym: string; created_at: number }
  contact: { id: string; client: string; channel: string; sealed: Uint8Array }
  conflict: { client: string; lawyer: string; at: number }

  conversation: ConversationTable
  offer: OfferTable
  leg: LegTable
  lawyer_state: {
    lawyer: string
    presence: string
    until: number | null
    idle_since: number
    wrap_until: number
    recent: string | null
    /** The rest of the row, which is never searched by. */
    rest: string
  }
  timer: { id: string; kind: string; subject: string; due_at: number }
  outbox: OutboxTable
  record: {
    conversation: string
    content: string
    stage: string | null
    complete: number
    by_id: string
    at: number
    /** Keyed hash of the charge, so that it can be looked for without being read. */
    charge_mark: string | null
  }
  ledger: {
    id: string
    conversation: string | null
    paper: string | null
    services: string
    corrects: string | null
    written_at: number
    lawyer: string
    station: string | null
    channel: string
    opened_at: number
    taken_at: number
    ended_at: number
    closed_at: number
    ending: string
    stage: string | null
    content: string
  }

  flag: { id: string; conversation: string; kind: string; at: number }
  saved_view: { id: string; staff: string; name: string; query: string; at: number }
  push_subscription: { id: string; lawyer: string; sealed: Uint8Array; at: number }
  /** 工作卷宗: what stands in a paper is sealed, by `content`. */
  paper: {
    id: string
    kind: string
    parent: string | null
    conversation: string | null
    lawyer: string | null
    state: string
    at: number
    due_at: number | null
    content: string
  }

  content: { id: string; conversation: string | null; sealed: Uint8Array }
  event: {
    seq: number
    /** The sender's own id; a second event with it changes nothing. */
    key: string | null
    type: string
    at: number
    actor: string
    by_id: string | null
    conversation: string | null
    data: string
    content: string | null
    /** SHA-256 of the words. */
    digest: string | null
    /** SHA-256 over the line before's hash and all of this line (chain.ts). */
    hash: string
  }

  /** The search index (search/): which number a conversation has there, and by which pairs its docs are known. */
  search_conversation: { n: number; conversation: string; opened_at: number; docs: number }
  search_doc: { id: number; kind: string; tokens: unknown }

  /** The processes of this desk, where there can be several. */
  process: {
    id: string
    /** Grows every few seconds for as long as the process lives. */
    beat: number
    /** Its clock at that beat. */
    clock: number
  }

  user: UserTable
  account: AccountTable
  session: SessionTable
  twoFactor: { id: string; userId: string; verified: number | boolean | null }
  sign_in_lock: { key: string; failures: number; until: number; at: number }
  invitation: InvitationTable
}

export interface ConversationTable {
  id: string
  client: string
  pseudonym: string
  contact: string | null
  channel: string
  language: string
  state: string
  station: string | null
  lawyer: string | null
  opened_at: number
  waiting_since: number | null
  round_since: number | null
  taken_at: number | null
  ended_at: number | null
  closed_at: number | null
  ending: string | null
  unanswered_since: number | null
  /** The rest of the row, which is never searched by. */
  rest: string
  /** The key of its words, sealed; null once forgotten. */
  sealed_key: Uint8Array | null
  /** A second lawyer in it, and one who is asked to be. */
  colleague: string | null
  asked_colleague: string | null
}

export interface OfferTable {
  id: string
  conversation: string
  lawyer: string
  method: string
  state: string
  tier: string
  offered_at: number
  expires_at: number
  ended_at: number | null
  reason: string | null
  notice: string | null
}

export interface LegTable {
  id: string
  sid: string | null
  conversation: string | null
  party: string
  lawyer: string | null
  offer: string | null
  state: string
  at: string
  step: number
  script: string | null
  started_at: number
  ended_at: number | null
}

export interface OutboxTable {
  n: Generated<number>
  key: string
  lane: string
  channel: string
  recipient: string | null
  conversation: string | null
  content: string | null
  act: string
  state: 'due' | 'sent' | 'failed'
  attempts: number
  next_at: number
  /** A process that claimed the row and died loses it then. */
  lease_until: number
  /** The process that claimed it, where there are several. */
  claimant: string | null
  expires_at: number | null
  /** The vendor's id for what was sent. */
  receipt: string | null
  code: string | null
  created_at: number
  done_at: number | null
}
