import type { Via } from '../event.ts'
import { placeOf } from '../flow.ts'
import type { Conversation, Intake } from '../state.ts'
import type { Turn } from '../turn.ts'
import { standing } from '../walk.ts'
import { tell } from './tell.ts'

/** What the client told and read before a lawyer came: in the lawyer's sight on taking it, and in the record. */

/** Flows that explain; the way in and the redirects only ask and send on. */
const explains = (name: string): boolean => !/^(intake|redirects)\//.test(name)

/** Titles of the steps read, in the order they were. */
export const readBy = (turn: Turn, row: Conversation): string[] =>
  row.walk.seen
    .filter(explains)
    .map((name) =>
      standing(turn.snapshot.content, { ...row, language: turn.desk.language }, placeOf('', name)),
    )
    .flatMap((place) => (place ? [place.at.title] : []))

const order = ['role', 'matter', 'stage', 'measure', 'defender'] as const

const told = (turn: Turn, { intake }: Conversation): string[] =>
  order.flatMap((key) => {
    const names = turn.house.lawyer.intake[key] as Record<string, string>
    const value: Intake[typeof key] | undefined = intake[key]
    return value === undefined ? [] : [names[value] ?? value]
  })

export function showWalk(turn: Turn, row: Conversation, via: Via): void {
  const text = turn.house.lawyer.walked(told(turn, row), readBy(turn, row), row.urgent)
  if (text === '') return
  const words = turn.words(text)
  turn.log({ type: 'walked', actor: 'desk', conversation: row.id, words })
  if (via === 'telegram' && row.lawyer) {
    tell(turn, {
      lawyer: row.lawyer,
      conversation: row.id,
      heard: { content: words.id, length: text.length },
    })
  }
}
