import { createRoute, z } from '@hono/zod-openapi'
import { dayKinds, methods, weekdays } from '../../desk/desk.ts'
import { publishedThrough } from '../../desk/rota/publish.ts'
import { newId } from '../../handle.ts'
import { iso, isoOrNull } from '../../store/read/entry.ts'
import { receipts } from '../../store/read/rota.ts'
import type { WebParts } from '../parts.ts'
import { authorityLink } from '../rota-links.ts'
import { askRota } from './ask-rota.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

/** What the authorities were told, whether they have it, and the hours that are promised. */

/** R18.2: the rota goes out this many working days ahead, unless asked otherwise. */
const WORKING_DAYS = 5

const Publication = z.object({
  version: z.number(),
  from: z.string().nullable(),
  through: z.string().nullable(),
  publishedAt: z.string().nullable(),
  due: z.boolean().openapi({ description: 'Published for fewer than five working days ahead' }),
  changes: z.number(),
  authorities: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      link: z.string(),
      /** Of the newest version. */
      openedAt: z.string().nullable(),
      acknowledgedAt: z.string().nullable(),
    }),
  ),
})

const see = createRoute({
  method: 'get',
  path: '/rota/publication',
  summary: 'How far the rota is published, and who has the newest version (coordinator)',
  responses: { 200: json(Publication, 'The publication'), ...mayFail(401, 403) },
})

const publish = createRoute({
  method: 'post',
  path: '/rota/publish',
  summary: 'Publish the rota for so many working days ahead; later changes are sent by themselves',
  request: {
    body: body(
      z.object({
        workingDays: z.number().int().min(1).max(60).default(WORKING_DAYS),
        to: z.iso.date().optional(),
      }),
    ),
  },
  responses: { 200: json(Publication, 'Published'), ...mayFail(400, 401, 403) },
})

const Hours = z.object({
  station: z.string(),
  methods: z.array(z.enum(methods)).min(1),
  days: z
    .array(z.enum(weekdays))
    .min(1)
    .default([...weekdays]),
  on: z.enum(dayKinds).default('every'),
  from: z.string(),
  to: z.string(),
})

const seeHours = createRoute({
  method: 'get',
  path: '/rota/hours',
  summary: 'Hours the stations have published',
  responses: { 200: json(z.object({ items: z.array(Hours) }), 'Hours'), ...mayFail(401) },
})

const setHours = createRoute({
  method: 'put',
  path: '/rota/hours',
  summary: 'Publish other hours from now on: the whole list (coordinator)',
  request: { body: body(z.object({ items: z.array(Hours).max(200) })) },
  responses: { 200: json(z.object({ items: z.array(Hours) }), 'Set'), ...mayFail(400, 401, 403) },
})

export function publication(parts: WebParts) {
  const view = async (): Promise<z.infer<typeof Publication>> => {
    const desk = await parts.desk()
    const last = desk.publication
    const kept = await receipts(parts.engine.db)
    return {
      version: last?.version ?? 0,
      from: isoOrNull(last?.from ?? null),
      through: isoOrNull(last?.to ?? null),
      publishedAt: isoOrNull(last?.at ?? null),
      due: (last?.to ?? 0) < publishedThrough(desk, WORKING_DAYS, parts.now()),
      changes: last?.changes.length ?? 0,
      authorities: desk.authorities.map((one) => {
        const receipt = kept.find((r) => r.authority === one.id && r.version === last?.version)
        return {
          id: one.id,
          name: one.name,
          link: authorityLink(parts, one),
          openedAt: receipt?.openedAt ? iso(receipt.openedAt) : null,
          acknowledgedAt: receipt?.acknowledgedAt ? iso(receipt.acknowledgedAt) : null,
        }
      }),
    }
  }
  const hours = async () => {
    const { hours: all } = await parts.desk()
    const now = parts.now()
    return all
      .filter(({ until }) => until === undefined || until > now)
      .map(({ id: _, since: __, until: ___, ...rest }) => rest)
  }
  return staffApp()
    .openapi(see, async (c) => {
      require(c.get('staff'), 'rota.change')
      return c.json(await view(), 200)
    })
    .openapi(publish, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { workingDays, to = null } = c.req.valid('json')
      await askRota(parts, c.get('staff'), { do: 'publish', id: newId(), workingDays, to })
      return c.json(await view(), 200)
    })
    .openapi(seeHours, async (c) => {
      require(c.get('staff'), 'rota.see')
      return c.json({ items: await hours() }, 200)
    })
    .openapi(setHours, async (c) => {
      require(c.get('staff'), 'rota.change')
      const wanted = c.req.valid('json').items.map((one) => ({ ...one, id: newId() }))
      await askRota(parts, c.get('staff'), { do: 'hours.set', hours: wanted })
      return c.json({ items: await hours() }, 200)
    })
}
