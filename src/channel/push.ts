import { buildPushPayload, type VapidKeys } from '@block65/webcrypto-web-push'
import { PUSH_GONE } from '../desk/delivery.ts'
import type { Fetch } from '../outgoing.ts'
import { type Channel, fromStatus, noAnswer, SEND_TIMEOUT, SendError } from './channel.ts'

/**
 * Wakes a lawyer's browser through the service its maker runs (RFC 8030, 8291, 8292). What is sent says that somebody
 * waits and nothing more; the service could not read it either.
 */

/** The services browsers name, and where each is; a desk sends to no other address, whatever a page may claim. */
export const pushServices = {
  google: 'https://fcm.googleapis.com',
  mozilla: 'https://*.push.services.mozilla.com',
  microsoft: 'https://*.notify.windows.com',
  apple: 'https://*.push.apple.com',
} as const

export type PushService = keyof typeof pushServices

/** Null for an address no browser names. */
export function pushServiceOf(endpoint: string): PushService | null {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (url?.protocol !== 'https:' || url.port !== '') return null
  const found = Object.entries(pushServices).find(([, place]) => {
    const [, host = ''] = place.split('//')
    return host.startsWith('*') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host
  })
  return (found?.[0] as PushService | undefined) ?? null
}

export interface PushConfig {
  keys: () => Promise<VapidKeys>
  out: Fetch
}

interface Browser {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** Address: the lawyer's browsers, as JSON. */
export function openPush({ keys, out }: PushConfig): Channel {
  const wake = async (browser: Browser): Promise<SendError | null> => {
    if (pushServiceOf(browser.endpoint) === null) return new SendError(PUSH_GONE, true)
    const message = { data: { wake: true }, options: { ttl: 60, urgency: 'high' } } as const
    const { headers, body, method } = await buildPushPayload(
      message,
      { ...browser, expirationTime: null },
      await keys(),
    )
    try {
      const { status } = await out(browser.endpoint, {
        method,
        headers: headers as Record<string, string>,
        body: body as BodyInit,
        signal: AbortSignal.timeout(SEND_TIMEOUT),
      })
      if (status < 300) return null
      return status === 404 || status === 410
        ? new SendError(PUSH_GONE, true)
        : fromStatus('push', status)
    } catch (error) {
      return noAnswer('push', error)
    }
  }
  return {
    async send({ act, address }) {
      if (act.do !== 'wake') throw new SendError(`push_cannot_${act.do}`, true)
      const browsers = JSON.parse(address ?? '[]') as Browser[]
      if (browsers.length === 0) throw new SendError(PUSH_GONE, true)
      const failed = (await Promise.all(browsers.map(wake))).filter((one) => one !== null)
      // One that rings is enough.
      if (failed.length < browsers.length) return null
      throw (
        failed.find(({ permanent }) => !permanent) ??
        failed.find(({ code }) => code !== PUSH_GONE) ??
        new SendError(PUSH_GONE, true)
      )
    },
  }
}
