import { createRoute, z } from '@hono/zod-openapi'
import { type Lawyer, lawyerStatuses } from '../../desk/desk.ts'
import { FaultError } from '../../desk/fault.ts'
import { stintsBetween } from '../../desk/rota/index-of.ts'
import { iso } from '../../store/read/entry.ts'
import { registerHistory } from '../../store/read/rota.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id, LOOK, Name } from './ask-rota.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const words = z.array(z.string().trim().min(1).max(60)).max(40)

const Fields = z.object({
  name: z.string().trim().min(1).max(60),
  licence: z.string().trim().min(1).max(40),
  firm: z.string().trim().min(1).max(120),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable(),
  telegram: z.number().int().nullable(),
  languages: z.array(z.string().min(2)).min(1),
  trained: z.iso.date().nullable(),
  status: z.enum(lawyerStatuses),
  limit: z.number().int().min(1).max(50),
  years: z.number().int().min(0).max(80).nullable(),
  areas: words,
  dialects: words,
})

const View = Fields.extend({ id: z.string(), statusSince: z.string().nullable() })

const New = Fields.partial()
  .required({ name: true, licence: true, firm: true })
  .extend({ id: Name })

const list = createRoute({
  method: 'get',
  path: '/lawyers',
  summary: 'The register (coordinator)',
  responses: {
    200: json(z.object({ items: z.array(View) }), 'Lawyers'),
    ...mayFail(401, 403),
  },
})

const history = createRoute({
  method: 'get',
  path: '/lawyers/{id}/history',
  summary: 'What was changed in the register, by whom and why, newest first (coordinator)',
  request: { params: Id },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            at: z.string(),
            by: z.string().nullable(),
            act: z.string(),
            status: z.string().nullable(),
            from: z.string().nullable(),
            fields: z.array(z.string()),
            reason: z.string().nullable(),
          }),
        ),
      }),
      'Changes',
    ),
    ...mayFail(401, 403, 404),
  },
})

const add = createRoute({
  method: 'post',
  path: '/lawyers',
  summary: 'Enter a lawyer in the register (coordinator)',
  request: { body: body(New) },
  responses: { 201: json(Changed, 'Entered'), ...mayFail(400, 401, 403, 409) },
})

const change = createRoute({
  method: 'patch',
  path: '/lawyers/{id}',
  summary:
    'Change an entry; a change of status needs a reason, and says what it leaves empty (coordinator)',
  request: {
    params: Id,
    body: body(Fields.partial().extend({ reason: z.string().trim().max(500).optional() })),
  },
  responses: {
    200: json(
      Changed.extend({
        vacated: z
          .array(z.object({ station: z.string(), from: z.string(), to: z.string() }))
          .openapi({ description: 'Duty in the next eight weeks that is theirs and stands empty' }),
      }),
      'Changed',
    ),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

const viewOf = ({ past, link: _, ...lawyer }: Lawyer) => ({
  years: null,
  areas: [],
  dialects: [],
  ...lawyer,
  statusSince: past?.length ? iso(past.at(-1)?.until ?? 0) : null,
})

export function lawyers(parts: WebParts) {
  return staffApp()
    .openapi(list, async (c) => {
      require(c.get('staff'), 'register.see')
      return c.json({ items: (await parts.desk()).lawyers.map(viewOf) }, 200)
    })
    .openapi(history, async (c) => {
      require(c.get('staff'), 'register.see')
      const { id } = c.req.valid('param')
      if (!(await parts.desk()).lawyers.some((one) => one.id === id))
        throw new FaultError('not_found')
      const entries = await registerHistory(parts.engine.db, parts.seal, id)
      const items = entries.map(({ at, by, text, act, status, from, fields }) => ({
        at,
        by: by ?? null,
        act: String(act),
        status: typeof status === 'string' ? status : null,
        from: typeof from === 'string' ? from : null,
        fields: typeof fields === 'string' ? fields.split(' ') : [],
        reason: text ?? null,
      }))
      return c.json({ items }, 200)
    })
    .openapi(add, async (c) => {
      require(c.get('staff'), 'register.change')
      const { id, ...given } = c.req.valid('json')
      const blank = { phone: null, telegram: null, languages: ['zh-CN'], trained: null, limit: 3 }
      const fields = { ...blank, status: 'candidate' as const, ...given }
      const gaps = await askRota(parts, c.get('staff'), { do: 'lawyer.add', id, fields })
      return c.json(await changed(parts, id, gaps), 201)
    })
    .openapi(change, async (c) => {
      require(c.get('staff'), 'register.change')
      const { id } = c.req.valid('param')
      const { reason = null, ...fields } = c.req.valid('json')
      const gaps = await askRota(parts, c.get('staff'), { do: 'lawyer.change', id, fields, reason })
      const vacated = stintsBetween(await parts.desk(), parts.now(), parts.now() + LOOK)
        .filter(({ lawyer, absence }) => lawyer === id && absence?.code === 'status')
        .map(({ place, window }) => ({
          station: place.rule.station,
          from: iso(window.from),
          to: iso(window.to),
        }))
      return c.json({ ...(await changed(parts, id, gaps)), vacated }, 200)
    })
}
