import type { Conversation } from '../desk/state.ts'
import type { World } from './world.ts'

const fields = { charge: '不详', question: '咨询', answer: '解答' }

/** The lawyer writes the record (Art. 7 ¶3) and closes. */
export function close(world: World, { id, lawyer }: Conversation): void {
  if (lawyer === null) return
  world.happen({ type: 'record.kept', conversation: id, lawyer, fields })
  world.happen({ type: 'conversation.closed', conversation: id, lawyer, outcome: 'answered' })
}
