import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import { dropView, savedViews, saveView } from '../../store/preference.ts'
import type { WebParts } from '../parts.ts'
import { body, json, mayFail, staffApp } from './staff-app.ts'

const View = z.object({ id: z.string(), name: z.string(), query: z.string() }).openapi('SavedView')

const list = createRoute({
  method: 'get',
  path: '/views',
  summary: 'My saved views of the list of conversations',
  responses: { 200: json(z.object({ items: z.array(View) }), 'Views'), ...mayFail(401) },
})

const add = createRoute({
  method: 'post',
  path: '/views',
  summary: 'Save a view',
  request: {
    body: body(z.object({ name: z.string().trim().min(1).max(40), query: z.string().max(1000) })),
  },
  responses: { 201: json(View, 'Saved'), ...mayFail(400, 401) },
})

const drop = createRoute({
  method: 'delete',
  path: '/views/{id}',
  summary: 'Drop a view of mine',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(z.object({ id: z.string() }), 'Dropped'), ...mayFail(401, 404) },
})

/** What was searched for may be a client's words or name; it is kept nowhere in the clear. */
function withoutWords(query: string): string {
  const kept = new URLSearchParams(query)
  kept.delete('q')
  return kept.toString()
}

export function views({ engine, now }: WebParts) {
  return staffApp()
    .openapi(list, async (c) =>
      c.json({ items: await savedViews(engine.db, c.get('staff').id) }, 200),
    )
    .openapi(add, async (c) => {
      const { name, query } = c.req.valid('json')
      const view = { id: newId(), name, query: withoutWords(query) }
      await saveView(engine.db, c.get('staff').id, view, now())
      return c.json(view, 201)
    })
    .openapi(drop, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await dropView(engine.db, c.get('staff').id, id))) throw new FaultError('not_found')
      return c.json({ id }, 200)
    })
}
