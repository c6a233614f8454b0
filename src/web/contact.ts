import type { Channel } from '../desk/desk.ts'
import type { ContactRef } from '../desk/event.ts'
import type { Seal } from '../store/seal.ts'

/** A number is the same person whether they ring or text; every other channel's address is its own. */
const kinds: Record<Channel, string> = {
  phone: 'tel',
  sms: 'tel',
  whatsapp: 'tel',
  telegram: 'telegram',
  webchat: 'webchat',
}

export const contactRef = (seal: Seal, channel: Channel, address: string): ContactRef => ({
  id: seal.lookup(kinds[channel], address),
  channel,
  address,
})
