import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { Helped } from './line.ts'

/**
 * Advice needs no name; a paper with legal effect does (affidavit, Art. 25 notice, opinion, application), and it is
 * asked for then. What the desk calls somebody, or a word for "unknown", is none.
 */

const noName =
  /^(匿名|匿名者|不详|不明|未知|无名|保密|不愿透露|没有|无|本人|anonymous|unknown|n\/?a|none|[-—*？?.]+)$/i

export function nameless(
  turn: Turn,
  person: string,
  conversation: Helped['conversation'],
): Fault | null {
  const name = person.trim()
  const pseudonym = conversation === null ? null : turn.conversation(conversation)?.pseudonym
  return name === '' || noName.test(name) || name === pseudonym
    ? fault('name_needed', { fields: ['person'] })
    : null
}
