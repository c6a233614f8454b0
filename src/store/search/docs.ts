import type { Db } from '../engine.ts'
import { lockIndex } from '../hold.ts'
import { slot, statement, upsert } from '../statement.ts'
import { type Hash, pairHash } from './pairs.ts'
import { type DocKind, type Postings, postingsOf } from './postings.ts'

/**
 * A conversation has a number, in the order they were opened, and its docs (a message, a record, its client's pseudonym,
 * its lawyer) have the numbers that follow. So what is found newest first comes in the order it is listed in.
 */
export const ROOM = 2 ** 20

export const conversationOfDoc = (id: number): number => Math.floor(id / ROOM)

const byConversation = statement((db) =>
  db
    .selectFrom('search_conversation')
    .select(['n', 'docs'])
    .where('conversation', '=', slot<string>(0)),
)
const lastNumber = statement((db) =>
  db.selectFrom('search_conversation').select('n').orderBy('n', 'desc').limit(1),
)
const add = upsert('search_conversation', ['n', 'conversation', 'opened_at', 'docs'], null)
const counted = statement((db) =>
  db
    .updateTable('search_conversation')
    .set({ docs: slot<number>(0) })
    .where('n', '=', slot<number>(1)),
)
const docOf = statement((db) =>
  db
    .selectFrom('search_doc')
    .select('id')
    .where('id', '>=', slot<number>(0))
    .where('id', '<', slot<number>(1))
    .where('kind', '=', slot<string>(2))
    .where('ref', '=', slot<string>(3)),
)
const docsOf = statement((db) =>
  db
    .selectFrom('search_doc')
    .select(['id', 'kind'])
    .where('id', '>=', slot<number>(0))
    .where('id', '<', slot<number>(1))
    .orderBy('id'),
)
const openedAt = statement((db) =>
  db
    .selectFrom('conversation')
    .select('opened_at')
    .where('id', '=', slot<string>(0))
    .where('sealed_key', 'is not', null),
)
const drop = statement((db) =>
  db.deleteFrom('search_conversation').where('n', '=', slot<number>(0)),
)

interface Numbered {
  n: number
  docs: number
}

/** Writes docs; lives as long as one transaction, whose writes nobody else makes meanwhile. */
export class DocWriter {
  readonly #tx: Db
  readonly #hash: Hash
  readonly #postings: Postings
  readonly #known = new Map<string, Numbered>()
  readonly #grown = new Set<Numbered>()
  #last: number | null = null

  constructor(tx: Db, key: Uint8Array) {
    this.#tx = tx
    this.#hash = pairHash(key)
    this.#postings = postingsOf(tx)
  }

  /** A doc with this reference is there once, however often it is added. */
  async add(conversation: string, kind: DocKind, ref: string, runs: string[]): Promise<void> {
    const tokens = this.#hash(runs)
    if (tokens.length === 0) return
    const at = await this.#numberOf(conversation)
    if (!at) return
    if (kind === 'lawyer') {
      const [known] = await docOf(this.#tx, at.n * ROOM, (at.n + 1) * ROOM, kind, ref)
      if (known) return
    }
    await this.#postings.add(this.#tx, { id: at.n * ROOM + at.docs++, kind, ref, tokens })
    this.#grown.add(at)
  }

  /** To be called last. */
  async end(): Promise<void> {
    for (const { n, docs } of this.#grown) await counted(this.#tx, docs, n)
  }

  /** The docs of one kind. */
  async remove(conversation: string, kind: DocKind): Promise<void> {
    const known = this.#known.get(conversation) ?? (await byConversation(this.#tx, conversation))[0]
    if (known) await removeDocs(this.#tx, known.n, kind)
  }

  /** Null for a conversation that is no more. */
  async #numberOf(conversation: string): Promise<Numbered | null> {
    const known = this.#known.get(conversation) ?? (await byConversation(this.#tx, conversation))[0]
    if (known) {
      this.#known.set(conversation, known)
      return known
    }
    const opened = (await openedAt(this.#tx, conversation))[0]?.opened_at
    if (opened === undefined) return null
    this.#last ??= (await lastNumber(this.#tx))[0]?.n ?? 0
    const made = { n: ++this.#last, docs: 0 }
    await add(this.#tx, [made.n, conversation, opened, 0])
    this.#known.set(conversation, made)
    return made
  }
}

async function removeDocs(tx: Db, n: number, kind?: DocKind): Promise<void> {
  for (const doc of await docsOf(tx, n * ROOM, (n + 1) * ROOM)) {
    if (kind === undefined || doc.kind === kind) await postingsOf(tx).remove(tx, doc.id)
  }
}

/** A conversation whose words are forgotten is found no more; to be called in the transaction that forgets them. */
export async function dropFromSearch(tx: Db, conversation: string): Promise<void> {
  await lockIndex(tx)
  const known = (await byConversation(tx, conversation))[0]
  if (!known) return
  await removeDocs(tx, known.n)
  await drop(tx, known.n)
}
