import type { ModelRequest } from '../../desk/assist/request.ts'
import type { Language } from '../../desk/desk.ts'
import type { ConsultationRecord } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import { Keys } from '../keys.ts'
import { conversationOf } from '../row.ts'
import type { Seal } from '../seal.ts'
import { recordOf } from '../snapshot.ts'
import { slot, statement } from '../statement.ts'

/** All that a request may be made of: the words of one conversation, opened. */

export interface RawMaterial {
  words: string
  talk: { who: 'client' | 'lawyer'; text: string }[]
  /** `flow/step` of what the client read. */
  seen: string[]
  record: ConsultationRecord | null
  outcome: string | null
  language: Language
}

const conversationById = statement((db) =>
  db.selectFrom('conversation').selectAll().where('id', '=', slot<string>(0)),
)
/** Choices that were tapped are the desk's words, not the client's. */
const spoken = statement((db) =>
  db
    .selectFrom('event')
    .innerJoin('content', 'content.id', 'event.content')
    .select(['event.actor', 'event.data', 'content.id', 'content.sealed'])
    .where('event.conversation', '=', slot<string>(0))
    .where('event.type', '=', 'message')
    .where('event.actor', 'in', ['client', 'lawyer'])
    .orderBy('event.seq'),
)
const contentById = statement((db) =>
  db.selectFrom('content').select(['conversation', 'sealed']).where('id', '=', slot<string>(0)),
)

/** Null where the conversation was forgotten. */
export async function materialOf(
  db: Db,
  seal: Seal,
  { conversation, content, purpose }: ModelRequest,
): Promise<RawMaterial | null> {
  const row = (await conversationById(db, conversation))[0]
  if (!row?.sealed_key) return null
  const keys = new Keys(db, seal)
  keys.know(row.id, row.sealed_key)
  const { walk, ending, language } = conversationOf(row)
  const kept = content === null ? undefined : (await contentById(db, content))[0]
  const words = kept && (await keys.open(conversation, content ?? '', kept.sealed))
  const whole = purpose === 'draft-record'
  return {
    words: words ?? '',
    talk: whole ? await talkOf(db, keys, conversation) : [],
    seen: walk.seen,
    record: await recordOf(db, keys, conversation),
    outcome: ending,
    language,
  }
}

async function talkOf(db: Db, keys: Keys, conversation: string): Promise<RawMaterial['talk']> {
  const talk: RawMaterial['talk'] = []
  for (const { actor, data, id, sealed } of await spoken(db, conversation)) {
    if ((JSON.parse(data) as { choice?: string }).choice !== undefined) continue
    const text = await keys.open(conversation, id, sealed)
    if (text !== null) talk.push({ who: actor as 'client' | 'lawyer', text })
  }
  return talk
}
