import type { Db } from '../engine.ts'
import type { LedgerView } from './ledger.ts'

/** What stands beside ledger lines in other tables; no words among it. */

const AT_ONCE = 400
/** Kinds and states of papers an authority was given. */
const given = new Set([
  'affidavit signed',
  'affidavit signed_with_objection',
  'affidavit refused_help',
  'opinion sent',
  'opinion answered',
  'plea sent',
  'form sent',
  'refusal kept',
])

export async function ledgerAbout(
  db: Db,
  lines: LedgerView[],
): Promise<{ clients: Map<string, string>; documents: Map<string, string[]> }> {
  const ids = [...new Set(lines.flatMap(({ conversation }) => conversation ?? []))]
  const clients = new Map<string, string>()
  const documents = new Map<string, string[]>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const rows = await db
      .selectFrom('conversation')
      .select(['id', 'pseudonym'])
      .where('id', 'in', some)
      .execute()
    for (const { id, pseudonym } of rows) clients.set(id, pseudonym)
    const papers = await db
      .selectFrom('paper')
      .select(['conversation', 'kind', 'state'])
      .where('conversation', 'in', some)
      .orderBy('at')
      .execute()
    for (const { conversation, kind, state } of papers) {
      if (conversation === null || !given.has(`${kind} ${state}`)) continue
      const known = documents.get(conversation) ?? []
      if (!known.includes(kind)) documents.set(conversation, [...known, kind])
    }
  }
  return { clients, documents }
}

/** When the ledger's first and last lines were closed; null for an empty one. */
export async function ledgerMonths(db: Db): Promise<{ first: number; last: number } | null> {
  const row = await db
    .selectFrom('ledger')
    .select((eb) => [eb.fn.min('closed_at').as('first'), eb.fn.max('closed_at').as('last')])
    .executeTakeFirst()
  return row?.first == null ? null : { first: Number(row.first), last: Number(row.last) }
}
