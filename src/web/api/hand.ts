import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import type { Happening } from '../../desk/event.ts'
import { FaultError } from '../../desk/fault.ts'
import { referralKinds } from '../../desk/staff/refer.ts'
import { holderOf } from '../../store/read/conversation.ts'
import { toldTo } from '../../store/read/told.ts'
import type { WebParts } from '../parts.ts'
import { body, json, mayFail, require, staffApp } from './staff-app.ts'

const id = z.object({ id: z.string() })
const done = json(z.object({ conversation: z.string() }), 'Done')

const hand = createRoute({
  method: 'post',
  path: '/conversations/{id}/hand',
  summary:
    'Hand a client of mine to a colleague on duty, who is shown to the client first; a caller stays on the line while the colleague’s phone rings',
  request: { params: id, body: body(z.object({ lawyer: z.string() })) },
  responses: { 200: done, ...mayFail(400, 401, 403, 404, 409) },
})

const refer = createRoute({
  method: 'post',
  path: '/conversations/{id}/refer',
  summary: 'Tell a client of mine where to go on, in the reviewed words for it',
  request: { params: id, body: body(z.object({ to: z.enum(referralKinds) })) },
  responses: { 200: done, ...mayFail(400, 401, 403, 404, 409) },
})

const flag = createRoute({
  method: 'post',
  path: '/conversations/{id}/flag',
  summary: 'Mark a conversation to be looked at, or take the mark off (coordinator)',
  request: { params: id, body: body(z.object({ on: z.boolean() })) },
  responses: { 200: done, ...mayFail(400, 401, 403, 404) },
})

const backup = createRoute({
  method: 'post',
  path: '/conversations/{id}/backup',
  summary: 'Ring a backup lawyer for a waiting client now (coordinator)',
  request: { params: id },
  responses: { 200: done, ...mayFail(401, 403, 404, 409) },
})

const tell = createRoute({
  method: 'post',
  path: '/staff/message',
  summary: 'Tell everybody who is on duty now (coordinator)',
  request: { body: body(z.object({ text: z.string().trim().min(1).max(500) })) },
  responses: { 202: json(z.object({ seq: z.number() }), 'Sent'), ...mayFail(400, 401, 403, 409) },
})

const told = createRoute({
  method: 'get',
  path: '/me/told',
  summary: 'What coordinators told me in the last day',
  responses: {
    200: json(
      z.object({
        items: z.array(z.object({ seq: z.number(), at: z.string(), text: z.string() })),
      }),
      'Newest first',
    ),
    ...mayFail(401),
  },
})

const DAY = 86_400_000

export function hands({ handle, engine, seal, now }: WebParts) {
  async function act(happening: Happening): Promise<number> {
    const { fault, seq } = await handle(happening)
    if (fault) throw new FaultError(fault.code, fault)
    return seq
  }
  async function mine(staff: Staff, conversation: string): Promise<void> {
    const holder = await holderOf(engine.db, conversation)
    if (!holder) throw new FaultError('not_found')
    require(staff, 'conversation.answer', { conversation: holder })
  }
  return staffApp()
    .openapi(hand, async (c) => {
      const { id: conversation } = c.req.valid('param')
      await mine(c.get('staff'), conversation)
      const { lawyer: to } = c.req.valid('json')
      await act({ type: 'conversation.handed', conversation, lawyer: c.get('staff').id, to })
      return c.json({ conversation }, 200)
    })
    .openapi(refer, async (c) => {
      const { id: conversation } = c.req.valid('param')
      await mine(c.get('staff'), conversation)
      const { to } = c.req.valid('json')
      await act({ type: 'client.referred', conversation, lawyer: c.get('staff').id, to })
      return c.json({ conversation }, 200)
    })
    .openapi(flag, async (c) => {
      require(c.get('staff'), 'conversation.assign')
      const { id: conversation } = c.req.valid('param')
      const { on } = c.req.valid('json')
      const coordinator = c.get('staff').id
      await act({ type: 'conversation.flagged', conversation, coordinator, on })
      return c.json({ conversation }, 200)
    })
    .openapi(backup, async (c) => {
      require(c.get('staff'), 'conversation.assign')
      const { id: conversation } = c.req.valid('param')
      await act({ type: 'backup.called', conversation, coordinator: c.get('staff').id })
      return c.json({ conversation }, 200)
    })
    .openapi(tell, async (c) => {
      require(c.get('staff'), 'desk.oversee')
      const { text } = c.req.valid('json')
      const coordinator = c.get('staff').id
      return c.json({ seq: await act({ type: 'staff.told', coordinator, words: text }) }, 202)
    })
    .openapi(told, async (c) => {
      const items = await toldTo(engine.db, seal, c.get('staff').id, now() - DAY)
      return c.json({ items }, 200)
    })
}
