import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { authorityKinds } from '../../desk/rota/facts.ts'
import { newId } from '../../handle.ts'
import type { WebParts } from '../parts.ts'
import { authorityLink, lawyerLink } from '../rota-links.ts'
import { askRota, Id } from './ask-rota.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

/** The authorities told of the rota, and private links. */

const Fields = z.object({ name: z.string().trim().min(1).max(120), kind: z.enum(authorityKinds) })

const list = createRoute({
  method: 'get',
  path: '/authorities',
  summary: 'Who is told the rota, each with its private link (coordinator)',
  responses: {
    200: json(
      z.object({ items: z.array(Fields.extend({ id: z.string(), link: z.string() })) }),
      'Authorities',
    ),
    ...mayFail(401, 403),
  },
})

const add = createRoute({
  method: 'post',
  path: '/authorities',
  summary: 'Add an authority (coordinator)',
  request: { body: body(Fields) },
  responses: { 201: json(Id, 'Added'), ...mayFail(400, 401, 403) },
})

const change = createRoute({
  method: 'patch',
  path: '/authorities/{id}',
  summary: 'Rename an authority; renewLink: its old link then leads nowhere (coordinator)',
  request: {
    params: Id,
    body: body(Fields.partial().extend({ renewLink: z.boolean().optional() })),
  },
  responses: {
    200: json(Id.extend({ link: z.string() }), 'Changed'),
    ...mayFail(400, 401, 403, 404),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/authorities/{id}',
  summary: 'Tell it no more; its link then leads nowhere (coordinator)',
  request: { params: Id },
  responses: { 200: json(Id, 'Removed'), ...mayFail(401, 403, 404) },
})

const Feed = z.object({ link: z.string() })

const feed = createRoute({
  method: 'get',
  path: '/me/calendar',
  summary: 'The private link to my shifts as iCalendar (lawyer)',
  responses: { 200: json(Feed, 'The link'), ...mayFail(401, 403) },
})

const renew = createRoute({
  method: 'post',
  path: '/me/calendar/renew',
  summary: 'A new private link; the old one then leads nowhere (lawyer)',
  responses: { 200: json(Feed, 'The link'), ...mayFail(401, 403) },
})

export function authorities(parts: WebParts) {
  const own = async (id: string) => {
    const lawyer = (await parts.desk()).lawyers.find((one) => one.id === id)
    if (!lawyer) throw new FaultError('forbidden')
    return { link: lawyerLink(parts, lawyer) }
  }
  return staffApp()
    .openapi(list, async (c) => {
      require(c.get('staff'), 'rota.change')
      const items = (await parts.desk()).authorities.map((one) => ({
        id: one.id,
        name: one.name,
        kind: one.kind,
        link: authorityLink(parts, one),
      }))
      return c.json({ items }, 200)
    })
    .openapi(add, async (c) => {
      require(c.get('staff'), 'rota.change')
      const id = newId()
      const fields = c.req.valid('json')
      await askRota(parts, c.get('staff'), { do: 'authority.add', id, fields })
      return c.json({ id }, 201)
    })
    .openapi(change, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      const { renewLink, ...fields } = c.req.valid('json')
      if (Object.keys(fields).length > 0) {
        await askRota(parts, c.get('staff'), { do: 'authority.change', id, fields })
      }
      if (renewLink) await askRota(parts, c.get('staff'), { do: 'link.renew', id, of: 'authority' })
      const now = (await parts.desk()).authorities.find((one) => one.id === id)
      if (!now) throw new FaultError('not_found')
      return c.json({ id, link: authorityLink(parts, now) }, 200)
    })
    .openapi(remove, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      await askRota(parts, c.get('staff'), { do: 'authority.remove', id })
      return c.json({ id }, 200)
    })
    .openapi(feed, async (c) => c.json(await own(c.get('staff').id), 200))
    .openapi(renew, async (c) => {
      const { id } = c.get('staff')
      await own(id)
      await askRota(parts, c.get('staff'), { do: 'link.renew', id, of: 'lawyer' })
      return c.json(await own(id), 200)
    })
}
