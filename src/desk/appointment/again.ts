import type { Channel } from '../desk.ts'
import { type Conversation, noWalk } from '../state.ts'
import type { Turn } from '../turn.ts'

/** The same client, later: what they told and read, and what makes it difficult, comes along. */
export function continued(turn: Turn, before: Conversation, channel: Channel): Conversation {
  const row = turn.put({
    ...before,
    id: turn.id(),
    channel,
    state: 'desk',
    lawyer: null,
    viaTelegram: false,
    prefers: null,
    helped: before.lawyer ?? before.helped,
    openedAt: turn.now,
    waitingSince: null,
    roundSince: null,
    takenAt: null,
    endedAt: null,
    closedAt: null,
    ending: null,
    pledge: null,
    recalls: 0,
    position: null,
    walk: { ...noWalk, seen: before.walk.seen, versions: before.walk.versions },
    reserved: null,
    puzzled: 0,
    place: null,
    unansweredSince: null,
    pace: { level: 0, at: turn.now, flooded: false },
  })
  turn.log({
    type: 'opened',
    actor: 'desk',
    conversation: row.id,
    data: { channel, language: row.language, client: row.client, follows: before.id },
  })
  return row
}
