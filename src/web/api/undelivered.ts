import { createRoute, z } from '@hono/zod-openapi'
import { undeliveredItems } from '../../store/read/staff.ts'
import type { WebParts } from '../parts.ts'
import { instant, json, mayFail, require, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/undelivered',
  summary: 'What could not be delivered in the last days (coordinator)',
  request: { query: z.object({ since: instant.optional() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            item: z.string(),
            conversation: z.string().nullable(),
            channel: z.string(),
            act: z.string(),
            code: z.string().nullable(),
            at: z.string(),
          }),
        ),
      }),
      'Items that failed for good, newest first',
    ),
    ...mayFail(400, 401, 403),
  },
})

const WEEK = 7 * 86_400_000

export function undelivered({ engine, now }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'access.see')
    const { since = now() - WEEK } = c.req.valid('query')
    return c.json({ items: await undeliveredItems(engine.db, since) }, 200)
  })
}
