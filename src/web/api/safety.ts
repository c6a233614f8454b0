import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import {
  accounts,
  endSessions,
  passwordHashOf,
  sessionsOf,
  setPassword,
} from '../../store/account.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { ALONE, WITH_SECOND, weakness } from '../password.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

/** One's own sign-in: where one is signed in, and the password. The second factor is better-auth's (/auth/two-factor). */

const mine = createRoute({
  method: 'get',
  path: '/safety',
  summary: 'My sign-in: user name, second factor, and where I am signed in',
  responses: {
    200: json(
      z.object({
        username: z.string().nullable(),
        secondFactor: z.boolean(),
        /** Least characters of a new password. */
        least: z.number(),
        sessions: z.array(
          z.object({
            id: z.string(),
            current: z.boolean(),
            agent: z.string().nullable(),
            since: z.string(),
            seen: z.string(),
          }),
        ),
      }),
      'Mine',
    ),
    ...mayFail(401),
  },
})

const end = createRoute({
  method: 'delete',
  path: '/safety/sessions/{id}',
  summary: 'Sign out one of my sessions',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 200: json(z.object({ ended: z.number() }), 'Ended'), ...mayFail(401, 404) },
})

const endOthers = createRoute({
  method: 'post',
  path: '/safety/sessions/end-others',
  summary: 'Sign out everywhere but here',
  responses: { 200: json(z.object({ ended: z.number() }), 'Ended'), ...mayFail(401) },
})

const change = createRoute({
  method: 'post',
  path: '/safety/password',
  summary: 'Change my password; signs out everywhere but here',
  request: {
    body: body(z.object({ current: z.string().max(256), next: z.string().max(256) })),
  },
  responses: {
    200: json(z.object({ ended: z.number() }), 'Changed'),
    ...mayFail(400, 401, 403, 429),
  },
})

export function safety(parts: WebParts) {
  const { engine, now } = parts
  return staffApp()
    .openapi(mine, async (c) => {
      const { id, session, ...staff } = c.get('staff')
      require({ id, ...staff }, 'own.safety')
      const account = (await accounts(engine.db)).find((one) => one.staff === id)
      const sessions = await sessionsOf(engine.db, id, now())
      const secondFactor = account?.secondFactor ?? false
      return c.json(
        {
          username: account?.username ?? null,
          secondFactor,
          least: secondFactor ? WITH_SECOND : ALONE,
          sessions: sessions.map((one) => ({
            id: one.id,
            current: one.id === session,
            agent: one.agent,
            since: iso(one.since),
            seen: iso(one.seen),
          })),
        },
        200,
      )
    })
    .openapi(end, async (c) => {
      const staff = c.get('staff')
      require(staff, 'own.safety')
      const { id } = c.req.valid('param')
      const ended = await engine.atomically((tx) => endSessions(tx, staff.id, { id }))
      if (ended === 0) throw new FaultError('not_found')
      return c.json({ ended }, 200)
    })
    .openapi(endOthers, async (c) => {
      const { id, session, ...staff } = c.get('staff')
      require({ id, ...staff }, 'own.safety')
      const ended = await engine.atomically((tx) => endSessions(tx, id, { but: session }))
      return c.json({ ended }, 200)
    })
    .openapi(change, async (c) => {
      const { id, session, ...staff } = c.get('staff')
      require({ id, ...staff }, 'own.safety')
      const { current, next } = c.req.valid('json')
      const { hashPassword, verifyPassword } = await import('better-auth/crypto')
      const known = await passwordHashOf(engine.db, id)
      if (known === null || !(await verifyPassword({ hash: known, password: current })))
        throw new FaultError('wrong_password', { fields: ['current'] })
      const account = (await accounts(engine.db)).find((one) => one.staff === id)
      const near = [account?.username ?? '', id, staff.name, (await parts.desk()).name]
      const least = account?.secondFactor ? WITH_SECOND : ALONE
      const weak = await weakness(next, least, near)
      if (weak) throw new FaultError('weak_password', { fields: ['next', weak] })
      const hash = await hashPassword(next)
      const ended = await engine.atomically(async (tx) => {
        await setPassword(tx, id, hash, now())
        return endSessions(tx, id, { but: session })
      })
      return c.json({ ended }, 200)
    })
}
