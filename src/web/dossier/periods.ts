import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { lastDay, type Period, type PeriodName, periods } from '../../desk/period.ts'
import { dateOfDay, dayOfDate } from '../../desk/rota/calendar.ts'
import { json, mayFail, staffApp } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import { date } from './ask.ts'

/** 期间 in calendar days and months (CPL art. 105), each with the article that sets it. */

const names = Object.keys(periods) as [PeriodName, ...PeriodName[]]

const route = createRoute({
  method: 'get',
  path: '/periods/{name}',
  summary: 'The last day of a period that starts on a day; the day itself is not counted',
  request: {
    params: z.object({ name: z.enum(names) }),
    query: z.object({ from: date }),
  },
  responses: {
    200: json(z.object({ last: z.string(), article: z.string() }), 'Its last day'),
    ...mayFail(400, 401, 409),
  },
})

export function periodEnds(parts: WebParts) {
  return staffApp().openapi(route, async (c) => {
    const period: Period = periods[c.req.valid('param').name]
    const from = dayOfDate(c.req.valid('query').from)
    if (from === null) throw new FaultError('malformed', { fields: ['from'] })
    const { calendar } = await parts.desk()
    const last = lastDay(calendar, from, period)
    if (typeof last === 'object') throw new FaultError(last.code, last)
    return c.json({ last: dateOfDay(last), article: period.article }, 200)
  })
}
