import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { onDuty, windowsOf } from '../../desk/rota.ts'
import { presences } from '../../desk/state.ts'
import { lawyerStates, presentNow } from '../../store/read/duty.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { body, instant, json, mayFail, require, staffApp } from './staff-app.ts'

/** Who is on duty, and going on, pausing or off. */

const me = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who I am',
  responses: {
    200: json(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.string(),
        desk: z.string(),
        timezone: z.string(),
        presence: z.string().nullable(),
        onDuty: z.array(z.object({ method: z.string(), tier: z.string(), until: z.string() })),
      }),
      'Me',
    ),
    ...mayFail(401),
  },
})

const staffList = createRoute({
  method: 'get',
  path: '/staff',
  summary: 'Names of lawyers and coordinators, and who is on duty now',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            role: z.string(),
            presence: z.string().nullable(),
            onDuty: z.array(z.string()),
          }),
        ),
      }),
      'Staff',
    ),
    ...mayFail(401),
  },
})

const presence = createRoute({
  method: 'post',
  path: '/presence',
  summary: 'Go on, pause, or go off; an off lasts to the end of this stretch of duty',
  request: { body: body(z.object({ state: z.enum(presences), until: instant.optional() })) },
  responses: { 200: json(z.object({ state: z.string() }), 'Set'), ...mayFail(400, 401, 403) },
})

const rota = createRoute({
  method: 'get',
  path: '/rota',
  summary: 'Shifts as they fall between two instants',
  request: { query: z.object({ from: instant.optional(), to: instant.optional() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            shift: z.string(),
            lawyer: z.string(),
            lawyerName: z.string(),
            station: z.string(),
            methods: z.array(z.string()),
            tier: z.string(),
            mode: z.string(),
            from: z.string(),
            to: z.string(),
          }),
        ),
      }),
      'Windows of duty',
    ),
    ...mayFail(400, 401),
  },
})

const WEEK = 7 * 86_400_000

export function duty(parts: WebParts) {
  const { handle, engine, now } = parts
  return staffApp()
    .openapi(me, async (c) => {
      const staff = c.get('staff')
      const desk = await parts.desk()
      const mine = (['phone', 'online'] as const).flatMap((method) =>
        onDuty(desk, method, now())
          .filter(({ lawyer }) => lawyer.id === staff.id)
          .map(({ tier, window }) => ({ method, tier, until: iso(window.to) })),
      )
      const states = await lawyerStates(engine.db)
      return c.json(
        {
          ...staff,
          desk: desk.name,
          timezone: desk.timezone,
          presence: staff.role === 'lawyer' ? presentNow(states.get(staff.id), now()) : null,
          onDuty: mine,
        },
        200,
      )
    })
    .openapi(staffList, async (c) => {
      const desk = await parts.desk()
      const states = await lawyerStates(engine.db)
      const on = new Map<string, string[]>()
      for (const method of ['phone', 'online'] as const) {
        for (const { lawyer } of onDuty(desk, method, now())) {
          on.set(lawyer.id, [...(on.get(lawyer.id) ?? []), method])
        }
      }
      const lawyers = desk.lawyers.map(({ id, name }) => ({
        id,
        name,
        role: 'lawyer',
        presence: presentNow(states.get(id), now()) as string | null,
        onDuty: on.get(id) ?? [],
      }))
      const coordinators = desk.coordinators.map(({ id, name }) => ({
        id,
        name,
        role: 'coordinator',
        presence: null,
        onDuty: [],
      }))
      return c.json({ items: [...lawyers, ...coordinators] }, 200)
    })
    .openapi(presence, async (c) => {
      const staff = c.get('staff')
      if (staff.role !== 'lawyer') throw new FaultError('forbidden')
      const { state, until } = c.req.valid('json')
      await handle({
        type: 'presence.set',
        lawyer: staff.id,
        presence: state,
        until: until ?? null,
      })
      return c.json({ state }, 200)
    })
    .openapi(rota, async (c) => {
      require(c.get('staff'), 'rota.see')
      const { from = now(), to = from + WEEK } = c.req.valid('query')
      if (to <= from) throw new FaultError('malformed', { fields: ['to'] })
      const desk = await parts.desk()
      const names = new Map(desk.lawyers.map(({ id, name }) => [id, name]))
      const items = desk.shifts
        .flatMap((shift) =>
          windowsOf(shift, desk.timezone, from, to).map((window) => ({ shift, window })),
        )
        .sort((a, b) => a.window.from - b.window.from)
        .map(({ shift, window }) => ({
          shift: shift.id,
          lawyer: shift.lawyer,
          lawyerName: names.get(shift.lawyer) ?? shift.lawyer,
          station: shift.station,
          methods: shift.methods,
          tier: shift.tier,
          mode: shift.mode,
          from: iso(window.from),
          to: iso(window.to),
        }))
      return c.json({ items }, 200)
    })
}
