import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { say } from '../talk/say.ts'
import type { Turn } from '../turn.ts'
import { standing } from '../walk.ts'

/** Where a lawyer may send a client on; each is a step of the flow `redirects`, reviewed there, with its articles. */
export const referrals = {
  defender: 'has-defender',
  legal_aid: 'cannot-afford',
  hotline: 'not-criminal',
  victim: 'victim',
  supervision: 'supervision',
  after_sentence: 'after-sentence',
  custody: 'in-custody',
} as const

export type Referral = keyof typeof referrals

export const referralKinds = Object.keys(referrals) as [Referral, ...Referral[]]

/** The client is told in writing where to go; on the telephone the lawyer says it, and the log keeps that it was. */
export function refer(turn: Turn, event: EventOf<'client.referred'>): Fault | null {
  const row = turn.subject
  if (!row || row.lawyer !== event.lawyer) return fault('not_found')
  if (row.state !== 'active' && row.state !== 'ended') return fault('not_active')
  const place = { flow: 'redirects', step: referrals[event.to] }
  const there = standing(turn.snapshot.content, row, place)
  turn.log({
    type: 'referred',
    actor: 'lawyer',
    by: event.lawyer,
    conversation: row.id,
    data: { to: event.to },
  })
  if (there && row.state === 'active' && row.channel !== 'phone') {
    const { title, text, cites } = there.at
    say(turn, row, [title, text.trim(), ...(cites.length > 0 ? [cites.join('；')] : [])].join('\n'))
  }
  return null
}
