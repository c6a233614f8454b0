import { createRoute, z } from '@hono/zod-openapi'
import { figures } from '../../store/read/figures.ts'
import { figuresCsv } from '../figures-csv.ts'
import type { WebParts } from '../parts.ts'
import { instant, mayFail, require, staffApp } from './staff-app.ts'

const counted = {
  came: z.number(),
  asked: z.number(),
  answered: z.number(),
  within20: z.number(),
  within60: z.number(),
  abandoned: z.number(),
  p50: z.number().nullable().openapi({ description: 'Seconds waited, the middle one' }),
  p95: z.number().nullable(),
}

const Figures = z
  .object({
    total: z.object(counted),
    byChannel: z.array(z.object({ channel: z.string(), ...counted })),
    byStation: z.array(z.object({ station: z.string().nullable(), ...counted })),
    byLawyer: z.array(z.object({ lawyer: z.string(), ...counted })),
    byHour: z.array(
      z.object({
        hour: z.number(),
        calls: z.number(),
        written: z.number(),
        messages: z.number(),
      }),
    ),
    byDay: z.array(
      z.object({ day: z.string(), calls: z.number(), written: z.number(), missed: z.number() }),
    ),
  })
  .openapi('Figures')

const route = createRoute({
  method: 'get',
  path: '/figures',
  summary: 'Figures of a stretch of time (coordinator); CSV has one table after another',
  request: {
    query: z.object({
      from: instant,
      to: instant,
      station: z.string().optional(),
      format: z.enum(['json', 'csv']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'Figures',
      content: {
        'application/json': { schema: Figures },
        'text/csv': { schema: z.string() },
      },
    },
    ...mayFail(400, 401, 403),
  },
})

export function figuresApi({ engine, desk }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'desk.oversee')
    const { format, ...span } = c.req.valid('query')
    const facts = await desk()
    const found = await figures(engine.db, facts, span)
    if (format === 'json') return c.json(found, 200)
    return c.body(figuresCsv(found, facts), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="figures.csv"',
    })
  })
}
