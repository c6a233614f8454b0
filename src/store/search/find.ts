import type { ConsultationRecord } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import type { Keys } from '../keys.ts'
import { recordOf } from '../snapshot.ts'
import { slot, statement } from '../statement.ts'
import { ROOM } from './docs.ts'
import { nameRuns, recordRuns } from './follow.ts'
import { loadInitials } from './initials.ts'
import { pairHash } from './pairs.ts'
import type { DocKind } from './postings.ts'
import { type Found, inAll, TermStream } from './stream.ts'
import { findable, holds, lengthOf, runsOf, termsOf } from './text.ts'

/**
 * Looks words up. The index knows pairs: where a term is longer, what it answers is opened and looked at before it is
 * believed, so the answers are those of reading everything.
 */

export interface Candidate {
  n: number
  /** Docs by term; null for a term of one character, which no pair stands for. */
  docs: Map<string, number[] | null>
}

/** Whether there is anything here to look for. */
export const searchable = (query: string): boolean =>
  termsOf(query).some((term) => lengthOf(term) > 1)

export async function* candidates(
  db: Db,
  key: Uint8Array,
  query: string,
  top: number,
): AsyncGenerator<Candidate> {
  const terms = termsOf(query)
  const pairs = terms.filter((term) => lengthOf(term) > 1)
  const hash = pairHash(key)
  const streams = pairs.map((term) => new TermStream(db, hash, term))
  for await (const found of inAll(streams, top)) {
    const docs = new Map<string, number[] | null>(terms.map((term) => [term, null]))
    for (const [i, term] of pairs.entries()) docs.set(term, (found[i] as Found).docs)
    yield { n: found[0]?.n ?? 0, docs }
  }
}

/** Whether every term really stands there. */
export async function isThere(
  db: Db,
  keys: Keys,
  conversation: { id: string; pseudonym: string },
  { n, docs }: Candidate,
): Promise<boolean> {
  for (const [term, ids] of docs) {
    if (ids !== null && lengthOf(term) === 2) continue
    await loadInitials()
    if (!(await someHold(db, keys, conversation, n, ids, term))) return false
  }
  return true
}

const docsOf = statement((db) =>
  db
    .selectFrom('search_doc')
    .leftJoin('content', 'content.id', 'search_doc.ref')
    .leftJoin('lawyer', 'lawyer.id', 'search_doc.ref')
    .select(['search_doc.id', 'search_doc.kind', 'search_doc.ref', 'content.sealed', 'lawyer.name'])
    .where('search_doc.id', '>=', slot<number>(0))
    .where('search_doc.id', '<', slot<number>(1)),
)

async function someHold(
  db: Db,
  keys: Keys,
  conversation: { id: string; pseudonym: string },
  n: number,
  ids: number[] | null,
  term: string,
): Promise<boolean> {
  for (const doc of await docsOf(db, n * ROOM, (n + 1) * ROOM)) {
    if (ids !== null && !ids.includes(doc.id)) continue
    if (holds(await runsIn(db, keys, conversation, doc), term)) return true
  }
  return false
}

type DocRow = Awaited<ReturnType<typeof docsOf>>[number]

async function runsIn(
  db: Db,
  keys: Keys,
  { id, pseudonym }: { id: string; pseudonym: string },
  doc: DocRow,
): Promise<string[]> {
  switch (doc.kind as DocKind) {
    case 'client':
      return runsOf(pseudonym)
    case 'lawyer':
      return doc.name === null ? [] : nameRuns(doc.name)
    case 'record': {
      const record: ConsultationRecord | null = await recordOf(db, keys, id)
      return record ? recordRuns(record) : []
    }
    case 'message': {
      const text = doc.sealed && (await keys.open(id, doc.ref, doc.sealed))
      return text ? findable(text) : []
    }
  }
}
