import { createRoute, z } from '@hono/zod-openapi'
import type { Act, Staff } from '../../desk/access.ts'
import type { Happening } from '../../desk/event.ts'
import { FaultError } from '../../desk/fault.ts'
import { passReasons } from '../../desk/state.ts'
import { besideOthers } from '../../store/read/colleague.ts'
import { holderOf } from '../../store/read/conversation.ts'
import type { WebParts } from '../parts.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const id = z.object({ id: z.string() })
const done = json(z.object({ conversation: z.string() }), 'Done')

const ask = createRoute({
  method: 'post',
  path: '/conversations/{id}/colleague',
  summary: 'Ask a colleague on duty into a written conversation of mine',
  request: { params: id, body: body(z.object({ lawyer: z.string() })) },
  responses: { 200: done, ...mayFail(400, 401, 403, 404, 409) },
})

const answer = createRoute({
  method: 'post',
  path: '/conversations/{id}/colleague/answer',
  summary:
    'Join the conversation I am asked into, and read it from then on; the client is shown who comes. Or decline',
  request: {
    params: id,
    body: body(z.object({ join: z.boolean(), reason: z.enum(passReasons).optional() })),
  },
  responses: { 200: done, ...mayFail(400, 401, 403, 404, 409) },
})

const part = createRoute({
  method: 'delete',
  path: '/conversations/{id}/colleague',
  summary:
    'Leave a colleague’s conversation, let the colleague go from mine, or take the asking back',
  request: { params: id },
  responses: { 200: done, ...mayFail(401, 403, 404) },
})

const list = createRoute({
  method: 'get',
  path: '/me/beside',
  summary: 'Colleagues’ conversations that I am in, or asked into; no case facts before I come',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            conversation: z.string(),
            client: z.string(),
            channel: z.string(),
            language: z.string(),
            byName: z.string(),
            askedAt: z.string(),
            joinedAt: z.string().nullable(),
          }),
        ),
      }),
      'Joined, or asked within ten minutes',
    ),
    ...mayFail(401),
  },
})

export function colleagues(parts: WebParts) {
  const { handle, engine, now } = parts
  async function act(staff: Staff, what: Act, happening: Happening & { conversation: string }) {
    const { conversation } = happening
    const holder = await holderOf(engine.db, conversation)
    if (!holder) throw new FaultError('not_found')
    require(staff, what, { conversation: holder })
    const { fault } = await handle(happening)
    if (fault) throw new FaultError(fault.code, fault)
    return { conversation }
  }
  return staffApp()
    .openapi(ask, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const { lawyer: to } = c.req.valid('json')
      const lawyer = c.get('staff').id
      const asked = { type: 'colleague.asked' as const, conversation, lawyer, to }
      return c.json(await act(c.get('staff'), 'conversation.answer', asked), 200)
    })
    .openapi(answer, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const { join, reason = null } = c.req.valid('json')
      const lawyer = c.get('staff').id
      const given = { type: 'colleague.answered' as const, conversation, lawyer, join, reason }
      return c.json(await act(c.get('staff'), 'conversation.join', given), 200)
    })
    .openapi(part, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const lawyer = c.get('staff').id
      const parted = { type: 'colleague.parted' as const, conversation, lawyer }
      return c.json(await act(c.get('staff'), 'conversation.part', parted), 200)
    })
    .openapi(list, async (c) => {
      const items = await besideOthers(engine.db, await parts.desk(), c.get('staff').id, now())
      return c.json({ items }, 200)
    })
}
