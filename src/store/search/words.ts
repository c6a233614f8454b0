import type { ConsultationRecord } from '../../desk/state.ts'
import { among, listed } from '../among.ts'
import type { Db } from '../engine.ts'
import type { Keys } from '../keys.ts'
import { slot, statement } from '../statement.ts'
import { initialsOf } from './initials.ts'
import { findable, runsOf } from './text.ts'

/** What of a conversation can be found. Indexing and looking again read the same, so an answer is that of reading it all. */

const lineColumns = [
  'event.seq',
  'event.type',
  'event.conversation',
  'event.data',
  'event.content',
  'content.sealed',
] as const

/** Kinds of lines that say something without words of their own. */
const speaking = ['opened', 'accepted', 'assigned', 'record_kept']

/** The desk's own words, and the labels people tap, are the same in every conversation: they would find them all. */
const withWords = (db: Db) =>
  db
    .selectFrom('event')
    .leftJoin('content', (on) =>
      on.onRef('content.id', '=', 'event.content').on('event.actor', '<>', 'desk'),
    )

/** Lines of the log in which there may be something to find, up to the second number. */
export const linesBetween = statement((db) =>
  withWords(db)
    .select(lineColumns)
    .where('event.seq', '>', slot<number>(0))
    .where('event.seq', '<=', slot<number>(1))
    .where((eb) => eb.or([eb('content.sealed', 'is not', null), eb('event.type', 'in', speaking)]))
    .orderBy('event.seq'),
)
const linesOf = statement((db) =>
  withWords(db)
    .select(lineColumns)
    .where('event.conversation', '=', slot<string>(0))
    .orderBy('event.seq'),
)
type Line = Awaited<ReturnType<typeof linesBetween>>[number]

const nameOf = statement((db) =>
  db.selectFrom('lawyer').select('name').where('id', '=', slot<string>(0)),
)
const recordsOf = statement((db) =>
  db
    .selectFrom('record')
    .innerJoin('content', 'content.id', 'record.content')
    .select(['record.conversation', 'content.id', 'content.sealed'])
    .where(among(db, 'record.conversation', slot<string>(0))),
)

/** Lives as long as one transaction. */
export class WordReader {
  readonly #db: Db
  readonly #keys: Keys
  readonly #lawyers = new Map<string, string[]>()

  constructor(db: Db, keys: Keys) {
    this.#db = db
    this.#keys = keys
  }

  /** Runs of letters in one line of the log. */
  async line(line: Line, pseudonym: string): Promise<string[]> {
    const { conversation, type, content, sealed } = line
    if (type === 'opened') return runsOf(pseudonym)
    if (type === 'accepted' || type === 'assigned') return this.#lawyer(line)
    if (content === null || !sealed || isTapped(line)) return []
    const text = await this.#keys.open(conversation, content, sealed)
    return text ? findable(text) : []
  }

  /** Runs in the records of these conversations as they stand, where there is one. */
  async records(conversations: Iterable<string>): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>()
    for (const { conversation, id, sealed } of await recordsOf(this.#db, listed(conversations))) {
      const text = await this.#keys.open(conversation, id, sealed)
      if (!text) continue
      const { charge, question, answer } = JSON.parse(text) as ConsultationRecord
      const words = [charge, question, answer].join('\n')
      found.set(conversation, findable(words, [initialsOf(charge)]))
    }
    return found
  }

  /** All there is, bit by bit. */
  async *conversation(id: string, pseudonym: string): AsyncGenerator<string[]> {
    for (const line of await linesOf(this.#db, id)) yield await this.line(line, pseudonym)
    yield* (await this.records([id])).values()
  }

  async #lawyer({ data }: Line): Promise<string[]> {
    const { lawyer } = JSON.parse(data) as { lawyer?: string }
    if (!lawyer) return []
    const known = this.#lawyers.get(lawyer)
    if (known) return known
    const name = (await nameOf(this.#db, lawyer))[0]?.name
    const runs = name ? findable(name, [initialsOf(name, true)]) : []
    this.#lawyers.set(lawyer, runs)
    return runs
  }
}

const isTapped = ({ data }: Line): boolean =>
  data.includes('"choice"') && 'choice' in (JSON.parse(data) as object)
