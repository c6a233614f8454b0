import { isLive } from './appointment/appointment.ts'
import type { Desk } from './desk.ts'
import type { EventOf } from './event.ts'
import type { Conversation } from './state.ts'
import type { Turn } from './turn.ts'

/** How long what is kept is kept, and how it is forgotten (PIPL 19, 47). The log keeps that it was, never what it was. */

/** In days; null: for as long as the centre's archive rule says, which no timer knows. */
export interface Retention {
  /** Words of those who never came to a lawyer. */
  talk: number | null
  /** Numbers and chat ids, counted from the last conversation. */
  address: number | null
  /** Who was rung and how each message fared. */
  trace: number | null
  /** Words of a consultation; its record and papers stay in the ledger. */
  consultation: number | null
}

export const defaultRetention: Retention = { talk: 7, address: 30, trace: 180, consultation: 1095 }

export const retentionOf = (desk: Desk): Retention => ({ ...defaultRetention, ...desk.retention })

/** What has had its time: a share of it, so that forgetting holds nobody up. */
export interface Expired {
  conversations: string[]
  contacts: string[]
  /** Whether there are traces from before then. */
  tracesBefore: number | null
  /** There is more of it. */
  more: boolean
}

const DAY = 86_400_000
const HOUR = 3_600_000
const SOON = 60_000

export function retentionDue(turn: Turn): void {
  const { expired } = turn.snapshot
  if (!expired) return
  for (const conversation of expired.conversations) forget(turn, conversation, 'desk')
  const { contacts, tracesBefore } = expired
  if (contacts.length > 0 || tracesBefore !== null) {
    turn.ask({ do: 'expire', contacts, tracesBefore })
    turn.log({ type: 'expired', actor: 'desk', data: { addresses: contacts.length } })
  }
  turn.timer('retention', 'desk', turn.now + (expired.more ? SOON : DAY))
}

/** While somebody waits, is being helped or has an appointment, forgetting waits too: it would cut them off. */
const open: readonly Conversation['state'][] = ['waiting', 'active', 'ended', 'promised']

function underWay(turn: Turn, { id, state }: Conversation): boolean {
  if (open.includes(state)) return true
  return turn.appointments().some((one) => one.conversation === id && isLive(one.state))
}

export function forgetAsked(turn: Turn, event: EventOf<'conversation.forget'>): void {
  const row = turn.subject
  if (!row) return
  if (!underWay(turn, row)) return forget(turn, row.id, event.by, event.staff)
  turn.log({ ...told(row.id, event.by, event.staff), type: 'forget_asked' })
  turn.timer('forget', row.id, turn.now + HOUR)
}

/** Asked for while it was under way: looked at again until it is over. */
export function forgetDue(turn: Turn, id: string): void {
  const row = turn.conversation(id)
  if (!row) return
  if (underWay(turn, row)) turn.timer('forget', id, turn.now + HOUR)
  else forget(turn, id, 'client')
}

type Asker = EventOf<'conversation.forget'>['by'] | 'desk'

const told = (conversation: string, by: Asker, staff?: string) => ({
  actor: by,
  conversation,
  ...(staff === undefined ? {} : { by: staff }),
})

function forget(turn: Turn, id: string, by: Asker, staff?: string): void {
  turn.log({ ...told(id, by, staff), type: 'forgotten' })
  turn.clear('forget', id)
  turn.ask({ do: 'forget', conversation: id })
}

/** PIPL 46: what a client says is wrong stands beside what was recorded, for whoever reads it. */
export function corrected(turn: Turn, { words }: EventOf<'client.corrected'>): void {
  const row = turn.subject
  if (!row) return
  turn.log({
    type: 'correction',
    actor: 'client',
    conversation: row.id,
    words: turn.words(words),
  })
}
