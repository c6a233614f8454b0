import { sql } from 'kysely'
import { among, listed } from '../among.ts'
import type { Db } from '../engine.ts'
import { lockIndex } from '../hold.ts'
import { slot, statement, upsert } from '../statement.ts'
import { type Hash, pairHash } from './pairs.ts'
import { type Doc, type Postings, postingsOf } from './postings.ts'

/**
 * A conversation has a number, in the order they were opened, and its docs (what was said in it between two commits of
 * the index, and its record) have the numbers that follow. So what is found newest first comes in the order it is listed in.
 */
export const ROOM = 2 ** 20

export const conversationOfDoc = (id: number): number => Math.floor(id / ROOM)

/** Characters in one doc, at the most; a text is never parted. */
const FULL = 20_000

const byConversation = statement((db) =>
  db.selectFrom('search_conversation').select('n').where('conversation', '=', slot<string>(0)),
)
const known = statement((db) =>
  db
    .selectFrom('conversation')
    .leftJoin('search_conversation', 'search_conversation.conversation', 'conversation.id')
    .select([
      'conversation.id',
      'conversation.pseudonym',
      'conversation.opened_at',
      'conversation.sealed_key',
      'search_conversation.n',
      'search_conversation.docs',
    ])
    .where(among(db, 'conversation.id', slot<string>(0)))
    .where('conversation.sealed_key', 'is not', null),
)
const lastNumber = statement((db) =>
  db.selectFrom('search_conversation').select('n').orderBy('n', 'desc').limit(sql.lit(1)),
)
const add = upsert('search_conversation', ['n', 'conversation', 'opened_at', 'docs'], null)
const counted = statement((db) =>
  db
    .updateTable('search_conversation')
    .set({ docs: slot<number>(0) })
    .where('n', '=', slot<number>(1)),
)
const docsOf = statement((db) =>
  db
    .selectFrom('search_doc')
    .select(['id', 'kind'])
    .where('id', '>=', slot<number>(0))
    .where('id', '<', slot<number>(1))
    .orderBy('id'),
)
const drop = statement((db) =>
  db.deleteFrom('search_conversation').where('n', '=', slot<number>(0)),
)

/** A conversation while its docs are written. */
export interface Indexed {
  id: string
  pseudonym: string
  openedAt: number
  sealedKey: Uint8Array | null
  /** Null until there is something to find in it. */
  n: number | null
  docs: number
  /** How many docs there were before this transaction. */
  before: number
  runs: string[]
  length: number
}

/** Writes docs; lives as long as one transaction, whose writes nobody else makes meanwhile. */
export class DocWriter {
  readonly #tx: Db
  readonly #hash: Hash
  readonly #postings: Postings
  readonly #touched = new Set<Indexed>()
  #last: number | null = null

  constructor(tx: Db, key: Uint8Array) {
    this.#tx = tx
    this.#hash = pairHash(key)
    this.#postings = postingsOf(tx)
  }

  /** Those whose words are not forgotten. */
  async conversations(ids: Set<string>): Promise<Map<string, Indexed>> {
    const rows = await known(this.#tx, listed(ids))
    return new Map(
      rows.map(({ id, pseudonym, opened_at, sealed_key, n, docs }) => {
        const count = docs ?? 0
        const empty = { docs: count, before: count, runs: [], length: 0 }
        return [id, { id, pseudonym, openedAt: opened_at, sealedKey: sealed_key, n, ...empty }]
      }),
    )
  }

  async add(conversation: Indexed, runs: string[]): Promise<void> {
    if (runs.length === 0) return
    await this.#touch(conversation)
    for (const run of runs) {
      conversation.runs.push(run)
      conversation.length += run.length
    }
    if (conversation.length > FULL) await this.#talk(conversation)
  }

  /** In place of the one there was. */
  async setRecord(conversation: Indexed | undefined, runs: string[]): Promise<void> {
    if (!conversation) return
    const { n, before } = conversation
    if (n !== null && before > 0) await removeDocs(this.#tx, n, 'record')
    await this.#write(conversation, 'record', runs)
  }

  /** To be called last. */
  async end(): Promise<void> {
    for (const conversation of this.#touched) {
      await this.#talk(conversation)
      const { id, n, openedAt, docs, before } = conversation
      if (n === null || docs === before) continue
      if (before === 0) await add(this.#tx, [n, id, openedAt, docs])
      else await counted(this.#tx, docs, n)
    }
  }

  async #talk(conversation: Indexed): Promise<void> {
    const { runs } = conversation
    conversation.runs = []
    conversation.length = 0
    await this.#write(conversation, 'talk', runs)
  }

  async #write(conversation: Indexed, kind: Doc['kind'], runs: string[]): Promise<void> {
    const tokens = this.#hash(runs)
    if (tokens.length === 0) return
    const id = (await this.#touch(conversation)) * ROOM + conversation.docs++
    await this.#postings.add(this.#tx, { id, kind, tokens })
  }

  /** Its number, in the order of the log. */
  async #touch(conversation: Indexed): Promise<number> {
    this.#touched.add(conversation)
    if (conversation.n === null) {
      this.#last ??= (await lastNumber(this.#tx))[0]?.n ?? 0
      conversation.n = ++this.#last
    }
    return conversation.n
  }
}

async function removeDocs(tx: Db, n: number, kind?: Doc['kind']): Promise<void> {
  for (const doc of await docsOf(tx, n * ROOM, (n + 1) * ROOM)) {
    if (kind === undefined || doc.kind === kind) await postingsOf(tx).remove(tx, doc.id)
  }
}

/** A conversation whose words are forgotten is found no more; to be called in the transaction that forgets them. */
export async function dropFromSearch(tx: Db, conversation: string): Promise<void> {
  await lockIndex(tx)
  const [indexed] = await byConversation(tx, conversation)
  if (!indexed) return
  await removeDocs(tx, indexed.n)
  await drop(tx, indexed.n)
}
