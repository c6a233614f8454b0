import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import type { Plea } from '../../desk/dossier/paper.ts'
import { FaultError } from '../../desk/fault.ts'
import { stages } from '../../desk/state.ts'
import { newId } from '../../handle.ts'
import { holderOf } from '../../store/read/conversation.ts'
import { iso } from '../../store/read/entry.ts'
import { readPaper, readPapers } from '../../store/read/paper.ts'
import { body, instant, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import {
  askDossier,
  Id,
  line,
  long,
  SentBody,
  SentView,
  sentFields,
  sentView,
  short,
} from './ask.ts'

const PleaView = z
  .object({
    id: z.string(),
    state: z.string(),
    conversation: z.string().nullable(),
    lawyer: z.string().nullable(),
    authority: z.string(),
    person: z.string(),
    toldAt: z.string(),
    at: z.string(),
    dueAt: z.string().nullable().openapi({
      description: 'When it is reminded of: a working day on. The article says: promptly',
    }),
    sent: SentView,
  })
  .openapi('PleaWillingnessNotice')

/** What somebody told their lawyer is the lawyer's; the centre sees that it is due (R24.4). */
const view = ({ id, state, conversation, lawyer, at, dueAt, body: given }: Plea, staff: Staff) => ({
  id,
  state,
  conversation,
  lawyer,
  authority: given.authority,
  person: lawyer === staff.id ? given.person : '',
  toldAt: iso(given.toldAt),
  at: iso(at),
  dueAt: dueAt === null ? null : iso(dueAt),
  sent: sentView(given.sent),
})

const add = createRoute({
  method: 'post',
  path: '/plea-notices',
  summary:
    'Art. 25: told the lawyer of being willing to plead. By the lawyer alone, with both ticks',
  request: {
    body: body(
      z.object({
        conversation: z.string().optional(),
        task: z.string().optional(),
        willing: z.boolean().default(false),
        knows: z.boolean().default(false),
        authority: line,
        person: short.default('').openapi({ description: 'The person’s real name' }),
        toldAt: instant.optional(),
      }),
    ),
  },
  responses: { 201: json(PleaView, 'Filed'), ...mayFail(400, 401, 403, 404, 409) },
})

const sent = createRoute({
  method: 'post',
  path: '/plea-notices/{id}/sent',
  summary: 'The authority was told: when, how, who took it (its lawyer)',
  request: { params: Id, body: body(SentBody) },
  responses: { 200: json(PleaView, 'On record'), ...mayFail(400, 401, 403, 404, 409) },
})

const list = createRoute({
  method: 'get',
  path: '/plea-notices',
  summary: 'Art. 25 notices: a lawyer’s own, a coordinator’s all',
  request: { query: z.object({ conversation: z.string().optional() }) },
  responses: { 200: json(z.object({ items: z.array(PleaView) }), 'Notices'), ...mayFail(401) },
})

const refuse = createRoute({
  method: 'post',
  path: '/conversations/{id}/refusal',
  summary: 'The client wants no lawyer at this stage (Art. 15); help is offered again all the same',
  request: { params: Id, body: body(z.object({ stage: z.enum(stages), note: long.default('') })) },
  responses: { 201: json(Id, 'On record'), ...mayFail(400, 401, 403, 404) },
})

export function pleas(parts: WebParts) {
  const { engine, seal } = parts
  const found = async (id: string) => {
    const plea = await readPaper(engine.db, seal, id, 'plea')
    if (!plea) throw new FaultError('not_found')
    return plea
  }
  return staffApp()
    .openapi(add, async (c) => {
      const { conversation = null, task = null, toldAt, ...given } = c.req.valid('json')
      const id = newId()
      const told = toldAt ?? parts.now()
      await askDossier(parts, c.get('staff'), {
        do: 'plea.add',
        id,
        conversation,
        paper: task,
        toldAt: told,
        ...given,
      })
      return c.json(view(await found(id), c.get('staff')), 201)
    })
    .openapi(sent, async (c) => {
      const { id } = c.req.valid('param')
      require(c.get('staff'), 'paper.see', { paper: await found(id) })
      const fields = sentFields(c.req.valid('json'), parts.now())
      await askDossier(parts, c.get('staff'), { do: 'plea.sent', paper: id, sent: fields })
      return c.json(view(await found(id), c.get('staff')), 200)
    })
    .openapi(list, async (c) => {
      const { id, role } = c.get('staff')
      const { conversation } = c.req.valid('query')
      const items = await readPapers(engine.db, seal, {
        kinds: ['plea'],
        newestFirst: true,
        ...(role === 'lawyer' ? { lawyer: id } : {}),
        ...(conversation ? { conversation } : {}),
      })
      return c.json({ items: items.map((one) => view(one, c.get('staff'))) }, 200)
    })
    .openapi(refuse, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const holder = await holderOf(engine.db, conversation)
      if (!holder) throw new FaultError('not_found')
      require(c.get('staff'), 'conversation.answer', { conversation: holder })
      const id = newId()
      const act = { do: 'talk.refuse' as const, conversation, id, ...c.req.valid('json') }
      await askDossier(parts, c.get('staff'), act)
      return c.json({ id }, 201)
    })
}
