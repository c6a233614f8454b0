import { createRoute, z } from '@hono/zod-openapi'
import { newId } from '../../handle.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id } from './ask-rota.ts'
import { body, instant, json, mayFail, require, staffApp } from './staff-app.ts'

const list = createRoute({
  method: 'get',
  path: '/overrides',
  summary: 'Cover and removals that are not over yet',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            lawyer: z.string(),
            by: z.string().nullable(),
            station: z.string().nullable(),
            from: z.string(),
            to: z.string(),
          }),
        ),
      }),
      'Overrides',
    ),
    ...mayFail(401, 403),
  },
})

const add = createRoute({
  method: 'post',
  path: '/overrides',
  summary:
    'Have one lawyer stand in for another for a time, or (by: null) take them off (coordinator)',
  request: {
    body: body(
      z.object({
        lawyer: z.string(),
        by: z.string().nullable(),
        station: z.string().nullish(),
        from: instant,
        to: instant,
        reason: z.string().trim().max(500).optional(),
      }),
    ),
  },
  responses: { 201: json(Changed, 'Added'), ...mayFail(400, 401, 403, 409) },
})

const end = createRoute({
  method: 'delete',
  path: '/overrides/{id}',
  summary: 'Back to the rule from now on (coordinator)',
  request: { params: Id },
  responses: { 200: json(Changed, 'Ended'), ...mayFail(401, 403, 404, 409) },
})

export function overrides(parts: WebParts) {
  return staffApp()
    .openapi(list, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { overrides: all } = await parts.desk()
      const items = all
        .filter(({ to }) => to > parts.now())
        .map(({ at: _, from, to, ...rest }) => ({ ...rest, from: iso(from), to: iso(to) }))
      return c.json({ items }, 200)
    })
    .openapi(add, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { reason = null, station = null, ...rest } = c.req.valid('json')
      const id = newId()
      const act = { do: 'override.add' as const, id, fields: { ...rest, station }, reason }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 201)
    })
    .openapi(end, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      const gaps = await askRota(parts, c.get('staff'), { do: 'override.end', id })
      return c.json(await changed(parts, id, gaps), 200)
    })
}
