import type { Twilio } from 'twilio'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { fromStatus, SEND_TIMEOUT, SendError } from './channel.ts'

/** What voice and messaging share: the account, the signature, the REST client. */

export interface TwilioConfig {
  accountSid: string
  authToken: string
  /** E.164; the number clients ring and see. */
  number: string
  /** Another host that speaks the same REST API. */
  apiRoot: string | null
  publicUrl: string
}

/** X-Twilio-Signature covers the public URL with its query, and every parameter of the form. */
export const isSigned = (
  config: TwilioConfig,
  signature: string | undefined,
  pathAndQuery: string,
  form: Record<string, string>,
): boolean =>
  signature !== undefined &&
  validateRequest(config.authToken, signature, config.publicUrl + pathAndQuery, form)

/** The client is loaded with the first call out; a desk without a carrier never pays for it. */
export function restClient(config: TwilioConfig): () => Promise<Twilio> {
  let client: Promise<Twilio> | null = null
  return () => {
    client ??= connect(config)
    return client
  }
}

async function connect(config: TwilioConfig): Promise<Twilio> {
  const { default: twilio } = await import('twilio')
  const { accountSid, authToken, apiRoot } = config
  const http = new twilio.RequestClient({ timeout: SEND_TIMEOUT, keepAlive: true })
  if (apiRoot !== null) {
    const request = http.request.bind(http)
    http.request = (options) => {
      const { pathname, search } = new URL(options.uri)
      return request({ ...options, uri: apiRoot + pathname + search })
    }
  }
  return twilio(accountSid, authToken, { httpClient: http })
}

/** Runs one REST call; whatever it throws becomes a code. */
export async function rest<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const { status, code } = error as { status?: unknown; code?: unknown }
    if (typeof status !== 'number') throw new SendError('twilio_unreachable', false)
    const { permanent } = fromStatus('twilio', status)
    throw new SendError(`twilio_${typeof code === 'number' ? code : status}`, permanent)
  }
}
