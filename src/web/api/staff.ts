import { createRoute, z } from '@hono/zod-openapi'
import { onDuty } from '../../desk/rota.ts'
import { lawyerStates, pausedBy, presentNow } from '../../store/read/duty.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/staff',
  summary: 'Names of lawyers and coordinators, and who is on duty now',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            role: z.string(),
            presence: z.string().nullable(),
            /** misses: the desk paused them, because two offers in a row were not answered. */
            pausedBy: z.string().nullable(),
            onDuty: z.array(z.string()),
          }),
        ),
      }),
      'Staff',
    ),
    ...mayFail(401),
  },
})

export function staff(parts: WebParts) {
  const { engine, now } = parts
  return staffApp().openapi(route, async (c) => {
    const desk = await parts.desk()
    const states = await lawyerStates(engine.db)
    const on = new Map<string, string[]>()
    for (const method of ['phone', 'online'] as const) {
      for (const { lawyer } of onDuty(desk, method, now())) {
        on.set(lawyer.id, [...(on.get(lawyer.id) ?? []), method])
      }
    }
    const lawyers = desk.lawyers.map(({ id, name }) => ({
      id,
      name,
      role: 'lawyer',
      presence: presentNow(states.get(id), now()) as string | null,
      pausedBy: pausedBy(states.get(id), now()),
      onDuty: on.get(id) ?? [],
    }))
    const coordinators = desk.coordinators.map(({ id, name }) => ({
      id,
      name,
      role: 'coordinator',
      presence: null,
      pausedBy: null,
      onDuty: [],
    }))
    return c.json({ items: [...lawyers, ...coordinators] }, 200)
  })
}
