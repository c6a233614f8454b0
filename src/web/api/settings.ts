import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import type { WebParts } from '../parts.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const seconds = z.number().int().min(1).max(86_400)
const Routing = z.object({
  ringSeconds: seconds,
  staggerSeconds: z.number().int().min(0).max(86_400),
  offerSeconds: seconds,
  rounds: z.number().int().min(1).max(20),
  wrapUpSeconds: z.number().int().min(0).max(86_400),
  absentSeconds: seconds,
  callbackMinutes: z.number().int().min(1).max(1440),
  drill: z.boolean(),
})
const minutes = z.number().int().min(1)
const Booking = z.object({
  slotMinutes: minutes.max(480),
  noticeMinutes: z.number().int().min(0).max(43_200),
  horizonDays: z.number().int().min(1).max(365),
  reminderMinutes: z.array(minutes.max(43_200)).max(8),
})
const Settings = z.object({ routing: Routing, booking: Booking }).openapi('Settings')

const see = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'Routing and booking (coordinator)',
  responses: { 200: json(Settings, 'Settings'), ...mayFail(401, 403) },
})

const change = createRoute({
  method: 'patch',
  path: '/settings',
  summary: 'Change routing or booking; the log keeps what was what before (coordinator)',
  request: {
    body: body(
      z.object({
        routing: Routing.partial().optional(),
        booking: Booking.partial().optional(),
      }),
    ),
  },
  responses: { 200: json(Settings, 'Settings'), ...mayFail(400, 401, 403) },
})

export function settings(parts: WebParts) {
  const now = async () => {
    const { routing, booking } = await parts.desk()
    return { routing: { ...routing }, booking: { ...booking } }
  }
  return staffApp()
    .openapi(see, async (c) => {
      require(c.get('staff'), 'desk.oversee')
      return c.json(await now(), 200)
    })
    .openapi(change, async (c) => {
      require(c.get('staff'), 'settings.change')
      const given = c.req.valid('json')
      const { fault } = await parts.handle({
        type: 'settings.changed',
        coordinator: c.get('staff').id,
        routing: only(given.routing),
        booking: only(given.booking),
      })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json(await now(), 200)
    })
}

/** What was left out stays as it is. */
const only = <T extends object>(fields: T | undefined): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields ?? {}).filter(([, value]) => value !== undefined),
  ) as never
