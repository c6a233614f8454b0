import { createRoute, z } from '@hono/zod-openapi'
import { services } from '../../desk/dossier/services.ts'
import { FaultError } from '../../desk/fault.ts'
import { stages } from '../../desk/state.ts'
import { newId } from '../../handle.ts'
import { askDossier, Id } from '../dossier/ask.ts'
import { layoutOf, ledgerTable } from '../ledger/table.ts'
import type { WebParts } from '../parts.ts'
import { answerTable, XLSX } from '../sheet/answer.ts'
import { body, instant, json, mayFail, require, staffApp } from './staff-app.ts'

const Line = z
  .object({
    id: z.string(),
    conversation: z.string().nullable(),
    paper: z.string().nullable(),
    lawyer: z.string(),
    lawyerName: z.string(),
    licence: z.string(),
    station: z.string().nullable(),
    channel: z.string(),
    services: z.array(z.string()),
    stage: z.string().nullable(),
    charge: z.string(),
    question: z.string(),
    answer: z.string(),
    plea: z.string().nullable(),
    outcome: z.string(),
    openedAt: z.string(),
    takenAt: z.string(),
    endedAt: z.string(),
    closedAt: z.string(),
    minutes: z.number(),
    corrects: z.string().nullable(),
    reason: z.string(),
    writtenAt: z.string(),
    correctedBy: z.string().nullable(),
  })
  .openapi('LedgerLine')

const binary = z.string().openapi({ format: 'binary' })

const route = createRoute({
  method: 'get',
  path: '/ledger',
  summary: 'The work ledger (Art. 28): a lawyer sees their own lines',
  request: {
    query: z.object({
      from: instant.optional(),
      to: instant.optional(),
      format: z.enum(['json', 'csv', 'xlsx', 'pdf']).default('json'),
      view: z
        .enum(['internal', 'transfer'])
        .default('internal')
        .openapi({ description: 'transfer: what goes with the case, without any words' }),
      authority: z.string().optional().openapi({ description: 'In the form agreed with it' }),
      lawyer: z.string().optional(),
      history: z.stringbool().default(false).openapi({ description: 'Corrected lines too' }),
    }),
  },
  responses: {
    200: {
      description: 'Lines; CSV is UTF-8 with BOM',
      content: {
        'application/json': { schema: z.object({ items: z.array(Line) }) },
        'text/csv': { schema: z.string() },
        [XLSX]: { schema: binary },
        'application/pdf': { schema: binary },
      },
    },
    ...mayFail(400, 401, 404),
  },
})

const correct = createRoute({
  method: 'post',
  path: '/ledger/{id}/corrections',
  summary: 'Correct a line by a new one, with a reason (its lawyer); the old one stays',
  request: {
    params: Id,
    body: body(
      z.object({
        reason: z.string().trim().max(500).default(''),
        charge: z.string().max(500).optional(),
        question: z.string().max(10_000).optional(),
        answer: z.string().max(10_000).optional(),
        stage: z.enum(stages).nullable().optional(),
        services: z.array(z.enum(services)).min(1).optional(),
      }),
    ),
  },
  responses: { 201: json(Id, 'Written'), ...mayFail(400, 401, 403, 404, 409) },
})

export function ledger(parts: WebParts) {
  return staffApp()
    .openapi(route, async (c) => {
      const staff = c.get('staff')
      require(staff, 'ledger.see')
      const { from = 0, to, format, authority, ...query } = c.req.valid('query')
      const layout = authority === undefined ? null : await layoutOf(parts, authority)
      if (authority !== undefined && !layout) throw new FaultError('not_found')
      const wanted = { ...query, from, to: to ?? parts.now() + 1, layout }
      const view = layout?.body.view ?? query.view
      const { table, lines } = await ledgerTable(parts, staff, { ...wanted, view })
      if (format !== 'json') return answerTable(c, parts, table, format, 'ledger')
      const items = view === 'internal' ? lines : lines.map(wordless)
      return c.json({ items }, 200)
    })
    .openapi(correct, async (c) => {
      const { id: line } = c.req.valid('param')
      const { reason, ...given } = c.req.valid('json')
      const fields = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      )
      const id = newId()
      await askDossier(parts, c.get('staff'), { do: 'line.correct', line, id, reason, fields })
      return c.json({ id }, 201)
    })
}

const wordless = <T extends object>(line: T) => ({
  ...line,
  charge: '',
  question: '',
  answer: '',
  plea: null,
  reason: '',
})
