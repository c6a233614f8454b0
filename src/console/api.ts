import { hc } from 'hono/client'
import type { StaffApi } from '../web/app.ts'

/** The documented API, typed from the server's own routes; nothing else is called. */
export const api = hc<StaffApi>('/api')

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

interface Answer<T> {
  ok: boolean
  status: number
  json(): Promise<T>
}

/** What the route answers when it went well. */
type Good<A> = A extends Answer<infer T> ? Exclude<T, { error: unknown }> : never

/** Unwraps an answer; a fault becomes an error with the server's own words for it. */
export async function good<A extends Answer<unknown>>(asked: Promise<A>): Promise<Good<A>> {
  const answer = await asked
  // Something between here and the desk may answer in its own way, or break off.
  const body = await answer.json().catch(() => null)
  if (answer.ok && body !== null) return body as Good<A>
  const { code = '', message = '' } =
    (body as { error?: { code?: string; message?: string } } | null)?.error ?? {}
  throw new ApiError(answer.ok ? 502 : answer.status, code, message)
}

/** `second`: the password was right, and the second step is still to come. `late`: the wait in seconds. */
export type SignedIn = 'yes' | 'no' | 'second' | { late: number }

export async function signIn(username: string, password: string): Promise<SignedIn> {
  const answer = await fetch('/api/auth/sign-in/username', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (answer.status === 429) return { late: Number(answer.headers.get('retry-after') ?? '60') }
  if (!answer.ok) return 'no'
  const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean }
  return twoFactorRedirect ? 'second' : 'yes'
}

export const signOut = (): Promise<Response> =>
  fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
