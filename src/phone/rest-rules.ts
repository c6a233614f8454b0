/** What Twilio's REST API publishes for calls and messages: an unknown parameter or a missing one is refused. */

const create = [
  'To',
  'From',
  'Url',
  'Twiml',
  'ApplicationSid',
  'Method',
  'FallbackUrl',
  'FallbackMethod',
  'StatusCallback',
  'StatusCallbackEvent',
  'StatusCallbackMethod',
  'SendDigits',
  'Timeout',
  'SipAuthUsername',
  'SipAuthPassword',
  'MachineDetection',
  'MachineDetectionTimeout',
  'MachineDetectionSpeechThreshold',
  'MachineDetectionSpeechEndThreshold',
  'MachineDetectionSilenceTimeout',
  'AsyncAmd',
  'AsyncAmdStatusCallback',
  'AsyncAmdStatusCallbackMethod',
  'CallerId',
  'Byoc',
  'CallReason',
  'CallToken',
  'TimeLimit',
]
const update = [
  'Url',
  'Twiml',
  'Method',
  'Status',
  'FallbackUrl',
  'FallbackMethod',
  'StatusCallback',
  'StatusCallbackMethod',
  'TimeLimit',
]
const message = [
  'To',
  'From',
  'MessagingServiceSid',
  'Body',
  'MediaUrl',
  'ContentSid',
  'ContentVariables',
  'StatusCallback',
  'ApplicationSid',
  'MaxPrice',
  'ProvideFeedback',
  'Attempt',
  'ValidityPeriod',
  'ForceDelivery',
  'ContentRetention',
  'AddressRetention',
  'SmartEncoded',
  'PersistentAction',
  'ShortenUrls',
  'ScheduleType',
  'SendAt',
  'SendAsMms',
  'RiskCheck',
]

export interface Refusal {
  status: number
  code: number
  message: string
}

const refuse = (code: number, text: string): Refusal => ({ status: 400, code, message: text })
const E164 = /^\+[1-9]\d{1,14}$/

function unknown(form: Record<string, string>, known: string[]): Refusal | null {
  const stray = Object.keys(form).find((name) => !known.includes(name))
  return stray === undefined ? null : refuse(20001, `${stray} is not a parameter`)
}

export function refuseCall(form: Record<string, string>, number: string): Refusal | null {
  const stray = unknown(form, create)
  if (stray) return stray
  if (!E164.test(form.To ?? '')) return refuse(21211, 'To is not a phone number')
  if (form.From !== number) return refuse(21210, 'From is not a number of this account')
  if (!form.Url && !form.Twiml && !form.ApplicationSid) return refuse(21205, 'Url is missing')
  const timeout = Number(form.Timeout ?? 60)
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > 600)
    return refuse(21234, 'Timeout is out of range')
  return null
}

export function refuseUpdate(form: Record<string, string>): Refusal | null {
  const stray = unknown(form, update)
  if (stray) return stray
  if (form.Status && !['completed', 'canceled'].includes(form.Status)) {
    return refuse(21218, 'Status is not one of completed, canceled')
  }
  return form.Status || form.Url || form.Twiml ? null : refuse(21205, 'nothing to update')
}

export function refuseMessage(form: Record<string, string>, number: string): Refusal | null {
  const stray = unknown(form, message)
  if (stray) return stray
  const bare = (value = ''): string => value.replace(/^whatsapp:/, '')
  if (!E164.test(bare(form.To))) return refuse(21211, 'To is not a phone number')
  if (bare(form.From) !== number) return refuse(21606, 'From is not a number of this account')
  if (form.To?.startsWith('whatsapp:') !== form.From?.startsWith('whatsapp:')) {
    return refuse(63007, 'From and To are of different channels')
  }
  if (!form.Body) return refuse(21602, 'Body is missing')
  if (form.Body.length > 1600) return refuse(21617, 'Body is longer than 1600 characters')
  return null
}
