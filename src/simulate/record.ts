import type { Conversation } from '../desk/state.ts'
import type { World } from './world.ts'

/** The lawyer writes the record (Art. 7 ¶3) and closes. */
export function close(world: World, { id, lawyer }: Conversation): void {
  if (lawyer === null) return
  const fields = world.voice.record()
  world.happen({ type: 'record.kept', conversation: id, lawyer, fields })
  world.happen({ type: 'conversation.closed', conversation: id, lawyer, outcome: 'answered' })
}
