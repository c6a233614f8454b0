import type { Selectable } from 'kysely'
import type { ModelRequest } from '../desk/assist/request.ts'
import type { Db } from './engine.ts'
import type { Schema } from './schema.ts'
import { slot, statement, upsert } from './statement.ts'

/** Requests to a model, as rows. */

export const saveRequest = upsert(
  'model_request',
  ['id', 'purpose', 'conversation', 'state', 'asked_at', 'deadline', 'done_at', 'rest'],
  'id',
)

type Rest = Omit<
  ModelRequest,
  'id' | 'purpose' | 'conversation' | 'state' | 'askedAt' | 'deadline' | 'doneAt'
>

export function requestValues(row: ModelRequest): unknown[] {
  const { id, purpose, conversation, state, askedAt, deadline, doneAt, ...rest } = row
  return [id, purpose, conversation, state, askedAt, deadline, doneAt, JSON.stringify(rest)]
}

export const requestOf = (row: Selectable<Schema['model_request']>): ModelRequest => ({
  id: row.id,
  purpose: row.purpose as ModelRequest['purpose'],
  conversation: row.conversation,
  state: row.state as ModelRequest['state'],
  askedAt: Number(row.asked_at),
  deadline: Number(row.deadline),
  doneAt: row.done_at === null ? null : Number(row.done_at),
  ...(JSON.parse(row.rest) as Rest),
})

const byId = statement((db) =>
  db.selectFrom('model_request').selectAll().where('id', '=', slot<string>(0)),
)
export const requestById = async (db: Db, id: string): Promise<ModelRequest | null> => {
  const row = (await byId(db, id))[0]
  return row ? requestOf(row) : null
}

const due = statement((db) =>
  db
    .selectFrom('model_request')
    .selectAll()
    .where('state', '=', 'due')
    .orderBy('asked_at')
    .limit(50),
)
export const dueRequests = async (db: Db): Promise<ModelRequest[]> => (await due(db)).map(requestOf)

const since = statement((db) =>
  db
    .selectFrom('model_request')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('asked_at', '>=', slot<number>(0))
    .where('state', '<>', 'due'),
)
/** How many were sent, or tried, since then: the day's budget. */
export const requestsSince = async (db: Db, at: number): Promise<number> =>
  Number((await since(db, at))[0]?.count ?? 0)
