import { CALL_GONE } from '../desk/delivery.ts'
import type { Happening } from '../desk/event.ts'
import type { Script } from '../desk/state.ts'
import type { Fetch } from '../outgoing.ts'
import { type Channel, type Parcel, SendError } from './channel.ts'
import { rest, restClient, type TwilioConfig } from './twilio.ts'
import { render } from './twiml.ts'

/** Telephone calls through Twilio's protocol: webhooks in, TwiML back, REST out. */

/** Paths of the desk's own action URLs, below PUBLIC_URL. */
export const stepPath = (leg: string, step: number): string =>
  `/webhooks/twilio/voice/leg/${leg}/${step}`
const statusPath = (leg: string): string => `/webhooks/twilio/status/${leg}`

export const toTwiml = (
  config: TwilioConfig,
  { leg, step, script }: { leg: string; step: number; script: Script },
): string => render(script, config.publicUrl + stepPath(leg, step))

type Form = Record<string, string>

/** A call to our number. Twilio leaves `From` as a word, or as a number no one owns, where the caller hides theirs. */
export function callerOf(form: Form): string | null {
  const from = form.From ?? ''
  return /^\+[1-9]\d{6,14}$/.test(from) && !hidden.has(from) ? from : null
}
/** How Twilio spells "anonymous", "restricted", "unavailable", "unknown" on a keypad. */
const hidden = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'])

const MAX_SPEECH = 1000

export function readStep(
  leg: string,
  step: number,
  form: Form,
): { happening: Happening; key?: string } {
  const digits = /^[0-9*#]$/.test(form.Digits ?? '') ? (form.Digits as string) : ''
  const speech = (form.SpeechResult ?? '').slice(0, MAX_SPEECH)
  const sid = form.CallSid ?? ''
  const happening: Happening = { type: 'leg.stepped', leg, sid, step, digits, speech }
  // Without an answer a step repeats harmlessly by itself: its number is already behind the leg's.
  return digits || speech
    ? { happening, key: `voice:${sid}:${step}:${digits || 'speech'}` }
    : { happening }
}

const over = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])

/** Null for a report that the call goes on. */
export function readStatus(leg: string, form: Form): { happening: Happening; key: string } | null {
  const status = form.CallStatus ?? ''
  if (!over.has(status)) return null
  return { happening: { type: 'leg.ended', leg, status }, key: `voice:${leg}:ended` }
}

export const isOver = (form: Form): boolean => over.has(form.CallStatus ?? '')

export function openVoice(config: TwilioConfig, out: Fetch): Channel {
  const client = restClient(config, out)
  return { send: async (parcel) => place(config, await client(), parcel) }
}

type Client = Awaited<ReturnType<ReturnType<typeof restClient>>>

/** The call is no more: gone before our word reached it. */
const GONE = new Set(['twilio_21220', 'twilio_20404', 'twilio_404'])

async function place(config: TwilioConfig, client: Client, parcel: Parcel): Promise<string | null> {
  const { act, address, sid } = parcel
  switch (act.do) {
    case 'ring': {
      const call = await rest(() =>
        client.calls.create({
          to: address ?? '',
          from: config.number,
          url: config.publicUrl + stepPath(act.leg, 0),
          method: 'POST',
          timeout: act.seconds,
          statusCallback: config.publicUrl + statusPath(act.leg),
          statusCallbackEvent: ['completed'],
          statusCallbackMethod: 'POST',
        }),
      )
      return call.sid
    }
    case 'steer': {
      if (sid === null) throw new SendError(CALL_GONE, true)
      const url = config.publicUrl + stepPath(act.leg, act.step)
      await rest(() => client.calls(sid).update({ url, method: 'POST' })).catch(callGone)
      return sid
    }
    case 'hangup': {
      if (sid === null) return null
      await rest(() => client.calls(sid).update({ status: 'completed' })).catch((error) => {
        if (!GONE.has((error as SendError).code)) throw error
      })
      return sid
    }
    default:
      throw new SendError(`voice_cannot_${act.do}`, true)
  }
}

function callGone(error: SendError): never {
  throw GONE.has(error.code) ? new SendError(CALL_GONE, true) : error
}
