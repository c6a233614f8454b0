import type { Twilio } from 'twilio'
import type { ClientOpts } from 'twilio/lib/base/BaseTwilio.js'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { Fetch } from '../outgoing.ts'
import { fromStatus, noAnswer, SEND_TIMEOUT, SendError } from './channel.ts'

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
export function restClient(config: TwilioConfig, out: Fetch): () => Promise<Twilio> {
  let client: Promise<Twilio> | null = null
  return () => {
    client ??= connect(config, out)
    return client
  }
}

export const TWILIO = 'https://api.twilio.com'

async function connect(config: TwilioConfig, out: Fetch): Promise<Twilio> {
  const { default: twilio } = await import('twilio')
  const { accountSid, authToken } = config
  return twilio(accountSid, authToken, { httpClient: httpClient(config, out) })
}

/** The library's requests, carried by the desk's own door out; its own client would follow no rule of ours. */
function httpClient(
  { accountSid, authToken, apiRoot }: TwilioConfig,
  out: Fetch,
): NonNullable<ClientOpts['httpClient']> {
  const proof = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const client: Pick<RequestClient, 'request'> = {
    async request({ method, uri, data }) {
      const { origin, pathname, search } = new URL(uri)
      const answer = await out((apiRoot ?? origin) + pathname + search, {
        method,
        headers: { authorization: proof, accept: 'application/json' },
        ...(data === undefined ? {} : { body: formOf(data as object) }),
        signal: AbortSignal.timeout(SEND_TIMEOUT),
      })
      return {
        statusCode: answer.status,
        headers: {},
        body: (await answer.json().catch(() => null)) as never,
        toString: () => `HTTP ${answer.status}`,
      }
    },
  }
  return client as RequestClient
}

/** A list is its name once for each of its values. */
const formOf = (data: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(data).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)]),
    ),
  )

/** Runs one REST call; whatever it throws becomes a code. */
export async function rest<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const { status, code } = error as { status?: unknown; code?: unknown }
    if (typeof status !== 'number') throw noAnswer('twilio', error)
    const { permanent } = fromStatus('twilio', status)
    throw new SendError(`twilio_${typeof code === 'number' ? code : status}`, permanent)
  }
}
