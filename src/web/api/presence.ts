import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { presences } from '../../desk/state.ts'
import type { WebParts } from '../parts.ts'
import { body, instant, json, mayFail, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'post',
  path: '/presence',
  summary: 'Go on, pause, or go off; an off lasts to the end of this stretch of duty',
  request: { body: body(z.object({ state: z.enum(presences), until: instant.optional() })) },
  responses: { 200: json(z.object({ state: z.string() }), 'Set'), ...mayFail(400, 401, 403) },
})

export function presence({ handle }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    const staff = c.get('staff')
    if (staff.role !== 'lawyer') throw new FaultError('forbidden')
    const { state, until } = c.req.valid('json')
    await handle({
      type: 'presence.set',
      lawyer: staff.id,
      presence: state,
      until: until ?? null,
      via: 'browser',
    })
    return c.json({ state }, 200)
  })
}
