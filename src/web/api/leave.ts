import { createRoute, z } from '@hono/zod-openapi'
import { leaveStates } from '../../desk/rota/facts.ts'
import { newId } from '../../handle.ts'
import { iso } from '../../store/read/entry.ts'
import { reasons } from '../../store/read/rota.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id } from './ask-rota.ts'
import { body, instant, json, mayFail, require, staffApp } from './staff-app.ts'

const Reason = z.string().trim().max(500).optional()

const list = createRoute({
  method: 'get',
  path: '/leave',
  summary: 'Leave asked for and granted, not yet over: a lawyer’s own, a coordinator’s all',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            lawyer: z.string(),
            from: z.string(),
            to: z.string(),
            state: z.enum(leaveStates),
            askedAt: z.string(),
            reason: z.string().nullable(),
          }),
        ),
      }),
      'Leave',
    ),
    ...mayFail(401),
  },
})

const ask = createRoute({
  method: 'post',
  path: '/leave',
  summary: 'Ask for leave; what a coordinator puts down is granted',
  request: {
    body: body(
      z.object({ lawyer: z.string().optional(), from: instant, to: instant, reason: Reason }),
    ),
  },
  responses: { 201: json(Changed, 'Asked, or granted'), ...mayFail(400, 401, 403, 409) },
})

const decide = createRoute({
  method: 'post',
  path: '/leave/{id}/decide',
  summary: 'Grant or refuse leave (coordinator); answers with the gaps that opens',
  request: { params: Id, body: body(z.object({ grant: z.boolean(), reason: Reason })) },
  responses: { 200: json(Changed, 'Decided'), ...mayFail(400, 401, 403, 404, 409) },
})

const end = createRoute({
  method: 'delete',
  path: '/leave/{id}',
  summary: 'Take leave back; leave that has begun is over from now on',
  request: { params: Id },
  responses: { 200: json(Changed, 'Ended'), ...mayFail(401, 403, 404, 409) },
})

export function leave(parts: WebParts) {
  return staffApp()
    .openapi(list, async (c) => {
      const staff = c.get('staff')
      const desk = await parts.desk()
      const mine = desk.leave.filter(
        ({ lawyer, to }) =>
          to > parts.now() && (staff.role === 'coordinator' || lawyer === staff.id),
      )
      const given = mine.map(({ reason }) => reason).filter((id) => id !== null)
      const words = await reasons(parts.engine.db, parts.seal, given)
      const items = mine.map(({ at, from, to, reason, ...rest }) => ({
        ...rest,
        from: iso(from),
        to: iso(to),
        askedAt: iso(at),
        reason: (reason && words.get(reason)) ?? null,
      }))
      return c.json({ items }, 200)
    })
    .openapi(ask, async (c) => {
      const staff = c.get('staff')
      const { lawyer = staff.id, from, to, reason = null } = c.req.valid('json')
      const id = newId()
      const act = { do: 'leave.ask' as const, id, lawyer, span: { from, to }, reason }
      return c.json(await changed(parts, id, await askRota(parts, staff, act)), 201)
    })
    .openapi(decide, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      const { grant, reason = null } = c.req.valid('json')
      const act = { do: 'leave.decide' as const, id, grant, reason }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 200)
    })
    .openapi(end, async (c) => {
      const { id } = c.req.valid('param')
      const gaps = await askRota(parts, c.get('staff'), { do: 'leave.end', id })
      return c.json(await changed(parts, id, gaps), 200)
    })
}
