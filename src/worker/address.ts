import { isIP } from 'node:net'
import type { Config } from '../config.ts'

/**
 * Which desk a request is for. A host name is a desk of its own; this machine's addresses and PUBLIC_URL's host are
 * the first desk. On this machine `/d/{name}/…` is one more desk each, for trying several out without host names;
 * a browser that has been there stays there by a cookie, since pages link from the root.
 */
export interface Address {
  /** The name its object is found by. */
  desk: string
  /** Where the desk itself believes it was asked: without the prefix. */
  path: string
  /** Set where a path chose the desk: the name a browser is to keep. Empty: it is to forget. */
  keep: string | null
}

export const FIRST = 'first'
export const COOKIE = 'zhiban_desk'

type Where = Pick<Config, 'publicUrl' | 'host' | 'port'>

const prefix = /^\/d\/([a-z0-9][a-z0-9-]{0,62})(\/.*)?$/
const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z0-9][a-z0-9-]{0,62})(?:;|$)`)

export function addressOf(
  { hostname, pathname: path }: URL,
  cookie: string | null,
  { publicUrl }: Where,
): Address {
  if (!isHere(hostname)) {
    const desk = hostname === new URL(publicUrl).hostname ? FIRST : hostname.toLowerCase()
    return { desk, path, keep: null }
  }
  if (path === '/d/') return { desk: FIRST, path: '/', keep: '' }
  const [, named, rest = '/'] = prefix.exec(path) ?? []
  if (named) return { desk: `d/${named}`, path: rest, keep: named }
  const before = kept.exec(cookie ?? '')?.[1]
  return { desk: before ? `d/${before}` : FIRST, path, keep: null }
}

/** What carriers and clients see of a desk with this name. */
export function publicUrlOf(desk: string, { publicUrl, host, port }: Where): string {
  if (desk === FIRST) return publicUrl
  if (desk.startsWith('d/')) return `http://${host}:${port}/${desk}`
  return desk.endsWith('.localhost') ? `http://${desk}:${port}` : `https://${desk}`
}

const isHere = (hostname: string): boolean =>
  hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
