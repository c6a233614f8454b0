import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { body, json, mayFail, type StaffEnv } from './staff-app.ts'

/** What better-auth answers, described: the staff app calls nothing that is not written down. */

const password = z.object({ password: z.string() })
const code = z.object({ code: z.string() })
const Codes = z.object({ backupCodes: z.array(z.string()) })
const Secret = Codes.extend({ totpURI: z.string() })

const paths = [
  {
    path: '/auth/sign-in/username',
    summary:
      'Sign in; sets the session cookie, or answers twoFactorRedirect: true and waits for the second step',
    request: z.object({ username: z.string(), password: z.string() }),
    answer: z.object({ twoFactorRedirect: z.boolean().optional() }),
  },
  { path: '/auth/sign-out', summary: 'Sign out here', request: z.object({}), answer: z.object({}) },
  {
    path: '/auth/two-factor/verify-totp',
    summary: 'The second step of signing in, or the first code of a new app: six digits',
    request: code,
    answer: z.object({}),
  },
  {
    path: '/auth/two-factor/verify-backup-code',
    summary: 'The second step by a recovery code, which is used up',
    request: code,
    answer: z.object({}),
  },
  {
    path: '/auth/two-factor/enable',
    summary:
      'A secret for an authenticator app and recovery codes; on once a first code is verified',
    request: password,
    answer: Secret,
  },
  {
    path: '/auth/two-factor/generate-backup-codes',
    summary: 'New recovery codes; the old ones end',
    request: password,
    answer: Codes,
  },
  {
    path: '/auth/two-factor/disable',
    summary: 'No second step any more',
    request: password,
    answer: z.object({}),
  },
]

export function describeAuth(api: OpenAPIHono<StaffEnv>): void {
  for (const { path, summary, request, answer } of paths) {
    api.openAPIRegistry.registerPath({
      method: 'post',
      path,
      summary,
      request: { body: body(request) },
      responses: { 200: json(answer, 'Done'), ...mayFail(400, 401, 429) },
    })
  }
}
