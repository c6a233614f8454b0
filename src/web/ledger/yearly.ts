import { createRoute, z } from '@hono/zod-openapi'
import { dutyDays } from '../../desk/dossier/duty-days.ts'
import { bandOf, satisfactionOf, sumOf } from '../../desk/dossier/quality.ts'
import { FaultError } from '../../desk/fault.ts'
import { instantOf } from '../../desk/zone.ts'
import { ledgerLines } from '../../store/read/ledger.ts'
import { readPapers } from '../../store/read/paper.ts'
import { mayFail, require, staffApp } from '../api/staff-app.ts'
import { Id } from '../dossier/ask.ts'
import { financeWords } from '../locale/finance.ts'
import { ledgerWords } from '../locale/ledger.ts'
import type { WebParts } from '../parts.ts'
import { answerTable, XLSX } from '../sheet/answer.ts'

/** What the lawyers’ association is told of a lawyer each year (Art. 34 ¶2): counts, and no case. */

const Pack = z.object({
  lawyer: z.string(),
  name: z.string(),
  year: z.number(),
  days: z.number(),
  hours: z.number(),
  lines: z.number(),
  services: z.record(z.string(), z.number()),
  reviewed: z.number(),
  score: z.number().nullable(),
  bands: z.record(z.string(), z.number()),
  followed: z.number(),
  satisfied: z.number().nullable(),
  complaints: z.number(),
  upheld: z.number(),
})

const route = createRoute({
  method: 'get',
  path: '/quality/lawyers/{id}',
  summary: 'A lawyer’s year (Art. 34): the lawyer’s own, or a coordinator’s any',
  request: {
    params: Id,
    query: z.object({
      year: z.coerce.number().int().min(2020).max(2100),
      format: z.enum(['json', 'csv', 'xlsx', 'pdf']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'The year',
      content: {
        'application/json': { schema: Pack },
        'text/csv': { schema: z.string() },
        [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
        'application/pdf': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...mayFail(400, 401, 403, 404),
  },
})

export function yearly(parts: WebParts) {
  const { engine, seal, now } = parts
  return staffApp().openapi(route, async (c) => {
    const { id } = c.req.valid('param')
    require(c.get('staff'), 'paper.see', { paper: { lawyer: id } })
    const { year, format } = c.req.valid('query')
    const desk = await parts.desk()
    const lawyer = desk.lawyers.find((one) => one.id === id)
    if (!lawyer) throw new FaultError('not_found')
    const from = instantOf(desk.timezone, year, 1, 1, 0)
    const to = Math.min(instantOf(desk.timezone, year + 1, 1, 1, 0), now())
    const span = { from, to, lawyer: id }
    const lines = await ledgerLines(engine.db, seal, desk, c.get('staff'), span)
    const days = dutyDays(desk, id, from, to)
    const papers = await readPapers(engine.db, seal, {
      kinds: ['review', 'followup', 'complaint'],
      ...span,
    })
    const reviews = papers.flatMap((one) => (one.kind === 'review' ? one.body : []))
    const calls = papers.flatMap((one) => (one.kind === 'followup' ? one.body : []))
    const complaints = papers.filter((one) => one.kind === 'complaint')
    const pack: z.infer<typeof Pack> = {
      lawyer: id,
      name: lawyer.name,
      year,
      days: days.length,
      hours: Math.round(days.reduce((sum, day) => sum + day.minutes, 0) / 60),
      lines: lines.length,
      services: count(lines.flatMap((line) => line.services)),
      reviewed: reviews.length,
      score: mean(reviews.map(({ scores }) => sumOf(scores))),
      bands: count(reviews.map(bandOf)),
      followed: calls.length,
      satisfied: satisfactionOf(calls),
      complaints: complaints.length,
      upheld: complaints.filter(({ state }) => state === 'referred').length,
    }
    if (format === 'json') return c.json(pack, 200)
    const words = financeWords[desk.language]
    const ledger = ledgerWords[desk.language]
    const said = (value: unknown): string => (value === null ? '—' : String(value))
    const facts: Record<string, unknown> = { ...pack, licence: lawyer.licence, firm: lawyer.firm }
    const table = {
      title: words.yearTitle(lawyer.name, year),
      institution: desk.name,
      notes: [],
      columns: words.yearColumns,
      rows: [
        ...Object.entries(words.year).map(([key, name]) => [name, said(facts[key])]),
        ...Object.entries(pack.services).map(([key, n]) => [
          ledger.services[key as 'meeting'] ?? key,
          String(n),
        ]),
        ...Object.entries(pack.bands).map(([key, n]) => [words.bands[key] ?? key, String(n)]),
      ],
    }
    return answerTable(c, parts, table, format, `year-${year}`)
  })
}

function count(all: string[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const one of all) found[one] = (found[one] ?? 0) + 1
  return found
}

const mean = (all: number[]): number | null =>
  all.length === 0 ? null : Math.round((all.reduce((a, b) => a + b, 0) / all.length) * 10) / 10
