import { createRoute, z } from '@hono/zod-openapi'
import { onDuty } from '../../desk/rota.ts'
import { lawyerStates, pausedBy, presentNow } from '../../store/read/duty.ts'
import { iso, isoOrNull } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who I am',
  responses: {
    200: json(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.string(),
        desk: z.string(),
        timezone: z.string(),
        presence: z.string().nullable(),
        presenceUntil: z
          .string()
          .nullable()
          .openapi({ description: 'When a pause or an off ends by itself' }),
        pausedBy: z.string().nullable(),
        onDuty: z.array(z.object({ method: z.string(), tier: z.string(), until: z.string() })),
      }),
      'Me',
    ),
    ...mayFail(401),
  },
})

export function me(parts: WebParts) {
  const { engine, now } = parts
  return staffApp().openapi(route, async (c) => {
    const { session: _, ...staff } = c.get('staff')
    const desk = await parts.desk()
    const mine = (['phone', 'online'] as const).flatMap((method) =>
      onDuty(desk, method, now())
        .filter(({ lawyer }) => lawyer.id === staff.id)
        .map(({ tier, window }) => ({ method, tier, until: iso(window.to) })),
    )
    const states = await lawyerStates(engine.db)
    const state = states.get(staff.id)
    const presence = staff.role === 'lawyer' ? presentNow(state, now()) : null
    return c.json(
      {
        ...staff,
        desk: desk.name,
        timezone: desk.timezone,
        presence,
        presenceUntil:
          presence !== null && presence !== 'on' ? isoOrNull(state?.until ?? null) : null,
        pausedBy: pausedBy(state, now()),
        onDuty: mine,
      },
      200,
    )
  })
}
