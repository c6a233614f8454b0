import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { holderOf } from '../../store/read/conversation.ts'
import { accessLog, readings } from '../../store/read/staff.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, require, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/access',
  summary: 'Who read a conversation, or any, when and why (coordinator)',
  request: {
    query: z.object({
      conversation: z.string().optional(),
      cursor: z.coerce.number().int().positive().optional(),
    }),
  },
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
        next: z.string().nullable(),
      }),
      'Of one conversation, oldest first; of all, newest first',
    ),
    ...mayFail(400, 401, 403, 404),
  },
})

export function access({ engine }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'access.see')
    const { conversation, cursor } = c.req.valid('query')
    if (conversation === undefined) {
      return c.json(await readings(engine.db, cursor ?? null, 100), 200)
    }
    if (!(await holderOf(engine.db, conversation))) throw new FaultError('not_found')
    return c.json({ items: await accessLog(engine.db, conversation), next: null }, 200)
  })
}
