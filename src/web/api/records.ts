import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { FaultError } from '../../desk/fault.ts'
import { holderOf } from '../../store/read/conversation.ts'
import { headOf } from '../../store/read/head.ts'
import { ledgerLines } from '../../store/read/ledger.ts'
import { accessLog, staffEvents, undeliveredItems } from '../../store/read/staff.ts'
import { ledgerCsv } from '../ledger-csv.ts'
import type { WebParts } from '../parts.ts'
import { cursorOf, tail } from '../sse.ts'
import { instant, json, mayFail, require, staffApp } from './staff-app.ts'

/** The ledger, who read what, what could not be delivered, and the live log. */

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

const ledger = createRoute({
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

const access = createRoute({
  method: 'get',
  path: '/access',
  summary: 'Who read a conversation, when and why (coordinator)',
  request: { query: z.object({ conversation: z.string() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            conversation: z.string(),
            reader: z.string(),
            role: z.string(),
            reason: z.string().nullable(),
            at: z.string(),
          }),
        ),
      }),
      'Readings, oldest first',
    ),
    ...mayFail(400, 401, 403, 404),
  },
})

const undelivered = createRoute({
  method: 'get',
  path: '/undelivered',
  summary: 'What could not be delivered in the last days (coordinator)',
  request: { query: z.object({ since: instant.optional() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            item: z.string(),
            conversation: z.string().nullable(),
            channel: z.string(),
            act: z.string(),
            code: z.string().nullable(),
            at: z.string(),
          }),
        ),
      }),
      'Items that failed for good, newest first',
    ),
    ...mayFail(400, 401, 403),
  },
})

const WEEK = 7 * 86_400_000

export function records(parts: WebParts) {
  const { engine, seal, now } = parts
  return staffApp()
    .openapi(ledger, async (c) => {
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
    .openapi(access, async (c) => {
      require(c.get('staff'), 'access.see')
      const { conversation } = c.req.valid('query')
      if (!(await holderOf(engine.db, conversation))) throw new FaultError('not_found')
      return c.json({ items: await accessLog(engine.db, conversation) }, 200)
    })
    .openapi(undelivered, async (c) => {
      require(c.get('staff'), 'access.see')
      const { since = now() - WEEK } = c.req.valid('query')
      return c.json({ items: await undeliveredItems(engine.db, since) }, 200)
    })
}

/** Live: everything a coordinator may see, a lawyer's own; from now on unless a cursor says otherwise. */
export function liveEvents(parts: WebParts) {
  return async (c: Context): Promise<Response> => {
    const staff = await parts.auth.staff(c.req.raw.headers)
    if (!staff) throw new FaultError('not_signed_in')
    const { engine, seal, bell } = parts
    const after = c.req.header('last-event-id') ? cursorOf(c) : await headOf(engine.db)
    return tail(c, {
      bell,
      topics: async () => [null],
      after,
      read: (cursor) => staffEvents(engine.db, seal, staff, cursor),
    })
  }
}
