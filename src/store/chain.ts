import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Schema } from './schema.ts'

/** The event log's hash chain: each line carries the hash of the one before, so a changed, missing or moved line shows. */

export type EventRow = Selectable<Schema['event']>

/** What the first line is chained to. */
export const GENESIS = 'zhiban'

export function hashOf(previous: string, row: Omit<EventRow, 'hash'>): string {
  const line = [
    previous,
    row.seq,
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
  return createHash('sha256').update(JSON.stringify(line)).digest('base64url')
}
