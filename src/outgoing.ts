/**
 * The one door out. Every request the desk makes of another machine passes here, on Node and on Workers alike; only
 * places the environment names are reached, and an answer that points elsewhere is not followed. The database is no
 * such place: it is the desk's own.
 */

export type Fetch = typeof fetch

/** host_refused: no setting names this place · redirected: it answered with another. Holds no address and no word. */
export class OutgoingRefused extends Error {
  readonly code: 'host_refused' | 'redirected'
  constructor(code: OutgoingRefused['code']) {
    super(code)
    this.code = code
  }
}

export interface Door {
  /** Origins, `https://api.example.cn`; `https://*.example.cn` is every host below. Asked each time: settings come and go. */
  places: () => readonly string[]
  /** Whom the log names, so that somebody can add the host or find out who wanted it. */
  refused: (host: string, code: OutgoingRefused['code']) => void
  /** What carries it, once it may go. */
  send?: Fetch
}

/** A `fetch` that rejects with OutgoingRefused before a connection is made. */
export function openDoor({ places, refused, send = fetch }: Door): Fetch {
  const refuse = (host: string, code: OutgoingRefused['code']): never => {
    refused(host, code)
    throw new OutgoingRefused(code)
  }
  return async (asked, init) => {
    const url = new URL(asked instanceof Request ? asked.url : asked)
    if (!places().some((place) => isWithin(url, place))) refuse(url.host, 'host_refused')
    const answer = await send(asked, { ...init, redirect: 'manual' })
    if (answer.status >= 300 && answer.status < 400) refuse(url.host, 'redirected')
    return answer
  }
}

function isWithin({ origin, protocol, host }: URL, place: string): boolean {
  const [scheme = '', below] = place.split('//*')
  if (below === undefined) return origin === new URL(place).origin
  return protocol === scheme && host.endsWith(below)
}
