import { createRoute, z } from '@hono/zod-openapi'
import { deskNow } from '../../store/read/now.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, require, staffApp } from './staff-app.ts'

const Waiting = z
  .object({
    id: z.string(),
    client: z.string(),
    channel: z.string(),
    station: z.string().nullable(),
    state: z.string(),
    lawyer: z.string().nullable().openapi({ description: 'Name' }),
    urgent: z.boolean(),
    waitingSince: z.string().nullable(),
    unansweredSince: z.string().nullable(),
    promise: z.object({ kind: z.string(), at: z.string() }).nullable(),
    recalls: z.number(),
  })
  .openapi('Waiting')

const route = createRoute({
  method: 'get',
  path: '/now',
  summary:
    'This minute at the desk: who is on, what rings, who waits, what was promised (coordinator)',
  responses: {
    200: json(
      z.object({
        at: z.string(),
        onDuty: z.array(
          z.object({
            lawyer: z.string(),
            name: z.string(),
            station: z.string(),
            methods: z.array(z.string()),
            tier: z.string(),
            until: z.string(),
            presence: z.string(),
            pausedBy: z.string().nullable(),
            open: z.number(),
            limit: z.number(),
          }),
        ),
        ringing: z.array(
          z.object({
            offer: z.string(),
            conversation: z.string(),
            client: z.string(),
            lawyer: z.string(),
            name: z.string(),
            method: z.string(),
            offeredAt: z.string(),
            expiresAt: z.string(),
          }),
        ),
        waiting: z.array(Waiting),
        promised: z.array(Waiting),
        active: z.array(Waiting),
      }),
      'Now',
    ),
    ...mayFail(401, 403),
  },
})

export function deskNowApi({ engine, desk, now }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'desk.oversee')
    return c.json(await deskNow(engine.db, await desk(), now()), 200)
  })
}
