import { createRoute, z } from '@hono/zod-openapi'
import type { Layout } from '../../desk/dossier/paper-centre.ts'
import { ledgerViews } from '../../desk/dossier/paper-centre.ts'
import { FaultError } from '../../desk/fault.ts'
import { body, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import { askDossier, Id, line, short } from '../dossier/ask.ts'
import { columnKeys, ledgerWords } from '../locale/ledger.ts'
import type { WebParts } from '../parts.ts'
import { allowed, usual } from './columns.ts'
import { layoutOf } from './table.ts'

/** The ledger's form, agreed with each authority (Art. 28 ¶3). */

const LayoutBody = z.object({
  view: z.enum(ledgerViews),
  title: short.default(''),
  columns: z
    .array(z.object({ key: z.enum(columnKeys), title: line }))
    .min(1)
    .max(columnKeys.length),
})

const see = createRoute({
  method: 'get',
  path: '/ledger/layouts/{id}',
  summary: 'The form agreed with this authority, or the usual one (coordinator)',
  request: { params: Id },
  responses: {
    200: json(LayoutBody.extend({ agreed: z.boolean() }), 'The form'),
    ...mayFail(401, 403, 404),
  },
})

const set = createRoute({
  method: 'put',
  path: '/ledger/layouts/{id}',
  summary: 'Agree a form with this authority; only the centre’s bureau may have the internal view',
  request: { params: Id, body: body(LayoutBody) },
  responses: { 200: json(LayoutBody, 'The form'), ...mayFail(400, 401, 403, 404) },
})

export function layouts(parts: WebParts) {
  const authorityOf = async (id: string) => {
    const found = (await parts.desk()).authorities.find((one) => one.id === id)
    if (!found) throw new FaultError('not_found')
    return found
  }
  return staffApp()
    .openapi(see, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const authority = await authorityOf(c.req.valid('param').id)
      const layout = await layoutOf(parts, authority.id)
      const { columns } = ledgerWords[(await parts.desk()).language]
      const usually = usual.transfer.map((key) => ({ key, title: columns[key] }))
      const form = layout?.body ?? { view: 'transfer' as const, title: '', columns: usually }
      return c.json({ ...LayoutBody.parse(form), agreed: layout !== null }, 200)
    })
    .openapi(set, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const authority = await authorityOf(c.req.valid('param').id)
      const form = c.req.valid('json')
      // R5.1, R28.2: an authority that handles cases never gets what was said.
      if (form.view === 'internal' && authority.kind !== 'judicial_bureau') {
        throw new FaultError('malformed', { fields: ['view'] })
      }
      const may = allowed(form.view)
      const strays = form.columns.filter(({ key }) => !may.includes(key)).map(({ key }) => key)
      if (strays.length > 0) {
        throw new FaultError('malformed', { fields: strays.map((key) => `columns.${key}`) })
      }
      const kept: Layout = {
        id: `layout:${authority.id}`,
        kind: 'layout',
        parent: null,
        conversation: null,
        lawyer: null,
        state: 'agreed',
        at: 0,
        dueAt: null,
        body: { authority: authority.id, ...form },
      }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json(form, 200)
    })
}
