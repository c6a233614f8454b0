import { paperIn } from '../desk/dossier/act.ts'
import type { Paper } from '../desk/dossier/paper.ts'
import type { Event } from '../desk/event.ts'
import type { Db } from './engine.ts'
import type { Keys } from './keys.ts'
import type { Schema } from './schema.ts'
import { slot, statement, upsert } from './statement.ts'

/** The dossier's papers as rows; what stands in them is sealed apart. */

const save = upsert(
  'paper',
  ['id', 'kind', 'parent', 'conversation', 'lawyer', 'state', 'at', 'due_at', 'content'],
  'id',
)

export const savePaper = (tx: Db, paper: Paper, content: string): Promise<void> =>
  save(tx, [
    paper.id,
    paper.kind,
    paper.parent,
    paper.conversation,
    paper.lawyer,
    paper.state,
    paper.at,
    paper.dueAt,
    content,
  ])

export type PaperRow = Schema['paper'] & { sealed: Uint8Array }

/** Null where its conversation was forgotten. */
export async function openPaper(keys: Keys, row: PaperRow): Promise<Paper | null> {
  const text = await keys.open(row.conversation, row.content, row.sealed)
  if (text === null) return null
  const { id, kind, parent, conversation, lawyer, state } = row
  return {
    id,
    kind,
    parent,
    conversation,
    lawyer,
    state,
    at: Number(row.at),
    dueAt: row.due_at === null ? null : Number(row.due_at),
    body: JSON.parse(text),
  } as Paper
}

const parentOf = statement((db) =>
  db.selectFrom('paper').select('parent').where('id', '=', slot<string>(0)),
)
const family = statement((db) =>
  db
    .selectFrom('paper')
    .innerJoin('content', 'content.id', 'paper.content')
    .selectAll('paper')
    .select('content.sealed')
    .where((eb) =>
      eb.or([eb('paper.id', '=', slot<string>(0)), eb('paper.parent', '=', slot<string>(1))]),
    )
    .orderBy('paper.at')
    .orderBy('paper.id'),
)

/** The paper an event is about, its notice, and all beside it. */
export async function papersFor(tx: Db, keys: Keys, event: Event): Promise<Paper[]> {
  const id = idIn(event)
  if (id === null) return []
  const root = (await parentOf(tx, id))[0]?.parent ?? id
  const found: Paper[] = []
  for (const row of await family(tx, root, root)) {
    const paper = await openPaper(keys, row as PaperRow)
    if (paper) found.push(paper)
  }
  return found
}

function idIn(event: Event): string | null {
  if (event.type === 'dossier.asked') return paperIn(event.act)
  const timed = event.type === 'timer.fired' && event.timer.kind === 'deadline'
  return timed ? event.timer.subject : null
}
