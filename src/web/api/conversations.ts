import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import { FaultError } from '../../desk/fault.ts'
import { outcomes, stages } from '../../desk/state.ts'
import { plainCharge } from '../../store/flag.ts'
import { conversationDetail, holderOf, listConversations } from '../../store/read/conversation.ts'
import { searchConversations } from '../../store/read/search.ts'
import { lastReadAt } from '../../store/read/staff.ts'
import { searchable } from '../../store/search/find.ts'
import type { WebParts } from '../parts.ts'
import { Beside, Checks, ConsultationRecord, Conversation, Entry } from './conversation-schema.ts'
import { body, instant, json, MAX_TEXT, mayFail, require, staffApp } from './staff-app.ts'

const id = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/conversations',
  summary: 'Conversations, newest first: a lawyer’s own, a coordinator’s all',
  request: {
    query: z.object({
      q: z.string().max(200).refine(searchable).optional().openapi({
        description:
          'Words written or recorded, two characters on; charges, articles, names, or their initials',
      }),
      state: z.string().optional(),
      lawyer: z.string().optional(),
      channel: z.string().optional(),
      station: z.string().optional(),
      stage: z.enum(stages).optional(),
      outcome: z.string().optional(),
      charge: z.string().max(100).optional(),
      waitedOver: z.coerce.number().int().min(0).optional().openapi({ description: 'Seconds' }),
      missed: z.enum(['true']).optional(),
      flagged: z.enum(['true']).optional(),
      from: instant.optional(),
      to: instant.optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(Conversation), next: z.string().nullable() }), 'A page'),
    ...mayFail(400, 401),
  },
})

const one = createRoute({
  method: 'get',
  path: '/conversations/{id}',
  summary:
    'One conversation with its timeline; a coordinator reads words by giving a reason, which is kept',
  request: { params: id, query: z.object({ reason: z.string().max(500).optional() }) },
  responses: {
    200: json(
      Conversation.extend(Beside.shape).extend({
        record: ConsultationRecord.nullable(),
        words: z.boolean().openapi({ description: 'Whether the words are shown' }),
        events: z.array(Entry),
      }),
      'The conversation',
    ),
    ...mayFail(401, 403, 404),
  },
})

const write = createRoute({
  method: 'post',
  path: '/conversations/{id}/messages',
  summary: 'Write to the client; a repeat with the same id is harmless',
  request: {
    params: id,
    body: body(z.object({ id: z.uuid(), text: z.string().trim().min(1).max(MAX_TEXT) })),
  },
  responses: {
    202: json(z.object({ seq: z.number() }), 'Kept'),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

const keep = createRoute({
  method: 'put',
  path: '/conversations/{id}/record',
  summary: 'Keep the record (Art. 7): fields left out stay as they are',
  request: {
    params: id,
    body: body(
      z.object({
        charge: z.string().max(500).optional(),
        question: z.string().max(10_000).optional(),
        answer: z.string().max(10_000).optional(),
        stage: z.enum(stages).nullable().optional(),
        checks: Checks.optional(),
      }),
    ),
  },
  responses: {
    200: json(z.object({ saved: z.boolean() }), 'Kept'),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

const close = createRoute({
  method: 'post',
  path: '/conversations/{id}/close',
  summary: 'Close; refused while charge, question or answer is blank',
  request: { params: id, body: body(z.object({ outcome: z.enum(outcomes) })) },
  responses: {
    200: json(z.object({ state: z.string() }), 'Closed'),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

const assign = createRoute({
  method: 'post',
  path: '/conversations/{id}/assign',
  summary: 'Give it to a lawyer on duty (coordinator)',
  request: { params: id, body: body(z.object({ lawyer: z.string() })) },
  responses: {
    200: json(z.object({ lawyer: z.string() }), 'Assigned'),
    ...mayFail(400, 401, 403, 404, 409),
  },
})

/** A lawyer’s own reading is noted once an hour; a coordinator’s every time. */
const OWN_READING = 3_600_000

export function conversations(parts: WebParts) {
  const { handle, engine, seal, now } = parts

  async function held(
    staff: Staff,
    conversation: string,
    act: 'conversation.answer' | 'conversation.write' = 'conversation.answer',
  ) {
    const holder = await holderOf(engine.db, conversation)
    if (!holder) throw new FaultError('not_found')
    require(staff, act, { conversation: holder })
  }

  async function note(staff: Staff, conversation: string, reason: string | null): Promise<void> {
    if (staff.role === 'lawyer') {
      const last = await lastReadAt(engine.db, conversation, staff.id)
      if (now() - last < OWN_READING) return
    }
    await handle({
      type: 'conversation.read',
      conversation,
      reader: staff.id,
      role: staff.role,
      reason,
    })
  }

  return staffApp()
    .openapi(list, async (c) => {
      const desk = await parts.desk()
      const { charge, missed, flagged, ...given } = c.req.valid('query')
      const plain = charge ? plainCharge(charge) : ''
      const filter = {
        ...given,
        now: now(),
        ...(missed ? { missed: true } : {}),
        ...(flagged ? { flagged: true } : {}),
        ...(plain ? { chargeMark: seal.lookup('charge', plain) } : {}),
      }
      if (filter.q !== undefined) await parts.indexed()
      const found = filter.q === undefined ? listConversations : searchConversations
      return c.json(await found(engine.db, seal, desk, c.get('staff'), filter), 200)
    })
    .openapi(one, async (c) => {
      const staff = c.get('staff')
      const { id: conversation } = c.req.valid('param')
      const reason = c.req.valid('query').reason?.trim() || null
      const holder = await holderOf(engine.db, conversation)
      if (!holder) throw new FaultError('not_found')
      require(staff, 'conversation.see', { conversation: holder })
      const words = staff.role === 'lawyer' || reason !== null
      // On record before the words leave the house.
      if (words) await note(staff, conversation, reason)
      const detail = await conversationDetail(
        engine.db,
        seal,
        await parts.desk(),
        staff,
        conversation,
        words,
      )
      if (!detail) throw new FaultError('not_found')
      return c.json(detail, 200)
    })
    .openapi(write, async (c) => {
      const lawyer = c.get('staff').id
      const { id: conversation } = c.req.valid('param')
      await held(c.get('staff'), conversation, 'conversation.write')
      const { id: own, text } = c.req.valid('json')
      const { fault, seq } = await handle(
        { type: 'lawyer.wrote', conversation, lawyer, words: text, via: 'browser' },
        `staff:${lawyer}:${own}`,
      )
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ seq }, 202)
    })
    .openapi(keep, async (c) => {
      const lawyer = c.get('staff').id
      const { id: conversation } = c.req.valid('param')
      await held(c.get('staff'), conversation)
      const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined)
      const fields = Object.fromEntries(given)
      const { fault } = await handle({ type: 'record.kept', conversation, lawyer, fields })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ saved: true }, 200)
    })
    .openapi(close, async (c) => {
      const lawyer = c.get('staff').id
      const { id: conversation } = c.req.valid('param')
      await held(c.get('staff'), conversation)
      const { outcome } = c.req.valid('json')
      const { fault } = await handle({ type: 'conversation.closed', conversation, lawyer, outcome })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ state: 'closed' }, 200)
    })
    .openapi(assign, async (c) => {
      require(c.get('staff'), 'conversation.assign')
      const { id: conversation } = c.req.valid('param')
      const { lawyer } = c.req.valid('json')
      const coordinator = c.get('staff').id
      const { fault } = await handle({
        type: 'conversation.assigned',
        conversation,
        lawyer,
        coordinator,
      })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ lawyer }, 200)
    })
}
