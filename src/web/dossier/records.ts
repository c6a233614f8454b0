import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import type { DossierAct } from '../../desk/dossier/act.ts'
import type { Paper } from '../../desk/dossier/paper.ts'
import {
  adoptions,
  affidavitOutcomes,
  affidavitPlaces,
  type RecordPaper,
} from '../../desk/dossier/paper-record.ts'
import { services } from '../../desk/dossier/services.ts'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import { iso, isoOrNull } from '../../store/read/entry.ts'
import { readPaper, readPapers } from '../../store/read/paper.ts'
import { body, instant, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import { askDossier, Id, line, long, SentBody, sentFields, short } from './ask.ts'

/** Papers of a lawyer's own: affidavit sessions, opinions, applications, forms. The rules are the desk's. */

/** Asked for now and not before; the desk says so itself where it is missing. */
const name = short.default('').openapi({ description: 'The person’s real name' })

const About = z.object({ conversation: z.string().optional(), task: z.string().optional() })

const Affidavit = z.object({
  person: name,
  reference: line,
  place: z.enum(affidavitPlaces),
  heldAt: instant.optional(),
  voluntary: z.boolean(),
  outcome: z.enum(affidavitOutcomes),
  objections: long.default(''),
  copy: z
    .string()
    .regex(/^([0-9a-f]{64})?$/)
    .default('')
    .openapi({ description: 'SHA-256 of the archived copy' }),
  copyName: short.default(''),
  opinion: long.default(''),
})
const Opinion = z.object({
  authority: line,
  person: name,
  facts: long.default(''),
  leniency: long.default(''),
  procedure: long.default(''),
  other: long.default(''),
})
const Application = z.object({
  person: name,
  relation: z.enum(['self', 'relative']).default('self'),
  grounds: long.default(''),
})
const Form = z.object({
  person: name,
  authority: short.default(''),
  charge: short.default(''),
  measure: short.default(''),
  noDefender: z.boolean().default(true),
  help: z.array(z.enum(services)).min(1),
  oral: z.boolean().default(false),
  readBack: z.boolean().default(false),
})

const PaperView = z
  .looseObject({
    id: z.string(),
    kind: z.string(),
    state: z.string(),
    conversation: z.string().nullable(),
    lawyer: z.string().nullable(),
    at: z.string(),
    dueAt: z.string().nullable(),
  })
  .openapi('Paper')

/** To a coordinator, that it exists, its state and times: what stands in it was said to a lawyer (R24.4). */
const view = (paper: Paper, { id, role }: Staff) => ({
  id: paper.id,
  kind: paper.kind,
  state: paper.state,
  conversation: paper.conversation,
  lawyer: paper.lawyer,
  at: iso(paper.at),
  dueAt: isoOrNull(paper.dueAt),
  ...(role === 'lawyer' && paper.lawyer === id ? { body: paper.body } : {}),
})

const kinds = ['affidavit', 'opinion', 'application', 'form', 'plea', 'refusal'] as const

const filing = <P extends string, T extends z.ZodRawShape>(
  path: P,
  summary: string,
  shape: z.ZodObject<T>,
) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: { body: body(About.extend(shape.shape)) },
    responses: { 201: json(PaperView, 'Filed'), ...mayFail(400, 401, 403, 404, 409) },
  })

const routes = {
  affidavit: filing(
    '/affidavits',
    'A session of signing an affidavit, and how it ended (Art. 10; its lawyer)',
    Affidavit,
  ),
  opinion: filing('/opinions', 'An opinion to the procuratorate (Art. 8; its lawyer)', Opinion),
  application: filing(
    '/aid-applications',
    'An application for legal aid, to be handed on within 24 hours (LAA art. 39; its lawyer)',
    Application,
  ),
  form: filing(
    '/help-forms',
    'An application for legal help, filled in from speech and read back (Art. 13; its lawyer)',
    Form,
  ),
}

const sent = createRoute({
  method: 'post',
  path: '/papers/{id}/sent',
  summary: 'An opinion, application or form was handed over: when, how, who took it',
  request: { params: Id, body: body(SentBody) },
  responses: { 200: json(PaperView, 'On record'), ...mayFail(400, 401, 403, 404, 409) },
})

const answered = createRoute({
  method: 'post',
  path: '/opinions/{id}/answer',
  summary: 'Whether the opinion was adopted, and why not (Art. 8 ¶2)',
  request: {
    params: Id,
    body: body(z.object({ adopted: z.enum(adoptions), reason: long.default('') })),
  },
  responses: { 200: json(PaperView, 'On record'), ...mayFail(400, 401, 403, 404, 409) },
})

const list = createRoute({
  method: 'get',
  path: '/papers',
  summary: 'Papers: a lawyer’s own; to a coordinator without what stands in them',
  request: {
    query: z.object({ conversation: z.string().optional(), kind: z.enum(kinds).optional() }),
  },
  responses: { 200: json(z.object({ items: z.array(PaperView) }), 'Papers'), ...mayFail(401) },
})

export function records(parts: WebParts) {
  const { engine, seal, now } = parts
  const found = async (id: string) => {
    const paper = await readPaper(engine.db, seal, id, ...kinds)
    if (!paper) throw new FaultError('not_found')
    return paper
  }
  const filed = async (staff: Staff, act: DossierAct & { id: string }) => {
    await askDossier(parts, staff, act)
    return view(await found(act.id), staff)
  }
  const about = ({ conversation, task }: z.infer<typeof About>) => ({
    id: newId(),
    conversation: conversation ?? null,
    paper: task ?? null,
  })
  return staffApp()
    .openapi(routes.affidavit, async (c) => {
      const { conversation: _, task: __, heldAt = now(), ...given } = c.req.valid('json')
      const act = { do: 'affidavit.add' as const, ...about(c.req.valid('json')) }
      return c.json(await filed(c.get('staff'), { ...act, fields: { ...given, heldAt } }), 201)
    })
    .openapi(routes.opinion, async (c) => {
      const { conversation: _, task: __, ...fields } = c.req.valid('json')
      const act = { do: 'opinion.add' as const, ...about(c.req.valid('json')), fields }
      return c.json(await filed(c.get('staff'), act), 201)
    })
    .openapi(routes.application, async (c) => {
      const { conversation: _, task: __, ...fields } = c.req.valid('json')
      const act = { do: 'application.add' as const, ...about(c.req.valid('json')), fields }
      return c.json(await filed(c.get('staff'), act), 201)
    })
    .openapi(routes.form, async (c) => {
      const { conversation: _, task: __, ...fields } = c.req.valid('json')
      const act = { do: 'form.add' as const, ...about(c.req.valid('json')), fields }
      return c.json(await filed(c.get('staff'), act), 201)
    })
    .openapi(sent, async (c) => {
      const { id } = c.req.valid('param')
      const paper = await found(id)
      require(c.get('staff'), 'paper.see', { paper })
      const fields = sentFields(c.req.valid('json'), now())
      await askDossier(parts, c.get('staff'), sentAct(paper as RecordPaper, fields))
      return c.json(view(await found(id), c.get('staff')), 200)
    })
    .openapi(answered, async (c) => {
      const { id } = c.req.valid('param')
      require(c.get('staff'), 'paper.see', { paper: await found(id) })
      const act = { do: 'opinion.answered' as const, paper: id, ...c.req.valid('json') }
      await askDossier(parts, c.get('staff'), act)
      return c.json(view(await found(id), c.get('staff')), 200)
    })
    .openapi(list, async (c) => {
      const { id, role } = c.get('staff')
      const { conversation, kind } = c.req.valid('query')
      const items = await readPapers(engine.db, seal, {
        kinds: kind ? [kind] : [...kinds],
        newestFirst: true,
        limit: 500,
        ...(role === 'lawyer' ? { lawyer: id } : {}),
        ...(conversation ? { conversation } : {}),
      })
      return c.json({ items: items.map((one) => view(one, c.get('staff'))) }, 200)
    })
}

function sentAct({ id, kind }: RecordPaper, fields: ReturnType<typeof sentFields>): DossierAct {
  if (kind === 'affidavit') throw new FaultError('already_decided')
  return { do: `${kind}.sent`, paper: id, sent: fields }
}
