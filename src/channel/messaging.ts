import type { Act } from '../desk/effect.ts'
import type { Fetch } from '../outgoing.ts'
import { type Channel, SendError } from './channel.ts'
import { rest, restClient, type TwilioConfig } from './twilio.ts'

/** SMS and WhatsApp through Twilio: the same message in and out, choices as numbers. */

export interface Texted {
  key: string
  channel: 'sms' | 'whatsapp'
  /** E.164 */
  from: string
  /** Null where it was a picture or a voice note. */
  text: string | null
}

type Form = Record<string, string>

const WHATSAPP = 'whatsapp:'

/** Null for a form without a sender or an id; `kind` for one that is no message. */
export function readMessage(form: Form): Texted | { kind: string } | null {
  const { MessageSid: sid, From: from = '', Body: body } = form
  if (!sid) return null
  if (form.MessageStatus && body === undefined) return { kind: `status_${form.MessageStatus}` }
  const whatsapp = from.startsWith(WHATSAPP)
  const number = whatsapp ? from.slice(WHATSAPP.length) : from
  if (!/^\+?[0-9]{3,15}$/.test(number)) return null
  const media = Number(form.NumMedia ?? '0') > 0
  const text = body?.trim() ?? ''
  return {
    key: `twilio:${sid}`,
    channel: whatsapp ? 'whatsapp' : 'sms',
    from: number,
    text: text === '' && media ? null : text,
  }
}

/** What the carrier made of a message we sent; null while it is still on its way. */
export function readReceipt(form: Form): { sid: string; code: string } | null {
  const { MessageSid: sid, MessageStatus: status, ErrorCode: code } = form
  if (!sid || (status !== 'failed' && status !== 'undelivered')) return null
  return { sid, code: `twilio_${code || status}` }
}

type TextAct = Extract<Act, { do: 'text' }>

export const numbered = (words: string, choices: TextAct['choices']): string =>
  [words, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n')

export function openMessaging(
  config: TwilioConfig,
  channel: 'sms' | 'whatsapp',
  out: Fetch,
): Channel {
  const client = restClient(config, out)
  const mark = channel === 'whatsapp' ? WHATSAPP : ''
  return {
    async send({ act, address, words }) {
      // A toast or an amended button has no counterpart here.
      if (act.do === 'amend' || act.do === 'toast') return null
      if (act.do !== 'text') throw new SendError(`messaging_cannot_${act.do}`, true)
      const { messages } = await client()
      const message = await rest(() =>
        messages.create({
          to: mark + address,
          from: mark + config.number,
          body: numbered(words ?? '', act.choices),
          statusCallback: `${config.publicUrl}/webhooks/twilio/messaging/receipt`,
        }),
      )
      return message.sid
    },
  }
}
