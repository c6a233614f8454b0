import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Act, Staff, Subject } from '../../desk/access.ts'
import { may } from '../../desk/access.ts'
import { FaultError, faults } from '../../desk/fault.ts'
import { faultResponse, fieldsOf, readText } from '../answer.ts'
import type { Signed } from '../auth.ts'
import type { WebParts } from '../parts.ts'

/** What the staff API's files share: who asks, what they may, and how a fault is described. */

export interface StaffEnv {
  Variables: { staff: Signed }
}

export function staffApp(): OpenAPIHono<StaffEnv> {
  return new OpenAPIHono<StaffEnv>({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : faultResponse(c, { code: 'malformed', fields: fieldsOf(result.error) }),
  })
}

export const faultSchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(faults) as [string, ...string[]]),
      message: z.string(),
      fields: z.array(z.string()).optional(),
    }),
  })
  .openapi('Fault')

const described: Record<number, string> = {
  400: 'Malformed',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Clash with what happened meanwhile',
  429: 'Too often; see Retry-After',
  503: 'Not available now',
}

/** The faults a route may answer with, for its description. */
export function mayFail<S extends number>(...statuses: S[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: described[status] ?? 'Fault',
        content: { 'application/json': { schema: faultSchema } },
      },
    ]),
  ) as Record<
    S,
    { description: string; content: { 'application/json': { schema: typeof faultSchema } } }
  >
}

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** Refuses with the fault that fits; the decision itself is desk/access.ts. */
export function require(staff: Staff, act: Act, subject: Subject = {}): void {
  const answer = may(staff, act, subject)
  if (answer === 'reason_missing') throw new FaultError('reason_missing', { fields: ['reason'] })
  if (answer === 'no') throw new FaultError('forbidden')
}

/** Every staff route: a session, a sound body, or the fault. */
export function guard(parts: WebParts) {
  return async (c: Context<StaffEnv>, next: () => Promise<void>): Promise<void> => {
    const staff = await parts.auth.staff(c.req.raw.headers)
    if (!staff) throw new FaultError('not_signed_in')
    c.set('staff', staff)
    if (c.req.method !== 'GET' && c.req.method !== 'DELETE') await soundBody(c)
    await next()
  }
}

/** A table of people, which is no JSON: its route reads it and sets its own limit. */
export const PEOPLE_FILE = '/notices/people'

/** Checked before the route's own schema, so that a broken body is a fault like any other. */
async function soundBody(c: Context): Promise<void> {
  if (c.req.path.endsWith(PEOPLE_FILE)) return
  const text = await readText(c)
  if (text === '') return
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new FaultError('wrong_type')
  try {
    JSON.parse(text)
  } catch {
    throw new FaultError('malformed')
  }
}

export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

/** Text a person wrote: at most 4,000 characters, so that every channel can carry it. */
export const MAX_TEXT = 4000
