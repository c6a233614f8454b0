import { createRoute, z } from '@hono/zod-openapi'
import { checkRecordByRule } from '../../../desk/assist/check-record.ts'
import type { Finding } from '../../../desk/assist/result.ts'
import { FaultError } from '../../../desk/fault.ts'
import type { Stage } from '../../../desk/state.ts'
import { dayBounds } from '../../../desk/zone.ts'
import { requestsSince } from '../../../store/model-request.ts'
import { foundByModel, listRequests, requestView, sentWords } from '../../../store/read/assist.ts'
import { ledgerLines } from '../../../store/read/ledger.ts'
import type { WebParts } from '../../parts.ts'
import { instant, json, mayFail, require, staffApp } from '../staff-app.ts'
import { Check, id, ModelRequest } from './schema.ts'

/** For the coordinator: whether there is a model, what was asked of it, the very words, and what looks wrong in the ledger. */

const state = createRoute({
  method: 'get',
  path: '/assist',
  summary: 'Whether there is a model, where, and how often it was asked today',
  responses: {
    200: json(
      z.object({
        on: z.boolean(),
        host: z.string().nullable(),
        model: z.string().nullable(),
        purposes: z.array(z.string()),
        today: z.number(),
        daily: z.number(),
      }),
      'The state of it',
    ),
    ...mayFail(401),
  },
})

const list = createRoute({
  method: 'get',
  path: '/assist/requests',
  summary: 'What was asked of the model, newest first (coordinator)',
  request: {
    query: z.object({ conversation: z.string().optional(), before: instant.optional() }),
  },
  responses: {
    200: json(z.object({ items: z.array(ModelRequest) }), 'A page'),
    ...mayFail(400, 401, 403),
  },
})

const one = createRoute({
  method: 'get',
  path: '/assist/requests/{id}',
  summary: 'One request with the very words that were sent; a reason is asked for, and kept',
  request: { params: id, query: z.object({ reason: z.string().max(500).optional() }) },
  responses: {
    200: json(ModelRequest.extend({ sent: z.string().nullable() }), 'The request'),
    ...mayFail(400, 401, 403, 404),
  },
})

const checks = createRoute({
  method: 'get',
  path: '/assist/ledger',
  summary: 'Records that look incomplete or contradictory, by rule and by model (coordinator)',
  request: { query: z.object({ from: instant.optional(), to: instant.optional() }) },
  responses: {
    200: json(z.object({ items: z.array(Check) }), 'Lines with a finding'),
    ...mayFail(400, 401, 403),
  },
})

export function assistSeen(parts: WebParts) {
  const { engine, seal, now, model } = parts
  return staffApp()
    .openapi(state, async (c) => {
      const { timezone } = await parts.desk()
      const today = await requestsSince(engine.db, dayBounds(timezone, now()).from)
      return c.json(
        {
          on: model !== null,
          host: model && new URL(model.baseUrl).host,
          model: model?.model ?? null,
          purposes: [...(model?.purposes ?? [])],
          today,
          daily: model?.daily ?? 0,
        },
        200,
      )
    })
    .openapi(list, async (c) => {
      require(c.get('staff'), 'assist.see')
      return c.json({ items: await listRequests(engine.db, c.req.valid('query')) }, 200)
    })
    .openapi(one, async (c) => {
      const staff = c.get('staff')
      require(staff, 'assist.see')
      const found = await requestView(engine.db, c.req.valid('param').id)
      if (!found) throw new FaultError('not_found')
      const reason = c.req.valid('query').reason?.trim() || null
      const { row, view } = found
      const { conversation } = row
      require(staff, 'conversation.read', { conversation: { lawyer: null }, reason })
      // On record before the words leave the house, as with any reading.
      const reader = { reader: staff.id, role: staff.role, reason }
      await parts.handle({ type: 'conversation.read', conversation, ...reader })
      return c.json({ ...view, sent: await sentWords(engine.db, seal, row) }, 200)
    })
    .openapi(checks, async (c) => {
      const staff = c.get('staff')
      require(staff, 'assist.see')
      const { from = 0, to = now() + 1 } = c.req.valid('query')
      const desk = await parts.desk()
      const found = await foundByModel(engine.db, from)
      const lines = await ledgerLines(engine.db, seal, desk, staff, { from, to })
      const items = lines.map(
        ({ id: line, conversation, lawyer, lawyerName, closedAt, ...rest }) => {
          const byRule = checkRecordByRule({ ...rest, stage: rest.stage as Stage | null })
          const byModel = (found.get(conversation ?? '') ?? []) as Finding[]
          return { line, conversation, lawyer, lawyerName, closedAt, byRule, byModel }
        },
      )
      const noted = items.filter(({ byRule, byModel }) => byRule.length + byModel.length > 0)
      return c.json({ items: noted }, 200)
    })
}
