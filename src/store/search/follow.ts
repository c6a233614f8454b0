import type { Db } from '../engine.ts'
import { getMeta, setMeta } from '../facts.ts'
import { lockIndex } from '../hold.ts'
import { Keys } from '../keys.ts'
import type { Seal } from '../seal.ts'
import { ensureOwnKey } from '../secret-meta.ts'
import { recordOf } from '../snapshot.ts'
import { slot, statement } from '../statement.ts'
import { DocWriter } from './docs.ts'
import { initialsOf, loadInitials } from './initials.ts'
import { findable, runsOf } from './text.ts'

/** The index follows the log by a cursor, beside the road on which messages are acknowledged. */

export const SEARCH_CURSOR = 'search_cursor'

const lines = statement((db) =>
  db
    .selectFrom('event')
    .leftJoin('content', 'content.id', 'event.content')
    .select([
      'event.seq',
      'event.type',
      'event.actor',
      'event.by_id',
      'event.conversation',
      'event.data',
      'event.content',
      'content.sealed',
    ])
    .where('event.seq', '>', slot<number>(0))
    .orderBy('event.seq')
    .limit(slot<number>(1) as never),
)

type Line = Awaited<ReturnType<typeof lines>>[number]

const nameOf = statement((db) =>
  db.selectFrom('lawyer').select('name').where('id', '=', slot<string>(0)),
)
const pseudonymOf = statement((db) =>
  db.selectFrom('conversation').select('pseudonym').where('id', '=', slot<string>(0)),
)

export const indexedUpTo = async (db: Db): Promise<number> =>
  Number((await getMeta(db, SEARCH_CURSOR)) ?? 0)

/** Takes up the next lines of the log; answers how many there were. */
export async function followLog(tx: Db, seal: Seal, limit: number): Promise<number> {
  const cursor = await claim(tx)
  const found = await lines(tx, cursor, limit)
  const last = found.at(-1)
  if (!last) return 0
  // Not before there is something: a start counts in milliseconds.
  await loadInitials()
  const writer = new DocWriter(tx, await ensureOwnKey(tx, seal, 'search_key'))
  const keys = new Keys(tx, seal)
  // A record that was saved five times in a batch is indexed once.
  const records = new Set<string>()
  for (const line of found) {
    if (line.conversation === null) continue
    await about(tx, writer, line, line.conversation)
    if (line.type === 'record_kept') records.add(line.conversation)
    if (line.content === null || !line.sealed || !isWritten(line)) continue
    const text = await keys.open(line.conversation, line.content, line.sealed)
    if (text) await writer.add(line.conversation, 'message', line.content, findable(text))
  }
  for (const conversation of records) await indexRecord(tx, keys, writer, conversation)
  await writer.end()
  await setMeta(tx, SEARCH_CURSOR, String(last.seq))
  return found.length
}

/** The desk's own words, and the labels people tap, are the same in every conversation: they would find them all. */
const isWritten = ({ actor, data }: Line): boolean =>
  actor !== 'desk' && !('choice' in (JSON.parse(data) as object))

async function about(tx: Db, writer: DocWriter, line: Line, conversation: string): Promise<void> {
  if (line.type === 'opened') {
    const pseudonym = (await pseudonymOf(tx, conversation))[0]?.pseudonym
    if (pseudonym) await writer.add(conversation, 'client', '', runsOf(pseudonym))
    return
  }
  if (line.type !== 'accepted' && line.type !== 'assigned') return
  const { lawyer } = JSON.parse(line.data) as { lawyer?: string }
  const name = lawyer && (await nameOf(tx, lawyer))[0]?.name
  if (lawyer && name) await writer.add(conversation, 'lawyer', lawyer, nameRuns(name))
}

export const nameRuns = (name: string): string[] => findable(name, [initialsOf(name, true)])

async function indexRecord(
  tx: Db,
  keys: Keys,
  writer: DocWriter,
  conversation: string,
): Promise<void> {
  const record = await recordOf(tx, keys, conversation)
  await writer.remove(conversation, 'record')
  if (record) await writer.add(conversation, 'record', '', recordRuns(record))
}

export const recordRuns = (record: { charge: string; question: string; answer: string }) =>
  findable([record.charge, record.question, record.answer].join('\n'), [initialsOf(record.charge)])

/** From here to the end of the transaction nobody else moves the cursor. */
async function claim(tx: Db): Promise<number> {
  await lockIndex(tx)
  return indexedUpTo(tx)
}
