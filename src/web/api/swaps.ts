import { createRoute, z } from '@hono/zod-openapi'
import { FaultError } from '../../desk/fault.ts'
import { type Span, swapStates } from '../../desk/rota/facts.ts'
import { newId } from '../../handle.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { askRota, Changed, changed, Id } from './ask-rota.ts'
import { body, instant, json, mayFail, staffApp } from './staff-app.ts'

const Time = z.object({ from: z.string(), to: z.string() })

const list = createRoute({
  method: 'get',
  path: '/swaps',
  summary: 'Swaps not yet over: a lawyer’s own, a coordinator’s all',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            lawyer: z.string(),
            with: z.string(),
            gives: Time,
            takes: Time.nullable(),
            state: z.enum(swapStates),
          }),
        ),
      }),
      'Swaps',
    ),
    ...mayFail(401),
  },
})

const Asked = z.object({ from: instant, to: instant })

const ask = createRoute({
  method: 'post',
  path: '/swaps',
  summary: 'Ask a colleague to take my duty, for theirs or for nothing (lawyer)',
  request: {
    body: body(z.object({ with: z.string(), gives: Asked, takes: Asked.nullish() })),
  },
  responses: { 201: json(Changed, 'Asked'), ...mayFail(400, 401, 403, 409) },
})

const answer = <W extends 'accept' | 'decline'>(what: W) =>
  createRoute({
    method: 'post',
    path: `/swaps/{id}/${what}` as const,
    summary: what === 'accept' ? 'Agree to a swap (lawyer)' : 'Do not agree to a swap (lawyer)',
    request: { params: Id },
    responses: { 200: json(Changed, 'Answered'), ...mayFail(400, 401, 403, 404, 409) },
  })

const undo = createRoute({
  method: 'post',
  path: '/swaps/{id}/undo',
  summary: 'Undo a swap until it starts: either of the two, or a coordinator',
  request: { params: Id },
  responses: { 200: json(Changed, 'Undone'), ...mayFail(401, 403, 404, 409) },
})

const time = ({ from, to }: Span) => ({ from: iso(from), to: iso(to) })

export function swaps(parts: WebParts) {
  const lawyerOnly = (role: string): void => {
    if (role !== 'lawyer') throw new FaultError('forbidden')
  }
  return staffApp()
    .openapi(list, async (c) => {
      const staff = c.get('staff')
      const desk = await parts.desk()
      const items = desk.swaps
        .filter((s) => Math.max(s.gives.to, s.takes?.to ?? 0) > parts.now())
        .filter((s) => staff.role === 'coordinator' || s.lawyer === staff.id || s.with === staff.id)
        .map(({ id, lawyer, with: other, gives, takes, state }) => ({
          id,
          lawyer,
          with: other,
          gives: time(gives),
          takes: takes && time(takes),
          state,
        }))
      return c.json({ items }, 200)
    })
    .openapi(ask, async (c) => {
      lawyerOnly(c.get('staff').role)
      const { takes = null, ...rest } = c.req.valid('json')
      const id = newId()
      const act = { do: 'swap.ask' as const, id, ...rest, takes }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 201)
    })
    .openapi(answer('accept'), async (c) => {
      lawyerOnly(c.get('staff').role)
      const { id } = c.req.valid('param')
      const act = { do: 'swap.answer' as const, id, accept: true }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 200)
    })
    .openapi(answer('decline'), async (c) => {
      lawyerOnly(c.get('staff').role)
      const { id } = c.req.valid('param')
      const act = { do: 'swap.answer' as const, id, accept: false }
      return c.json(await changed(parts, id, await askRota(parts, c.get('staff'), act)), 200)
    })
    .openapi(undo, async (c) => {
      const { id } = c.req.valid('param')
      const gaps = await askRota(parts, c.get('staff'), { do: 'swap.undo', id })
      return c.json(await changed(parts, id, gaps), 200)
    })
}
