import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { passReasons } from '../../desk/state.ts'
import { openOffers } from '../../store/read/staff.ts'
import type { WebParts } from '../parts.ts'
import { body, json, mayFail, staffApp } from './staff-app.ts'

const Offer = z
  .object({
    id: z.string(),
    conversation: z.string(),
    kind: z.string().openapi({ description: 'phone or online' }),
    channel: z.string(),
    language: z.string(),
    tier: z.string(),
    offeredAt: z.string(),
    expiresAt: z.string(),
    waitingSince: z.string().nullable(),
    station: z
      .string()
      .nullable()
      .openapi({ description: 'Name; null: of no station in particular' }),
    urgent: z.boolean(),
  })
  .openapi('Offer')

const list = createRoute({
  method: 'get',
  path: '/offers',
  summary: 'My open offers; no case facts before one is taken',
  responses: { 200: json(z.object({ items: z.array(Offer) }), 'Open offers'), ...mayFail(401) },
})

const id = z.object({ id: z.string() })
const done = json(z.object({ conversation: z.string().nullable() }), 'Done')

const accept = createRoute({
  method: 'post',
  path: '/offers/{id}/accept',
  summary: 'Take an offer',
  request: { params: id },
  responses: { 200: done, ...mayFail(401, 404, 409) },
})

const decline = createRoute({
  method: 'post',
  path: '/offers/{id}/decline',
  summary: 'Pass an offer on; a conflict is never offered again',
  request: { params: id, body: body(z.object({ reason: z.enum(passReasons) })) },
  responses: { 200: done, ...mayFail(400, 401, 404, 409) },
})

export function offers(parts: WebParts) {
  const { handle, engine, now } = parts
  return staffApp()
    .openapi(list, async (c) => {
      const { stations } = await parts.desk()
      const found = await openOffers(engine.db, c.get('staff').id, now())
      const items = found.map((offer) => ({
        ...offer,
        station: stations.find(({ id }) => id === offer.station)?.name ?? null,
      }))
      return c.json({ items }, 200)
    })
    .openapi(accept, async (c) => {
      const { id: offer } = c.req.valid('param')
      const lawyer = c.get('staff').id
      const { fault, conversation } = await handle({
        type: 'offer.accepted',
        offer,
        lawyer,
        via: 'browser',
      })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ conversation }, 200)
    })
    .openapi(decline, async (c) => {
      const { id: offer } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const lawyer = c.get('staff').id
      const { fault, conversation } = await handle({
        type: 'offer.passed',
        offer,
        lawyer,
        reason,
        via: 'browser',
      })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ conversation }, 200)
    })
}
