import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { windowsOf } from '../../desk/rota.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { instant, json, mayFail, require, staffApp } from './staff-app.ts'

const route = createRoute({
  method: 'get',
  path: '/rota',
  summary: 'Shifts as they fall between two instants',
  request: { query: z.object({ from: instant.optional(), to: instant.optional() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            shift: z.string(),
            lawyer: z.string(),
            lawyerName: z.string(),
            station: z.string(),
            methods: z.array(z.string()),
            tier: z.string(),
            mode: z.string(),
            from: z.string(),
            to: z.string(),
          }),
        ),
      }),
      'Windows of duty',
    ),
    ...mayFail(400, 401),
  },
})

const WEEK = 7 * 86_400_000

export function rota(parts: WebParts) {
  const { now } = parts
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'rota.see')
    const { from = now(), to = from + WEEK } = c.req.valid('query')
    if (to <= from) throw new FaultError('malformed', { fields: ['to'] })
    const desk = await parts.desk()
    const names = new Map(desk.lawyers.map(({ id, name }) => [id, name]))
    const items = desk.shifts
      .flatMap((shift) =>
        windowsOf(shift, desk.timezone, from, to).map((window) => ({ shift, window })),
      )
      .sort((a, b) => a.window.from - b.window.from)
      .map(({ shift, window }) => ({
        shift: shift.id,
        lawyer: shift.lawyer,
        lawyerName: names.get(shift.lawyer) ?? shift.lawyer,
        station: shift.station,
        methods: shift.methods,
        tier: shift.tier,
        mode: shift.mode,
        from: iso(window.from),
        to: iso(window.to),
      }))
    return c.json({ items }, 200)
  })
}
