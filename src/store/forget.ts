import { sql } from 'kysely'
import { noWalk } from '../desk/state.ts'
import type { Db } from './engine.ts'
import type { Keys } from './keys.ts'
import { changeConversation, conversationOf, conversationValues } from './row.ts'
import { dropFromSearch } from './search/docs.ts'

/**
 * Words are forgotten by taking them out and throwing their key away; the log keeps its lines and digests, and stays
 * whole. What the law wants kept of a consultation (the ledger, Art. 28; its papers) is sealed under the desk's key first.
 */
export async function forgetConversation(tx: Db, keys: Keys, conversation: string): Promise<void> {
  const row = await tx
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', conversation)
    .executeTakeFirst()
  if (!row?.sealed_key) return
  await keepByLaw(tx, keys, conversation)
  await tx.deleteFrom('content').where('conversation', '=', conversation).execute()
  await cutTraces(tx, conversation)
  await dropFromSearch(tx, conversation)
  const known = conversationOf(row)
  const bare = {
    ...known,
    contact: null,
    intake: {},
    flags: [],
    walk: noWalk,
    position: null,
    choices: [],
    pledge: null,
  }
  await changeConversation(
    tx,
    conversationValues(known, row.sealed_key),
    conversationValues(bare, null),
  )
  keys.know(conversation, null)
  await forgetContacts(tx, row.client)
}

/** Whoever has no conversation left that is kept has no address here either; their token opens nothing. */
async function forgetContacts(tx: Db, client: string): Promise<void> {
  await sql`delete from contact where client = ${client} and not exists (
    select 1 from conversation c where c.contact = contact.id)`.execute(tx)
}

/** That something was sent, rung or agreed stays until its time; whom it went to, what the carrier calls it, its link do not. */
async function cutTraces(tx: Db, conversation: string): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('conversation', '=', conversation)
    .where('state', '=', 'due')
    .execute()
  await tx
    .updateTable('outbox')
    .set({ lane: 'forgotten', recipient: null, content: null, receipt: null })
    .where('conversation', '=', conversation)
    .execute()
  await tx
    .updateTable('leg')
    .set({ sid: null, script: null })
    .where('conversation', '=', conversation)
    .where('state', '=', 'ended')
    .execute()
  await tx
    .updateTable('appointment')
    .set({ link: null, sealed_token: null })
    .where('conversation', '=', conversation)
    .execute()
  await tx
    .updateTable('record')
    .set({ charge_mark: null })
    .where('conversation', '=', conversation)
    .execute()
}

async function keepByLaw(tx: Db, keys: Keys, conversation: string): Promise<void> {
  const { rows } = await sql<{ id: string; sealed: Uint8Array }>`
    select id, sealed from content where conversation = ${conversation} and id in (
      select content from ledger where conversation = ${conversation}
      union select content from paper where conversation = ${conversation})`.execute(tx)
  for (const { id, sealed } of rows) {
    const text = await keys.open(conversation, id, sealed)
    if (text === null) continue
    const again = await keys.seal(null, id, text)
    await tx
      .updateTable('content')
      .set({ conversation: null, sealed: again })
      .where('id', '=', id)
      .execute()
  }
}

export async function expire(
  tx: Db,
  contacts: readonly string[],
  tracesBefore: number | null,
): Promise<void> {
  for (const id of contacts) await tx.deleteFrom('contact').where('id', '=', id).execute()
  if (tracesBefore === null) return
  const before = tracesBefore
  await tx
    .deleteFrom('outbox')
    .where('state', '<>', 'due')
    .where('created_at', '<', before)
    .execute()
  await tx.deleteFrom('leg').where('state', '=', 'ended').where('started_at', '<', before).execute()
  await tx
    .deleteFrom('offer')
    .where('state', '<>', 'open')
    .where('offered_at', '<', before)
    .execute()
}
