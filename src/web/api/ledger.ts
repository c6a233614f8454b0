import { createRoute, z } from '@hono/zod-openapi'
import { ledgerLines } from '../../store/read/ledger.ts'
import { ledgerCsv } from '../ledger-csv.ts'
import type { WebParts } from '../parts.ts'
import { instant, mayFail, require, staffApp } from './staff-app.ts'

const Line = z
  .object({
    id: z.string(),
    conversation: z.string(),
    lawyer: z.string(),
    lawyerName: z.string(),
    licence: z.string(),
    station: z.string().nullable(),
    channel: z.string(),
    stage: z.string().nullable(),
    charge: z.string(),
    question: z.string(),
    answer: z.string(),
    outcome: z.string(),
    openedAt: z.string(),
    takenAt: z.string(),
    endedAt: z.string(),
    closedAt: z.string(),
    minutes: z.number(),
  })
  .openapi('LedgerLine')

const route = createRoute({
  method: 'get',
  path: '/ledger',
  summary: 'The work ledger (Art. 28): a lawyer sees their own lines',
  request: {
    query: z.object({
      from: instant.optional(),
      to: instant.optional(),
      format: z.enum(['json', 'csv']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'Lines; CSV is UTF-8 with BOM',
      content: {
        'application/json': { schema: z.object({ items: z.array(Line) }) },
        'text/csv': { schema: z.string() },
      },
    },
    ...mayFail(400, 401),
  },
})

export function ledger(parts: WebParts) {
  const { engine, seal, now } = parts
  return staffApp().openapi(route, async (c) => {
    const staff = c.get('staff')
    require(staff, 'ledger.see')
    const { from = 0, to = now() + 1, format } = c.req.valid('query')
    const desk = await parts.desk()
    const items = await ledgerLines(engine.db, seal, desk, staff, from, to)
    if (format === 'json') return c.json({ items }, 200)
    return c.body(ledgerCsv(items, desk), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ledger.csv"',
    }) as never
  })
}
