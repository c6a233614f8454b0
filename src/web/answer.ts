import type { Context } from 'hono'
import type { z } from 'zod'
import { type Fault, FaultError, faults } from '../desk/fault.ts'

/** How faults leave the house, and how bodies come in. */

export const MAX_BODY = 64 * 1024

export function faultResponse(c: Context, { code, fields, retryAfter }: Fault): Response {
  const [status, zh, en] = faults[code]
  const message = prefersEnglish(c) ? en : zh
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.json({ error: { code, message, ...(fields ? { fields } : {}) } }, status)
}

export const prefersEnglishIn = (accepted: string | null | undefined): boolean =>
  /^\s*en\b/i.test(accepted ?? '')

export const prefersEnglish = (c: Context): boolean =>
  prefersEnglishIn(c.req.header('accept-language'))

/** Reads a whole body, refusing one over 64 KB before it is in memory. */
export async function readText(c: Context): Promise<string> {
  const declared = Number(c.req.header('content-length') ?? '0')
  if (declared > MAX_BODY) throw new FaultError('too_large')
  const text = await c.req.text()
  if (text.length > MAX_BODY || Buffer.byteLength(text) > MAX_BODY)
    throw new FaultError('too_large')
  return text
}

const kindOf = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export async function readJson(c: Context): Promise<unknown> {
  if (kindOf(c) !== 'application/json') throw new FaultError('wrong_type')
  const text = await readText(c)
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message would quote the text.
    throw new FaultError('malformed')
  }
}

export async function readForm(c: Context): Promise<Record<string, string>> {
  if (kindOf(c) !== 'application/x-www-form-urlencoded') throw new FaultError('wrong_type')
  return Object.fromEntries(new URLSearchParams(await readText(c)))
}

/** Checks a value against a schema; faults name the fields and never repeat what stood in them. */
export function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new FaultError('malformed', { fields: fieldsOf(result.error) })
}

export const fieldsOf = (error: z.core.$ZodError): string[] => [
  ...new Set(error.issues.map(({ path }) => path.join('.')).filter((path) => path !== '')),
]
