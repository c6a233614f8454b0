import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { WebParts } from './parts.ts'

/** The chat token as this browser keeps it: out of reach of scripts, and of every other site. */

export const CHAT_COOKIE = 'zhiban_chat'
const MONTH = 30 * 86_400

export function keepToken(c: Context, parts: WebParts, token: string): void {
  setCookie(c, CHAT_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: parts.publicUrl.startsWith('https:'),
    maxAge: MONTH,
  })
}
