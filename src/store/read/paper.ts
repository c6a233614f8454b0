import type { Paper, PaperKind, PaperOf } from '../../desk/dossier/paper.ts'
import type { Db } from '../engine.ts'
import { Keys } from '../keys.ts'
import { openPaper, type PaperRow } from '../paper.ts'
import type { Seal } from '../seal.ts'

/** The dossier, read. */

export interface PaperQuery {
  kinds: PaperKind[]
  ids?: string[]
  parent?: string
  conversation?: string
  lawyer?: string
  states?: string[]
  /** Filed at, from and before. */
  from?: number
  to?: number
  dueBefore?: number
  newestFirst?: boolean
  limit?: number
}

/** Papers as they now stand; those of a forgotten conversation are gone with it. */
export async function readPapers<K extends PaperKind>(
  db: Db,
  seal: Seal,
  asked: PaperQuery & { kinds: K[] },
): Promise<PaperOf<K>[]> {
  if (asked.ids?.length === 0) return []
  const order = asked.newestFirst ? 'desc' : 'asc'
  let query = db
    .selectFrom('paper')
    .innerJoin('content', 'content.id', 'paper.content')
    .selectAll('paper')
    .select('content.sealed')
    .where('paper.kind', 'in', asked.kinds)
    .orderBy('paper.at', order)
    .orderBy('paper.id', order)
    .limit(asked.limit ?? 10_000)
  if (asked.ids) query = query.where('paper.id', 'in', asked.ids)
  if (asked.parent !== undefined) query = query.where('paper.parent', '=', asked.parent)
  if (asked.conversation !== undefined) {
    query = query.where('paper.conversation', '=', asked.conversation)
  }
  if (asked.lawyer !== undefined) query = query.where('paper.lawyer', '=', asked.lawyer)
  if (asked.states) query = query.where('paper.state', 'in', asked.states)
  if (asked.from !== undefined) query = query.where('paper.at', '>=', asked.from)
  if (asked.to !== undefined) query = query.where('paper.at', '<', asked.to)
  if (asked.dueBefore !== undefined) query = query.where('paper.due_at', '<', asked.dueBefore)
  const keys = new Keys(db, seal)
  const found: Paper[] = []
  for (const row of await query.execute()) {
    const paper = await openPaper(keys, row as PaperRow)
    if (paper) found.push(paper)
  }
  return found as PaperOf<K>[]
}

export async function readPaper<K extends PaperKind>(
  db: Db,
  seal: Seal,
  id: string,
  ...kinds: K[]
): Promise<PaperOf<K> | null> {
  return (await readPapers(db, seal, { kinds, ids: [id] }))[0] ?? null
}
