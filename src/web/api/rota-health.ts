import { createRoute, z } from '@hono/zod-openapi'
import { methods } from '../../desk/desk.ts'
import { FaultError } from '../../desk/fault.ts'
import { explain } from '../../desk/rota/explain.ts'
import { fairness } from '../../desk/rota/fairness.ts'
import { gapsBetween, hasPublishedHours } from '../../desk/rota/gaps.ts'
import { tellWhy } from '../../desk/rota/tell-why.ts'
import { lawyersOf } from '../../desk/rota.ts'
import { dayBounds } from '../../desk/zone.ts'
import { rotaHistory } from '../../store/read/rota.ts'
import { prefersEnglish } from '../answer.ts'
import type { WebParts } from '../parts.ts'
import { gapView } from './ask-rota.ts'
import { instant, json, mayFail, require, staffApp } from './staff-app.ts'

/** Whether the rota holds: gaps, fairness, and why somebody is on or not. */

const Gap = z.object({
  station: z.string(),
  stationName: z.string(),
  method: z.enum(methods),
  from: z.string(),
  to: z.string(),
  because: z.array(z.object({ lawyer: z.string().nullable(), code: z.string() })),
  published: z.boolean().openapi({ description: 'False: held to the station’s own rules' }),
})

const gaps = createRoute({
  method: 'get',
  path: '/rota/gaps',
  summary: 'Times in published hours at which nobody would be there',
  request: { query: z.object({ weeks: z.coerce.number().int().min(1).max(26).default(4) }) },
  responses: { 200: json(z.object({ items: z.array(Gap) }), 'Gaps'), ...mayFail(400, 401) },
})

const fair = createRoute({
  method: 'get',
  path: '/rota/fairness',
  summary: 'What each lawyer carries: hours, nights, days off; four weeks around now unless asked',
  request: { query: z.object({ from: instant.optional(), to: instant.optional() }) },
  responses: {
    200: json(
      z.object({
        from: z.number(),
        to: z.number(),
        calendarThrough: z.number(),
        items: z.array(
          z.object({
            lawyer: z.string(),
            lawyerName: z.string(),
            hours: z.number(),
            backupHours: z.number(),
            nights: z.number(),
            restDays: z.number(),
            restDayHours: z.number(),
          }),
        ),
      }),
      'Loads',
    ),
    ...mayFail(400, 401),
  },
})

const why = createRoute({
  method: 'get',
  path: '/rota/explain',
  summary: 'For every lawyer: on or not at this instant, and why',
  request: {
    query: z.object({ at: instant.optional(), method: z.enum(methods).default('phone') }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            lawyer: z.string(),
            lawyerName: z.string(),
            on: z.boolean(),
            reasons: z.array(z.object({ code: z.string(), text: z.string() })),
          }),
        ),
      }),
      'Explanations',
    ),
    ...mayFail(400, 401),
  },
})

const history = createRoute({
  method: 'get',
  path: '/rota/history',
  summary: 'The last changes of the rota: who, what, when, why (coordinator)',
  responses: {
    200: json(z.object({ items: z.array(z.record(z.string(), z.unknown())) }), 'Changes'),
    ...mayFail(401, 403),
  },
})

const DAY = 86_400_000

export function rotaHealth(parts: WebParts) {
  const { now } = parts
  return staffApp()
    .openapi(gaps, async (c) => {
      require(c.get('staff'), 'rota.see')
      const desk = await parts.desk()
      const to = now() + c.req.valid('query').weeks * 7 * DAY
      const items = gapsBetween(desk, now(), to).map((gap) => ({
        ...gapView(desk, gap),
        because: gap.because.map(({ lawyer, absence }) => ({
          lawyer,
          code: absence.code === 'status' ? absence.status : absence.code,
        })),
        published: hasPublishedHours(desk, gap.station),
      }))
      return c.json({ items }, 200)
    })
    .openapi(fair, async (c) => {
      require(c.get('staff'), 'rota.see')
      const desk = await parts.desk()
      const today = dayBounds(desk.timezone, now()).from
      const { from = today - 14 * DAY, to = from + 28 * DAY } = c.req.valid('query')
      if (to <= from || to - from > 400 * DAY) throw new FaultError('malformed', { fields: ['to'] })
      const items = fairness(desk, from, to).map((load) => ({
        ...load,
        lawyerName: lawyersOf(desk).get(load.lawyer)?.name ?? load.lawyer,
      }))
      return c.json({ from, to, calendarThrough: desk.calendar.through, items }, 200)
    })
    .openapi(why, async (c) => {
      require(c.get('staff'), 'rota.see')
      const desk = await parts.desk()
      const { at = now(), method } = c.req.valid('query')
      const language = prefersEnglish(c) ? 'en' : 'zh-CN'
      const items = explain(desk, method, at).map(({ lawyer, on, reasons }) => ({
        lawyer,
        lawyerName: lawyersOf(desk).get(lawyer)?.name ?? lawyer,
        on,
        reasons: reasons.map((one) => ({ code: one.code, text: tellWhy(desk, one, language) })),
      }))
      return c.json({ items }, 200)
    })
    .openapi(history, async (c) => {
      require(c.get('staff'), 'rota.change')
      return c.json({ items: await rotaHistory(parts.engine.db, parts.seal, 200) }, 200)
    })
}
