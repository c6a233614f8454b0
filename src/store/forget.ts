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
  await tx
    .deleteFrom('outbox')
    .where('conversation', '=', conversation)
    .where('state', '=', 'due')
    .execute()
  await dropFromSearch(tx, conversation)
  const known = conversationOf(row)
  const bare = {
    ...known,
    contact: null,
    intake: {},
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
  if (row.contact) await forgetContact(tx, row.contact)
}

/** Whoever has no conversation left that is kept has no address here either; their token opens nothing. */
async function forgetContact(tx: Db, contact: string): Promise<void> {
  const other = await tx
    .selectFrom('conversation')
    .select('id')
    .where('contact', '=', contact)
    .limit(1)
    .executeTakeFirst()
  if (!other) await tx.deleteFrom('contact').where('id', '=', contact).execute()
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
