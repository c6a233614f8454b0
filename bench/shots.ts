import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { Shot } from './load.ts'

/** What the vendors send, signed as they sign it. */

export const number = '+862700000000'
export const authToken = 'auth-token'
export const telegramSecret = 'secret'

/** Every message of a run has an id of its own. */
let serial = 0
export const sid = (kind: string): string => `${kind}${(serial++).toString(16).padStart(32, '0')}`

export const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

export const question = '明天9点派出所叫我去，不知道是什么事，该怎么办'

/** `url` is what the desk believes it is called by. */
export const sms = (url: string, from: number, body = question): Shot =>
  signed(url, '/webhooks/twilio/messaging', {
    MessageSid: sid('SM'),
    AccountSid: 'ACbench',
    From: `+8613${100_000_000 + from}`,
    To: number,
    Body: body,
    NumMedia: '0',
  })

export const call = (url: string, from: number): Shot =>
  signed(url, '/webhooks/twilio/voice', {
    CallSid: sid('CA'),
    AccountSid: 'ACbench',
    From: `+8613${200_000_000 + from}`,
    To: number,
    CallStatus: 'ringing',
  })

export function update(chat: number, text: string): Shot {
  const id = serial++
  return {
    path: '/webhooks/telegram',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': telegramSecret,
    },
    body: JSON.stringify({
      update_id: id,
      message: {
        message_id: id,
        date: 0,
        from: { id: chat, is_bot: false, first_name: 'x', language_code: 'zh' },
        chat: { id: chat, type: 'private', first_name: 'x' },
        text,
      },
    }),
  }
}

function signed(url: string, path: string, form: Record<string, string>): Shot {
  return {
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(authToken, url + path, form),
    },
    body: new URLSearchParams(form).toString(),
  }
}
