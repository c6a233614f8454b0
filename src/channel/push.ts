import { buildPushPayload, type VapidKeys } from '@block65/webcrypto-web-push'
import { PUSH_GONE } from '../desk/delivery.ts'
import { type Channel, fromStatus, SEND_TIMEOUT, SendError } from './channel.ts'

/**
 * Wakes a lawyer's browser through the service its maker runs (RFC 8030, 8291, 8292). What is sent says that somebody
 * waits and nothing more; the service could not read it either.
 */

/** The services browsers name; a desk sends to no other address, whatever a page may claim. */
const services =
  /^https:\/\/(fcm\.googleapis\.com|[\w-]+\.push\.services\.mozilla\.com|updates\.push\.services\.mozilla\.com|[\w.-]+\.notify\.windows\.com|[\w.-]+\.push\.apple\.com)\//

export const isPushService = (endpoint: string): boolean => services.test(endpoint)

export interface PushConfig {
  keys: () => Promise<VapidKeys>
  fetch: typeof fetch
}

interface Browser {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** Address: the lawyer's browsers, as JSON. */
export function openPush({ keys, fetch }: PushConfig): Channel {
  const wake = async (browser: Browser): Promise<SendError | null> => {
    if (!isPushService(browser.endpoint)) return new SendError(PUSH_GONE, true)
    const message = { data: { wake: true }, options: { ttl: 60, urgency: 'high' } } as const
    const { headers, body, method } = await buildPushPayload(
      message,
      { ...browser, expirationTime: null },
      await keys(),
    )
    try {
      const { status } = await fetch(browser.endpoint, {
        method,
        headers: headers as Record<string, string>,
        body: body as BodyInit,
        redirect: 'manual',
        signal: AbortSignal.timeout(SEND_TIMEOUT),
      })
      if (status < 300) return null
      return status === 404 || status === 410
        ? new SendError(PUSH_GONE, true)
        : fromStatus('push', status)
    } catch {
      return new SendError('push_unreachable', false)
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
      throw failed.find(({ permanent }) => !permanent) ?? new SendError(PUSH_GONE, true)
    },
  }
}
