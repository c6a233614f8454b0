import { createRoute, z } from '@hono/zod-openapi'
import { dayKinds, methods, tiers } from '../../desk/desk.ts'
import { newId } from '../../handle.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id } from './ask-rota.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const Rotation = z.object({
  station: z.string(),
  methods: z.array(z.enum(methods)).min(1),
  tier: z.enum(tiers).default('primary'),
  order: z.array(z.string()).min(1),
  days: z.number().int().min(1).max(366),
  handover: z.string(),
  on: z.enum(dayKinds).default('every'),
  from: z.string(),
  to: z.string(),
  starts: z.iso.date(),
})

const list = createRoute({
  method: 'get',
  path: '/rotations',
  summary: 'Rotations in force',
  responses: {
    200: json(z.object({ items: z.array(Rotation.extend({ id: z.string() })) }), 'Rotations'),
    ...mayFail(401),
  },
})

const add = createRoute({
  method: 'post',
  path: '/rotations',
  summary: 'Let lawyers take turns at a duty (coordinator)',
  request: { body: body(Rotation) },
  responses: { 201: json(Changed, 'Added'), ...mayFail(400, 401, 403, 409) },
})

const change = createRoute({
  method: 'patch',
  path: '/rotations/{id}',
  summary: 'Change a rotation from now on (coordinator)',
  request: { params: Id, body: body(Rotation.partial()) },
  responses: { 200: json(Changed, 'Changed'), ...mayFail(400, 401, 403, 404, 409) },
})

const remove = createRoute({
  method: 'delete',
  path: '/rotations/{id}',
  summary: 'End a rotation now (coordinator)',
  request: { params: Id },
  responses: { 200: json(Changed, 'Ended'), ...mayFail(401, 403, 404, 409) },
})

export function rotations(parts: WebParts) {
  return staffApp()
    .openapi(list, async (c) => {
      require(c.get('staff'), 'rota.see')
      const now = parts.now()
      const { rotations: all } = await parts.desk()
      const items = all.filter(({ until }) => until === undefined || until > now)
      return c.json({ items: items.map(({ since: _, until: __, ...rest }) => rest) }, 200)
    })
    .openapi(add, async (c) => {
      require(c.get('staff'), 'rota.change')
      const id = newId()
      const fields = c.req.valid('json')
      const gaps = await askRota(parts, c.get('staff'), { do: 'rotation.add', id, fields })
      return c.json(await changed(parts, id, gaps), 201)
    })
    .openapi(change, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      // Zod fills in what a new rotation would have; only what was sent is changed.
      const sent = Object.keys((await c.req.json()) as object)
      const fields = Object.fromEntries(
        Object.entries(c.req.valid('json')).filter(([key]) => sent.includes(key)),
      )
      const gaps = await askRota(parts, c.get('staff'), { do: 'rotation.change', id, fields })
      return c.json(await changed(parts, id, gaps), 200)
    })
    .openapi(remove, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      const gaps = await askRota(parts, c.get('staff'), { do: 'rotation.remove', id })
      return c.json(await changed(parts, id, gaps), 200)
    })
}
