import { createRoute, z } from '@hono/zod-openapi'
import { handOvers } from '../../desk/dossier/hand-over.ts'
import type { HandOver } from '../../desk/dossier/paper-centre.ts'
import { iso } from '../../store/read/entry.ts'
import { ledgerMonths } from '../../store/read/ledger-about.ts'
import { readPaper, readPapers } from '../../store/read/paper.ts'
import { body, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import { askDossier } from '../dossier/ask.ts'
import type { WebParts } from '../parts.ts'

/** By when each month's ledger is handed over, and which are not (Art. 28 ¶2: within the time set). */

const Day = z.object({ day: z.number().int().min(1).max(28) })

/** Where the centre has set none. */
const USUAL = 10

const see = createRoute({
  method: 'get',
  path: '/ledger/hand-over',
  summary: 'Months and authorities: handed over, due, overdue (coordinator)',
  responses: {
    200: json(
      Day.extend({
        items: z.array(
          z.object({
            authority: z.string(),
            authorityName: z.string(),
            month: z.string(),
            dueAt: z.string(),
            state: z.enum(['received', 'made', 'due', 'overdue']),
          }),
        ),
      }),
      'Hand-overs',
    ),
    ...mayFail(401, 403),
  },
})

const set = createRoute({
  method: 'put',
  path: '/ledger/hand-over',
  summary: 'The day of the next month by which a month is handed over (coordinator)',
  request: { body: body(Day) },
  responses: { 200: json(Day, 'Set'), ...mayFail(400, 401, 403) },
})

export function handOver(parts: WebParts) {
  const { engine, seal } = parts
  const dayOf = async () =>
    (await readPaper(engine.db, seal, 'handover', 'handover'))?.body.day ?? USUAL
  return staffApp()
    .openapi(see, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const desk = await parts.desk()
      const day = await dayOf()
      const layouts = await readPapers(engine.db, seal, { kinds: ['layout'] })
      const batches = await readPapers(engine.db, seal, { kinds: ['batch'] })
      const now = parts.now()
      const times = await ledgerMonths(engine.db)
      const items = handOvers(desk, layouts, batches, times, day, now)
      return c.json({ day, items: items.map((one) => ({ ...one, dueAt: iso(one.dueAt) })) }, 200)
    })
    .openapi(set, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const given = c.req.valid('json')
      const kept: HandOver = {
        id: 'handover',
        kind: 'handover',
        parent: null,
        conversation: null,
        lawyer: null,
        state: 'set',
        at: 0,
        dueAt: null,
        body: given,
      }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json(given, 200)
    })
}
