import { Audit, type LoggedEntry, type Violation } from '../desk/audit.ts'
import { type EventRow, GENESIS, hashOf } from './chain.ts'
import type { Db } from './engine.ts'
import { Keys } from './keys.ts'
import { digest, type Seal } from './seal.ts'
import { slot, statement } from './statement.ts'

/** Proves a log whole: every line chained to the one before, its words the ones it was written with, the invariants held. */

export interface Verified {
  lines: number
  /** The first line that is not as it was written, and what is wrong with it; null for a whole log. */
  bad: { seq: number; what: string } | null
  violations: Violation[]
}

const BATCH = 1000

const linesAfter = statement((db) =>
  db
    .selectFrom('event')
    .leftJoin('content', 'content.id', 'event.content')
    .leftJoin('conversation', 'conversation.id', 'event.conversation')
    .selectAll('event')
    .select(['content.sealed', 'conversation.sealed_key'])
    .where('event.seq', '>', slot<number>(0))
    .orderBy('event.seq')
    .limit(slot<number>(1) as never),
)

/** Without the key the chain alone is proved; the digests in it still stand for the words. */
export async function verifyLog(db: Db, seal: Seal | null): Promise<Verified> {
  const audit = new Audit()
  const gone = new Gone()
  const end = (lines: number, bad: Verified['bad']): Verified => ({
    lines,
    bad,
    violations: audit.violations,
  })
  let previous = { seq: 0, hash: GENESIS }
  for (;;) {
    const rows = await linesAfter(db, previous.seq, BATCH)
    if (rows.length === 0) break
    const keys = seal && new Keys(db, seal)
    for (const { sealed, sealed_key, ...row } of rows) {
      if (row.conversation !== null) keys?.learn(row.conversation, sealed_key)
      const what = faultOf(previous, row) ?? (await wordsFault(keys, row, sealed))
      if (what) return end(previous.seq, { seq: row.seq, what })
      gone.add(row, sealed === null)
      audit.add(toEntry(row))
      previous = row
    }
  }
  const missing = gone.first()
  return end(
    previous.seq,
    missing === null ? null : { seq: missing, what: 'its words are missing' },
  )
}

/** Lines whose words are not there: the log itself says later that they were forgotten, or they were taken out. */
class Gone {
  readonly #lines = new Map<string, number>()

  add({ seq, type, conversation, content }: EventRow, missing: boolean): void {
    const of = conversation ?? ''
    if (type === 'forgotten') this.#lines.delete(of)
    else if (missing && content !== null && !this.#lines.has(of)) this.#lines.set(of, seq)
  }

  first(): number | null {
    return this.#lines.size === 0 ? null : Math.min(...this.#lines.values())
  }
}

function faultOf(previous: { seq: number; hash: string }, row: EventRow): string | null {
  if (row.seq !== previous.seq + 1) return `line ${previous.seq + 1} is missing`
  return hashOf(previous.hash, row) === row.hash ? null : 'the line is not what it was written as'
}

async function wordsFault(
  keys: Keys | null,
  row: EventRow,
  sealed: Uint8Array | null,
): Promise<string | null> {
  if (!keys || row.content === null || sealed === null) return null
  try {
    const text = await keys.open(row.conversation, row.content, sealed)
    if (text === null || digest(text) === row.digest) return null
  } catch {
    return 'its words cannot be opened'
  }
  return 'its words are not the ones it was written with'
}

const toEntry = (row: EventRow): LoggedEntry => ({
  seq: row.seq,
  at: row.at,
  type: row.type as LoggedEntry['type'],
  actor: row.actor as LoggedEntry['actor'],
  data: JSON.parse(row.data),
  ...(row.by_id === null ? {} : { by: row.by_id }),
  ...(row.conversation === null ? {} : { conversation: row.conversation }),
})
