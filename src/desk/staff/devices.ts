import type { EventOf } from '../event.ts'
import type { Offer } from '../state.ts'
import type { Turn } from '../turn.ts'

/** Browsers woken for an offer, and channels tried out. */

export function pushAsked(turn: Turn, { lawyer, on }: EventOf<'push.asked'>): void {
  turn.putLawyer(lawyer, { push: on })
  turn.log({ type: 'push', actor: 'lawyer', by: lawyer, data: { on } })
}

export function channelTested(turn: Turn, event: EventOf<'channel.tested'>): void {
  const { channel, code, coordinator } = event
  turn.log({
    type: 'channel_tested',
    actor: 'coordinator',
    by: coordinator,
    data: { channel, code },
  })
}

/** Only where the lawyer asked for it, and never with a word about the case (R29.6). */
export function wake(turn: Turn, offer: Offer): void {
  if (!turn.lawyer(offer.lawyer).push) return
  turn.ask({
    do: 'send',
    item: {
      key: turn.id(),
      lane: `push:${offer.lawyer}`,
      channel: 'push',
      to: { lawyer: offer.lawyer },
      conversation: offer.conversation,
      content: null,
      act: { do: 'wake', offer: offer.id },
      expiresAt: offer.expiresAt,
    },
  })
}
