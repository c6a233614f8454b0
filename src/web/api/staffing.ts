import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import type { WebParts } from '../parts.ts'
import { staffingCsv } from '../staffing-csv.ts'
import { instant, mayFail, require, staffApp } from './staff-app.ts'
import { StaffingAnswer } from './staffing-schema.ts'

const DAY = 86_400_000
const SHORTEST = 7 * DAY
const LONGEST = 190 * DAY

const route = createRoute({
  method: 'get',
  path: '/staffing',
  summary:
    'The fewest lawyers each hour of the week needs, rehearsed from the log of a stretch of one to 27 weeks; asked again while it is worked out (coordinator)',
  request: {
    query: z.object({
      from: instant,
      to: instant,
      format: z.enum(['json', 'csv']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'The advice, or how far it is',
      content: {
        'application/json': { schema: StaffingAnswer },
        'text/csv': { schema: z.string() },
      },
    },
    ...mayFail(400, 401, 403, 404),
  },
})

export function staffingApi({ desk, staffing }: WebParts) {
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'desk.oversee')
    const { from, to, format } = c.req.valid('query')
    if (to - from < SHORTEST || to - from > LONGEST) {
      throw new FaultError('malformed', { fields: ['from', 'to'] })
    }
    const found = staffing({ from, to })
    if (format === 'json') return c.json(found, 200)
    if (found.state !== 'ready') throw new FaultError('not_found')
    return c.body(staffingCsv(found, (await desk()).language), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="staffing.csv"',
    })
  })
}
