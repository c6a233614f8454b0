import { createRoute, z } from '@hono/zod-openapi'
import type { Batch } from '../../desk/dossier/paper-centre.ts'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import { iso } from '../../store/read/entry.ts'
import { readPaper, readPapers } from '../../store/read/paper.ts'
import { body, instant, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import { askDossier, Id, SentBody, SentView, sentFields, sentView } from '../dossier/ask.ts'
import { ledgerWords } from '../locale/ledger.ts'
import type { WebParts } from '../parts.ts'
import { answerTable, XLSX } from '../sheet/answer.ts'
import { checksumOf, layoutOf, ledgerTable } from './table.ts'

/** Lines handed over together: which, by what checksum, and who took them (Art. 28). */

const BatchView = z
  .object({
    id: z.string(),
    state: z.string(),
    authority: z.string(),
    authorityName: z.string(),
    view: z.string(),
    from: z.string(),
    to: z.string(),
    lines: z.number(),
    checksum: z.string(),
    madeAt: z.string(),
    sent: SentView,
  })
  .openapi('LedgerBatch')

const view = ({ id, state, at, body: b }: Batch) => ({
  id,
  state,
  authority: b.authority,
  authorityName: b.authorityName,
  view: b.view,
  from: iso(b.from),
  to: iso(b.to),
  lines: b.lines.length,
  checksum: b.checksum,
  madeAt: iso(at),
  sent: sentView(b.sent),
})

const make = createRoute({
  method: 'post',
  path: '/ledger/batches',
  summary: 'Gather lines to hand over to an authority, with a checksum (coordinator)',
  request: { body: body(z.object({ authority: z.string(), from: instant, to: instant })) },
  responses: { 201: json(BatchView, 'The batch'), ...mayFail(400, 401, 403, 404) },
})

const list = createRoute({
  method: 'get',
  path: '/ledger/batches',
  summary: 'Batches, newest first (coordinator)',
  responses: {
    200: json(z.object({ items: z.array(BatchView) }), 'Batches'),
    ...mayFail(401, 403),
  },
})

const file = createRoute({
  method: 'get',
  path: '/ledger/batches/{id}/file',
  summary: 'The batch as a file: the same lines as when it was made (coordinator)',
  request: {
    params: Id,
    query: z.object({ format: z.enum(['csv', 'xlsx', 'pdf']).default('xlsx') }),
  },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': { schema: z.string() },
        [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
        'application/pdf': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...mayFail(401, 403, 404, 409),
  },
})

const receipt = createRoute({
  method: 'post',
  path: '/ledger/batches/{id}/receipt',
  summary: 'It was taken: by whom, when, and the receipt’s number (coordinator)',
  request: { params: Id, body: body(SentBody) },
  responses: { 200: json(BatchView, 'On record'), ...mayFail(400, 401, 403, 404, 409) },
})

export function batches(parts: WebParts) {
  const { engine, seal } = parts
  const found = async (id: string) => {
    const batch = await readPaper(engine.db, seal, id, 'batch')
    if (!batch) throw new FaultError('not_found')
    return batch
  }
  return staffApp()
    .openapi(make, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const { authority, from, to } = c.req.valid('json')
      if (to <= from) throw new FaultError('malformed', { fields: ['to'] })
      const desk = await parts.desk()
      const known = desk.authorities.find(({ id }) => id === authority)
      if (!known) throw new FaultError('not_found', { fields: ['authority'] })
      const layout = await layoutOf(parts, authority)
      const shown = layout?.body.view ?? 'transfer'
      const wanted = { from, to, layout, view: shown }
      const { table, lines } = await ledgerTable(parts, c.get('staff'), wanted)
      const kept: Batch = {
        id: newId(),
        kind: 'batch',
        parent: null,
        conversation: null,
        lawyer: null,
        state: 'made',
        at: 0,
        dueAt: null,
        body: {
          authority,
          authorityName: known.name,
          view: shown,
          from,
          to,
          lines: lines.map(({ id }) => id),
          checksum: checksumOf(table),
          sent: null,
        },
      }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json(view(await found(kept.id)), 201)
    })
    .openapi(list, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const all = await readPapers(engine.db, seal, { kinds: ['batch'], newestFirst: true })
      return c.json({ items: all.map(view) }, 200)
    })
    .openapi(file, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const { body: batch } = await found(c.req.valid('param').id)
      const { table } = await ledgerTable(parts, c.get('staff'), {
        from: batch.from,
        to: batch.to,
        ids: batch.lines,
        // A line that was corrected since stands in it as it was handed over.
        history: true,
        layout: await layoutOf(parts, batch.authority),
        view: batch.view,
      })
      // Another form was agreed since, a lawyer renamed, or a conversation forgotten: no longer what was handed over.
      if (checksumOf(table) !== batch.checksum) throw new FaultError('batch_changed')
      const words = ledgerWords[(await parts.desk()).language]
      const shown = { ...table, notes: [...table.notes, `${words.checksum}: ${batch.checksum}`] }
      return answerTable(c, parts, shown, c.req.valid('query').format, 'ledger-batch')
    })
    .openapi(receipt, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const { id } = c.req.valid('param')
      const sent = sentFields(c.req.valid('json'), parts.now())
      await askDossier(parts, c.get('staff'), { do: 'batch.sent', paper: id, sent })
      return c.json(view(await found(id)), 200)
    })
}
