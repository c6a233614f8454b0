import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { holderOf } from '../../store/read/conversation.ts'
import { accessLog } from '../../store/read/staff.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, require, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/access',
  summary: 'Who read a conversation, when and why (coordinator)',
  request: { query: z.object({ conversation: z.string() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            conversation: z.string(),
            reader: z.string(),
            role: z.string(),
            reason: z.string().nullable(),
            at: z.string(),
          }),
        ),
      }),
      'Readings, oldest first',
    ),
    ...mayFail(400, 401, 403, 404),
  },
})

export function access({ engine }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'access.see')
    const { conversation } = c.req.valid('query')
    if (!(await holderOf(engine.db, conversation))) throw new FaultError('not_found')
    return c.json({ items: await accessLog(engine.db, conversation) }, 200)
  })
}
