import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { flavourOf } from '../flavour.ts'

export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { blob, serial, long } = flavourOf(db)
    const make = async (name: string, columns: string, ...rest: string[]): Promise<void> => {
      await sql.raw(`create table "${name}" (${columns})`).execute(db)
      for (const statement of rest) await sql.raw(statement).execute(db)
    }
    await make('meta', `key text primary key, value text not null`)
    await make(
      'station',
      `id text primary key, name text not null, phone text, address text, neighbours text,
       position integer not null`,
    )
    await make(
      'lawyer',
      `id text primary key, name text not null, licence text not null, firm text not null,
       contacts ${blob} not null, languages text not null, trained text, status text not null,
       limit_open integer not null, position integer not null`,
    )
    await make('coordinator', `id text primary key, name text not null, position integer not null`)
    await make(
      'shift',
      `id text primary key, lawyer text not null, station text not null, methods text not null,
       tier text not null, mode text not null, days text, starts text not null, ends text not null,
       position integer not null`,
    )
    await make('client', `id text primary key, pseudonym text not null, created_at bigint not null`)
    await make(
      'contact',
      `id text primary key, client text not null, channel text not null, sealed ${blob} not null`,
    )
    await make(
      'conflict',
      `client text not null, lawyer text not null, at bigint not null, primary key (client, lawyer)`,
    )
    await make(
      'conversation',
      `id text primary key, client text not null, pseudonym text not null, contact text,
       channel text not null, language text not null, state text not null, station text, lawyer text,
       opened_at bigint not null, waiting_since bigint, round_since bigint, taken_at bigint,
       ended_at bigint, closed_at bigint, ending text, unanswered_since bigint,
       rest text not null, sealed_key ${blob}`,
      `create index conversation_contact on conversation (contact, channel, opened_at)`,
      `create index conversation_client on conversation (client)`,
      `create index conversation_live on conversation (state)
         where state in ('waiting', 'active', 'promised')`,
      `create index conversation_opened on conversation (opened_at)`,
      `create index conversation_lawyer on conversation (lawyer, opened_at)`,
    )
    await make(
      'offer',
      `id text primary key, conversation text not null, lawyer text not null, method text not null,
       state text not null, tier text not null, offered_at bigint not null,
       expires_at bigint not null, ended_at bigint, reason text, notice text`,
      `create index offer_conversation on offer (conversation)`,
      `create index offer_open on offer (lawyer) where state = 'open'`,
    )
    await make(
      'leg',
      `id text primary key, sid text, conversation text, party text not null, lawyer text,
       offer text, state text not null, at text not null, step integer not null, script text,
       started_at bigint not null, ended_at bigint`,
      `create index leg_conversation on leg (conversation)`,
      `create index leg_live on leg (lawyer) where state <> 'ended'`,
    )
    await make(
      'lawyer_state',
      `lawyer text primary key, presence text not null, until bigint, idle_since bigint not null,
       wrap_until bigint not null, recent text, rest text not null`,
    )
    await make(
      'timer',
      `id text primary key, kind text not null, subject text not null, due_at bigint not null`,
      `create index timer_due on timer (due_at, id)`,
    )
    await make(
      'outbox',
      `n ${serial}, key text not null unique, lane text not null, channel text not null,
       recipient text, conversation text, content text, act text not null, state text not null,
       attempts integer not null, next_at bigint not null, lease_until bigint not null,
       expires_at bigint, receipt text, code text, created_at bigint not null, done_at bigint`,
      `create index outbox_due on outbox (lane, n) where state = 'due'`,
      `create index outbox_failed on outbox (done_at) where state = 'failed'`,
      `create index outbox_receipt on outbox (receipt) where receipt is not null`,
      `create index outbox_conversation on outbox (conversation)`,
    )
    await make(
      'record',
      `conversation text primary key, content text not null, stage text, complete integer not null,
       by_id text not null, at bigint not null`,
    )
    await make(
      'ledger',
      `id text primary key, conversation text not null, lawyer text not null, station text,
       channel text not null, opened_at bigint not null, taken_at bigint not null,
       ended_at bigint not null, closed_at bigint not null, ending text not null, stage text,
       content text not null`,
      `create index ledger_closed on ledger (closed_at)`,
    )
    await make(
      'content',
      `id text primary key, conversation text, sealed ${blob} not null`,
      `create index content_conversation on content (conversation)`,
    )
    await make(
      'event',
      `seq ${long} primary key, key text unique, type text not null, at bigint not null,
       actor text not null, by_id text, conversation text, data text not null, content text,
       digest text, hash text not null`,
      `create index event_conversation on event (conversation, seq)`,
      `create index event_type on event (type, seq)`,
    )
  },
}
