import { createRoute, z } from '@hono/zod-openapi'
import { methods, tiers } from '../../desk/desk.ts'
import { FaultError } from '../../desk/fault.ts'
import { type DutyAsk, dutyAskStates, type Span } from '../../desk/rota/facts.ts'
import { newId } from '../../handle.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id } from './ask-rota.ts'
import { body, instant, json, mayFail, require, staffApp } from './staff-app.ts'

const Time = z.object({ from: z.string(), to: z.string() })

const Ask = z.object({
  id: z.string(),
  lawyer: z.string(),
  station: z.string(),
  methods: z.array(z.enum(methods)),
  tier: z.enum(tiers),
  from: z.string(),
  to: z.string(),
  instead: Time.extend({ lawyer: z.string() }).nullable(),
  state: z.enum(dutyAskStates),
  askedAt: z.string(),
})

const list = createRoute({
  method: 'get',
  path: '/duty-asks',
  summary: 'Duties lawyers were asked to take, not yet over: a lawyer’s own, a coordinator’s all',
  responses: { 200: json(z.object({ items: z.array(Ask) }), 'Asked'), ...mayFail(401) },
})

const ask = createRoute({
  method: 'post',
  path: '/duty-asks',
  summary: 'Ask a lawyer to take a gap, or another’s duty; it counts once they agree (coordinator)',
  request: {
    body: body(
      z.object({
        lawyer: z.string(),
        station: z.string(),
        methods: z.array(z.enum(methods)).min(1),
        tier: z.enum(tiers).default('primary'),
        from: instant,
        to: instant,
        instead: z.object({ lawyer: z.string(), from: instant, to: instant }).nullish(),
      }),
    ),
  },
  responses: { 201: json(Changed, 'Asked'), ...mayFail(400, 401, 403, 409) },
})

const answer = <W extends 'accept' | 'decline'>(what: W) =>
  createRoute({
    method: 'post',
    path: `/duty-asks/{id}/${what}` as const,
    summary: what === 'accept' ? 'Take the duty asked of me (lawyer)' : 'Do not take it (lawyer)',
    request: { params: Id },
    responses: { 200: json(Changed, 'Answered'), ...mayFail(400, 401, 403, 404, 409) },
  })

const end = createRoute({
  method: 'delete',
  path: '/duty-asks/{id}',
  summary: 'Take the question back while it has no answer (coordinator)',
  request: { params: Id },
  responses: { 200: json(Changed, 'Taken back'), ...mayFail(401, 403, 404, 409) },
})

const time = ({ from, to }: Span) => ({ from: iso(from), to: iso(to) })

const view = ({ instead, from, to, at, answeredAt: _, by: __, ...rest }: DutyAsk) => ({
  ...rest,
  askedAt: iso(at),
  ...time({ from, to }),
  instead: instead && { lawyer: instead.lawyer, ...time(instead) },
})

export function dutyAsks(parts: WebParts) {
  const lawyerOnly = (role: string): void => {
    if (role !== 'lawyer') throw new FaultError('forbidden')
  }
  return staffApp()
    .openapi(list, async (c) => {
      const staff = c.get('staff')
      require(staff, 'rota.see')
      const { asks } = await parts.desk()
      const items = asks
        .filter(({ to }) => to > parts.now())
        .filter(({ lawyer }) => staff.role === 'coordinator' || lawyer === staff.id)
        .map(view)
      return c.json({ items }, 200)
    })
    .openapi(ask, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { instead = null, ...rest } = c.req.valid('json')
      const id = newId()
      const act = { do: 'duty.ask' as const, id, fields: { ...rest, instead } }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 201)
    })
    .openapi(answer('accept'), async (c) => {
      lawyerOnly(c.get('staff').role)
      const { id } = c.req.valid('param')
      const act = { do: 'duty.answer' as const, id, accept: true }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 200)
    })
    .openapi(answer('decline'), async (c) => {
      lawyerOnly(c.get('staff').role)
      const { id } = c.req.valid('param')
      const act = { do: 'duty.answer' as const, id, accept: false }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 200)
    })
    .openapi(end, async (c) => {
      require(c.get('staff'), 'rota.change')
      const { id } = c.req.valid('param')
      const gaps = await askRota(parts, c.get('staff'), { do: 'duty.end', id })
      return c.json(await changed(parts, id, gaps), 200)
    })
}
