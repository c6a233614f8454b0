import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Complaint, FollowUp, Review } from '../../desk/dossier/paper-centre.ts'
import { scoreHeads, vetoes } from '../../desk/dossier/paper-centre.ts'
import { bandOf, bands, sample, sumOf, tooHigh } from '../../desk/dossier/quality.ts'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import { iso } from '../../store/read/entry.ts'
import { ledgerLines } from '../../store/read/ledger.ts'
import { readPapers } from '../../store/read/paper.ts'
import { body, instant, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import { askDossier, Id, long, short } from '../dossier/ask.ts'
import type { WebParts } from '../parts.ts'

/** 质量考核评估 (Art. 31): a sample, score cards, follow-up calls, complaints. Coordinators; nobody is scored by a machine. */

const Scores = z.object({
  timeliness: z.number().int().min(0),
  identity: z.number().int().min(0),
  checklist: z.number().int().min(0),
  correctness: z.number().int().min(0),
  record: z.number().int().min(0),
  rating: z.number().int().min(0),
})

const Sampled = z.object({
  line: z.string(),
  conversation: z.string().nullable(),
  lawyer: z.string(),
  lawyerName: z.string(),
  closedAt: z.string(),
  services: z.array(z.string()),
  score: z.number().nullable(),
  band: z.enum(bands).nullable(),
  followedUp: z.boolean(),
})

const draw = createRoute({
  method: 'get',
  path: '/quality/sample',
  summary:
    'Lines to look at: a share of a time, each lawyer at least once; the same each time asked',
  request: {
    query: z.object({
      from: instant,
      to: instant,
      share: z.coerce.number().min(1).max(100).default(5),
    }),
  },
  responses: {
    200: json(
      z.object({ heads: z.record(z.string(), z.number()), items: z.array(Sampled) }),
      'The sample',
    ),
    ...mayFail(400, 401, 403),
  },
})

const score = createRoute({
  method: 'post',
  path: '/quality/reviews',
  summary: 'A score card for a line (coordinator)',
  request: {
    body: body(
      z.object({
        line: z.string(),
        scores: Scores,
        veto: z.enum(vetoes).nullable().default(null),
        note: long.default(''),
      }),
    ),
  },
  responses: {
    201: json(Id.extend({ score: z.number(), band: z.enum(bands) }), 'Scored'),
    ...mayFail(400, 401, 403, 404),
  },
})

const call = createRoute({
  method: 'post',
  path: '/quality/follow-ups',
  summary: 'A follow-up call about a line (coordinator)',
  request: {
    body: body(
      z.object({
        line: z.string(),
        reached: z.boolean(),
        satisfaction: z.number().int().min(1).max(5).nullable().default(null),
        note: long.default(''),
      }),
    ),
  },
  responses: { 201: json(Id, 'Kept'), ...mayFail(400, 401, 403, 404) },
})

const ComplaintView = z
  .object({
    id: z.string(),
    state: z.string(),
    lawyer: z.string().nullable(),
    conversation: z.string().nullable(),
    about: z.string(),
    finding: z.string(),
    referredTo: z.string(),
    at: z.string(),
  })
  .openapi('Complaint')

const complaints = createRoute({
  method: 'get',
  path: '/quality/complaints',
  summary: 'Complaints, newest first (coordinator)',
  responses: {
    200: json(z.object({ items: z.array(ComplaintView) }), 'Complaints'),
    ...mayFail(401, 403),
  },
})

const complain = createRoute({
  method: 'post',
  path: '/quality/complaints',
  summary: 'Take in a complaint about a lawyer (coordinator)',
  request: {
    body: body(
      z.object({
        lawyer: z.string(),
        conversation: z.string().nullable().default(null),
        about: long.min(1),
      }),
    ),
  },
  responses: { 201: json(Id, 'Taken in'), ...mayFail(400, 401, 403, 404) },
})

const answer = createRoute({
  method: 'post',
  path: '/quality/complaints/{id}/answer',
  summary: 'What was found, and whom it was referred to (Art. 34; coordinator)',
  request: {
    params: Id,
    body: body(z.object({ finding: long.min(1), referredTo: short.default('') })),
  },
  responses: { 200: json(Id, 'Answered'), ...mayFail(400, 401, 403, 404, 409) },
})

export function quality(parts: WebParts) {
  const { engine, seal, now } = parts
  const lineOf = async (staff: Parameters<typeof ledgerLines>[3], id: string) => {
    const desk = await parts.desk()
    const wanted = { from: 0, to: now() + 1, ids: [id], history: true }
    const [line] = await ledgerLines(engine.db, seal, desk, staff, wanted)
    if (!line) throw new FaultError('not_found', { fields: ['line'] })
    return line
  }
  const fresh = { id: '', parent: null, conversation: null, at: 0, dueAt: null }
  return staffApp()
    .openapi(draw, async (c) => {
      const staff = c.get('staff')
      require(staff, 'ledger.manage')
      const { from, to, share } = c.req.valid('query')
      const lines = await ledgerLines(engine.db, seal, await parts.desk(), staff, { from, to })
      const marked = lines.map((line) => ({
        ...line,
        mark: createHash('sha256').update(`sample ${line.id}`).digest('hex'),
      }))
      const reviews = await readPapers(engine.db, seal, { kinds: ['review'] })
      const calls = await readPapers(engine.db, seal, { kinds: ['followup'] })
      const items = sample(marked, share).map((line) => {
        const review = reviews.findLast((one) => one.body.line === line.id)
        return {
          line: line.id,
          conversation: line.conversation,
          lawyer: line.lawyer,
          lawyerName: line.lawyerName,
          closedAt: line.closedAt,
          services: line.services,
          score: review ? sumOf(review.body.scores) : null,
          band: review ? bandOf(review.body) : null,
          followedUp: calls.some((one) => one.body.line === line.id),
        }
      })
      return c.json({ heads: { ...scoreHeads }, items }, 200)
    })
    .openapi(score, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const given = c.req.valid('json')
      const high = tooHigh(given.scores)
      if (high.length > 0) {
        throw new FaultError('malformed', { fields: high.map((head) => `scores.${head}`) })
      }
      const { lawyer } = await lineOf(c.get('staff'), given.line)
      const kept: Review = {
        ...fresh,
        id: newId(),
        kind: 'review',
        lawyer,
        state: bandOf(given),
        body: given,
      }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json({ id: kept.id, score: sumOf(given.scores), band: bandOf(given) }, 201)
    })
    .openapi(call, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const given = c.req.valid('json')
      const { lawyer } = await lineOf(c.get('staff'), given.line)
      const state = given.reached ? 'reached' : 'missed'
      const kept: FollowUp = { ...fresh, id: newId(), kind: 'followup', lawyer, state, body: given }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json({ id: kept.id }, 201)
    })
    .openapi(complaints, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const all = await readPapers(engine.db, seal, { kinds: ['complaint'], newestFirst: true })
      const items = all.map(({ id, state, lawyer, at, body: said }) => ({
        id,
        state,
        lawyer,
        at: iso(at),
        ...said,
      }))
      return c.json({ items }, 200)
    })
    .openapi(complain, async (c) => {
      require(c.get('staff'), 'ledger.manage')
      const { lawyer, conversation, about } = c.req.valid('json')
      const known = (await parts.desk()).lawyers.some(({ id }) => id === lawyer)
      if (!known) throw new FaultError('not_found', { fields: ['lawyer'] })
      const kept: Complaint = {
        ...fresh,
        id: newId(),
        kind: 'complaint',
        lawyer,
        state: 'open',
        body: { conversation, about, finding: '', referredTo: '' },
      }
      await askDossier(parts, c.get('staff'), { do: 'centre.keep', kept })
      return c.json({ id: kept.id }, 201)
    })
    .openapi(answer, async (c) => {
      const { id } = c.req.valid('param')
      const act = { do: 'complaint.answer' as const, paper: id, ...c.req.valid('json') }
      await askDossier(parts, c.get('staff'), act)
      return c.json({ id }, 200)
    })
}
