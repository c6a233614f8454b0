import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { holderOf } from '../../store/read/conversation.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, require, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'delete',
  path: '/conversations/{id}/words',
  summary:
    'Forget a conversation’s words, for a client who asks and has no token (PIPL 47); what the ledger must keep stays (coordinator)',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    202: json(
      z.object({ asked: z.boolean() }),
      'Done; where it is still under way, once it is over',
    ),
    ...mayFail(401, 403, 404),
  },
})

export function forgetting(parts: WebParts) {
  return staffApp().openapi(route, async (c) => {
    const staff = c.get('staff')
    require(staff, 'conversation.forget')
    const { id: conversation } = c.req.valid('param')
    if (!(await holderOf(parts.engine.db, conversation))) throw new FaultError('not_found')
    await parts.handle({
      type: 'conversation.forget',
      conversation,
      by: 'coordinator',
      staff: staff.id,
    })
    return c.json({ asked: true }, 202)
  })
}
