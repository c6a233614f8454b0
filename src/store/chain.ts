import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Schema } from './schema.ts'

/** The event log's hash chain: each line carries the hash of the one before, so a changed, missing or moved line shows. */

export type EventRow = Selectable<Schema['event']>

/** What the first line is chained to. */
export const GENESIS = 'zhiban'

/** A line is hashed as JSON: the hash before, the number, and then what stands here. */
const tail = (row: Omit<EventRow, 'seq' | 'hash'>): unknown[] => [
  row.key,
  row.type,
  row.at,
  row.actor,
  row.by_id,
  row.conversation,
  row.data,
  row.content,
  row.digest,
]

/** That JSON from after the number's comma. */
export const tailOf = (row: Omit<EventRow, 'seq' | 'hash'>): string =>
  JSON.stringify(tail(row)).slice(1)

export function hashOf(previous: string, row: Omit<EventRow, 'hash'>): string {
  const line = JSON.stringify([previous, row.seq, ...tail(row)])
  return createHash('sha256').update(line).digest('base64url')
}
