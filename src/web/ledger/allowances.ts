import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import { paymentsOf, total } from '../../desk/dossier/allowance.ts'
import { dutyDays } from '../../desk/dossier/duty-days.ts'
import { type Rate, units } from '../../desk/dossier/paper-centre.ts'
import { type Service, services } from '../../desk/dossier/services.ts'
import { localDate } from '../../desk/zone.ts'
import { newId } from '../../handle.ts'
import { ledgerLines } from '../../store/read/ledger.ts'
import { readPapers } from '../../store/read/paper.ts'
import { body, instant, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import { askDossier, date, Id, short } from '../dossier/ask.ts'
import { financeWords } from '../locale/finance.ts'
import { ledgerWords } from '../locale/ledger.ts'
import type { WebParts } from '../parts.ts'
import { answerTable, XLSX } from '../sheet/answer.ts'

/** 补贴 (Art. 30): rates set locally, and what each lawyer is due by them. */

const RateBody = z.object({
  unit: z.enum(units),
  services: z
    .array(z.enum(services))
    .default([])
    .openapi({ description: 'By case or person: for which help' }),
  amount: z.number().int().min(0).max(10_000_000).openapi({ description: 'Fen' }),
  from: date,
  to: date.nullish(),
  basis: short.default(''),
  besideDay: z.boolean().default(false),
})

const rates = createRoute({
  method: 'get',
  path: '/allowances/rates',
  summary: 'The rates',
  responses: {
    200: json(z.object({ items: z.array(RateBody.extend({ id: z.string() })) }), 'Rates'),
    ...mayFail(401),
  },
})

const set = createRoute({
  method: 'post',
  path: '/allowances/rates',
  summary: 'A rate from a day on; the one before ends by it (coordinator)',
  request: { body: body(RateBody) },
  responses: { 201: json(Id, 'Set'), ...mayFail(400, 401, 403) },
})

const PaymentView = z.object({
  lawyer: z.string(),
  unit: z.string(),
  date: z.string(),
  count: z.number(),
  amount: z.number(),
  basis: z.string(),
  lines: z.array(z.string()),
})

const statement = createRoute({
  method: 'get',
  path: '/allowances',
  summary: 'What is due, line by line: a lawyer’s own, a coordinator’s all',
  request: {
    query: z.object({
      from: instant,
      to: instant,
      lawyer: z.string().optional(),
      format: z.enum(['json', 'csv', 'xlsx', 'pdf']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'The statement, in fen',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(PaymentView), total: z.number() }),
        },
        'text/csv': { schema: z.string() },
        [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
        'application/pdf': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...mayFail(400, 401),
  },
})

const yuan = (fen: number): string => (fen / 100).toFixed(2)

export function allowances(parts: WebParts) {
  const { engine, seal } = parts
  const all = () => readPapers(engine.db, seal, { kinds: ['rate'] })

  async function due(staff: Staff, from: number, until: number, only?: string) {
    const desk = await parts.desk()
    const to = Math.min(until, parts.now())
    const known = (await all()).map((rate) => rate.body)
    const lines = await ledgerLines(engine.db, seal, desk, staff, { from, to })
    const wanted = desk.lawyers.filter(
      ({ id }) => (only ?? id) === id && (staff.role === 'coordinator' || id === staff.id),
    )
    return wanted.flatMap((lawyer) => {
      const served = lines
        .filter((line) => line.lawyer === lawyer.id)
        .map((line) => ({
          line: line.id,
          date: localDate(desk.timezone, Date.parse(line.closedAt)),
          person: line.conversation ?? line.paper ?? line.id,
          case: line.conversation ?? line.paper ?? line.id,
          services: line.services as Service[],
        }))
      const found = paymentsOf(known, dutyDays(desk, lawyer.id, from, to), served)
      return found.map((payment) => ({ lawyer: lawyer.id, ...payment }))
    })
  }

  return staffApp()
    .openapi(rates, async (c) => {
      const items = (await all()).map(({ id, body: rate }) => ({ id, ...rate }))
      return c.json({ items }, 200)
    })
    .openapi(set, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const { to = null, ...given } = c.req.valid('json')
      const kept: Rate = {
        id: newId(),
        kind: 'rate',
        parent: null,
        conversation: null,
        lawyer: null,
        state: 'set',
        at: 0,
        dueAt: null,
        body: { ...given, to },
      }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json({ id: kept.id }, 201)
    })
    .openapi(statement, async (c) => {
      const { from, to, lawyer, format } = c.req.valid('query')
      const items = await due(c.get('staff'), from, to, lawyer)
      if (format === 'json') return c.json({ items, total: total(items) }, 200)
      const desk = await parts.desk()
      const words = financeWords[desk.language]
      const by = new Map(desk.lawyers.map((one) => [one.id, one]))
      const rows = items.map((one, index) => [
        String(index + 1),
        by.get(one.lawyer)?.name ?? one.lawyer,
        by.get(one.lawyer)?.licence ?? '',
        one.date,
        words.units[one.unit],
        String(one.count),
        yuan(one.amount),
        yuan(one.amount * one.count),
        one.basis,
        String(one.lines.length),
      ])
      const sum = [words.total, '', '', '', '', '', '', yuan(total(items)), '', '']
      const day = (at: number): string => localDate(desk.timezone, at)
      const table = {
        title: words.title,
        institution: desk.name,
        notes: [ledgerWords[desk.language].period(day(from), day(to - 1))],
        columns: words.columns,
        rows: [...rows, sum],
      }
      return answerTable(c, parts, table, format, 'allowances')
    })
}
