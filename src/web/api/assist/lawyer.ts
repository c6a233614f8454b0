import { createRoute, z } from '@hono/zod-openapi'
import { MT_LABEL } from '../../../desk/assist/purpose.ts'
import { FaultError } from '../../../desk/fault.ts'
import { flowOf, placeOf } from '../../../desk/flow.ts'
import { requestById } from '../../../store/model-request.ts'
import { prefersEnglish } from '../../answer.ts'
import type { WebParts } from '../../parts.ts'
import { body, json, MAX_TEXT, mayFail, staffApp } from '../staff-app.ts'
import { asked, held, labelled } from './held.ts'
import { generated, id, Step } from './schema.ts'

/** What a lawyer may ask for: a draft of the record, a reply to think about, a translation. Nothing of it is kept. */

const draft = createRoute({
  method: 'post',
  path: '/conversations/{id}/draft',
  summary: 'A draft record from the model, for the lawyer to check; nothing is stored (Art. 7)',
  request: { params: id },
  responses: {
    200: json(
      z.object({ charge: z.string(), question: z.string(), answer: z.string(), ...generated }),
      'The draft',
    ),
    ...mayFail(401, 403, 404, 503),
  },
})

const suggest = createRoute({
  method: 'post',
  path: '/conversations/{id}/suggest',
  summary: 'Reviewed paragraphs that may answer the client, and a reply built from them',
  request: {
    params: id,
    body: body(z.object({ text: z.string().trim().min(1).max(MAX_TEXT) })),
  },
  responses: {
    200: json(
      z.object({
        steps: z.array(Step),
        reply: z
          .object({
            text: z.string(),
            cites: z.array(z.string()),
            struck: z
              .array(z.string())
              .openapi({ description: 'Citations no flow has, taken out' }),
            ...generated,
          })
          .nullable()
          .openapi({ description: 'Null where the model is off, slow, or was refused' }),
      }),
      'The suggestions',
    ),
    ...mayFail(400, 401, 403, 404),
  },
})

const translate = createRoute({
  method: 'post',
  path: '/conversations/{id}/translate',
  summary: 'A machine translation beside its original',
  request: {
    params: id,
    body: body(
      z.object({
        text: z.string().trim().min(1).max(MAX_TEXT),
        to: z.enum(['zh-CN', 'en']),
        by: z.enum(['client', 'lawyer']).default('lawyer'),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({ original: z.string(), text: z.string(), to: z.string(), ...generated }),
      'Both',
    ),
    ...mayFail(400, 401, 403, 404, 503),
  },
})

const used = createRoute({
  method: 'post',
  path: '/assist/requests/{id}/used',
  summary: 'The lawyer took a generated text over: who confirmed it, and when, is on record',
  request: { params: id },
  responses: { 200: json(z.object({ used: z.boolean() }), 'Noted'), ...mayFail(401, 403, 404) },
})

const unavailable = (): FaultError => new FaultError('assist_unavailable')

export function lawyersHelp(parts: WebParts) {
  return staffApp()
    .openapi(draft, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const lawyer = await held(parts, c, conversation)
      const { result, request } = await asked(parts, {
        purpose: 'draft-record',
        conversation,
        lawyer,
        words: null,
        wordsBy: 'client',
        to: 'zh-CN',
      })
      if (result?.kind !== 'record') throw unavailable()
      const { charge, question, answer } = result
      return c.json({ charge, question, answer, ...labelled(c, request) }, 200)
    })
    .openapi(suggest, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const lawyer = await held(parts, c, conversation)
      const { text: words } = c.req.valid('json')
      const { language } = await parts.desk()
      const names = await parts.answerer.steps(words, language)
      const steps = names.flatMap((at) => {
        const place = placeOf('', at)
        const step = flowOf(parts.content, place.flow, language)?.steps[place.step]
        if (!step) return []
        const { title, text, cites, reviewed = false } = step
        return [{ at, title, text, cites, reviewed }]
      })
      // By rule at once; the model may add a reply, and where it does not, the paragraphs stand.
      const answered = await parts.answerer.ask({
        purpose: 'suggest-reply',
        conversation,
        lawyer,
        words,
        wordsBy: 'client',
        to: language,
      })
      const { result, request } = answered
      if (result?.kind !== 'reply') return c.json({ steps, reply: null }, 200)
      const { text, cites, struck } = result
      return c.json({ steps, reply: { text, cites, struck, ...labelled(c, request) } }, 200)
    })
    .openapi(translate, async (c) => {
      const { id: conversation } = c.req.valid('param')
      const lawyer = await held(parts, c, conversation)
      const { text: original, to, by } = c.req.valid('json')
      const { result, request } = await asked(parts, {
        purpose: 'translate',
        conversation,
        lawyer,
        words: original,
        wordsBy: by,
        to,
      })
      if (result?.kind !== 'translation') throw unavailable()
      const label = MT_LABEL[prefersEnglish(c) ? 'en' : 'zh-CN']
      return c.json({ original, text: result.text, to, ...labelled(c, request), label }, 200)
    })
    .openapi(used, async (c) => {
      const { id: request } = c.req.valid('param')
      const row = await requestById(parts.engine.db, request)
      if (!row) throw new FaultError('not_found')
      const lawyer = await held(parts, c, row.conversation)
      const { fault } = await parts.handle({
        type: 'assist.used',
        request,
        conversation: row.conversation,
        lawyer,
      })
      if (fault) throw new FaultError(fault.code, fault)
      return c.json({ used: true }, 200)
    })
}
