import { createRoute, z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import { readPaper, readPapers } from '../../store/read/paper.ts'
import { body, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import { replyLetter } from '../pdf/reply-letter.ts'
import { askDossier, Id, long, SentBody, sentFields } from './ask.ts'
import { byPlace, LetterView, letterView, TaskView, taskView } from './notice-schema.ts'

const mine = createRoute({
  method: 'get',
  path: '/tasks',
  summary: 'Tasks of legal help: a lawyer’s own, a coordinator’s all',
  request: {
    query: z.object({ state: z.enum(['open', 'assigned', 'done', 'refused']).optional() }),
  },
  responses: {
    200: json(
      z.object({ items: z.array(TaskView.extend({ authority: z.string() })) }),
      'Tasks, oldest first',
    ),
    ...mayFail(401),
  },
})

const done = createRoute({
  method: 'post',
  path: '/tasks/{id}/done',
  summary: 'Help was given (its lawyer)',
  request: { params: Id, body: body(z.object({ note: long.default('') })) },
  responses: { 200: json(TaskView, 'Done'), ...mayFail(400, 401, 403, 404, 409) },
})

const refuse = createRoute({
  method: 'post',
  path: '/tasks/{id}/refusal',
  summary: 'The person refused help at this stage (Art. 15); the next stage asks anew',
  request: { params: Id, body: body(z.object({ note: long.default('') })) },
  responses: { 200: json(TaskView, 'On record'), ...mayFail(400, 401, 403, 404, 409) },
})

const sent = createRoute({
  method: 'post',
  path: '/letters/{id}/sent',
  summary: 'The letter was handed over: how, to whom, and the proof (coordinator)',
  request: { params: Id, body: body(SentBody) },
  responses: { 200: json(LetterView, 'On record'), ...mayFail(400, 401, 403, 404, 409) },
})

const pdf = createRoute({
  method: 'get',
  path: '/letters/{id}/pdf',
  summary: 'The reply letter (Art. 19), A4, fonts embedded',
  request: { params: Id },
  responses: {
    200: {
      description: 'PDF',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...mayFail(401, 403, 404),
  },
})

export function tasks(parts: WebParts) {
  const { engine, seal } = parts
  const taskOf = async (staff: Staff, id: string) => {
    const task = await readPaper(engine.db, seal, id, 'task')
    if (!task) throw new FaultError('not_found')
    require(staff, 'paper.see', { paper: task })
    return task
  }
  const letterOf = async (staff: Staff, id: string) => {
    const letter = await readPaper(engine.db, seal, id, 'letter')
    if (!letter) throw new FaultError('not_found')
    require(staff, 'paper.see', { paper: letter })
    return letter
  }
  return staffApp()
    .openapi(mine, async (c) => {
      const { id, role } = c.get('staff')
      const { state } = c.req.valid('query')
      const found = await readPapers(engine.db, seal, {
        kinds: ['task'],
        ...(role === 'lawyer' ? { lawyer: id } : {}),
        ...(state ? { states: [state] } : {}),
      })
      const ids = [...new Set(found.map((task) => task.body.notice))]
      const heads = await readPapers(engine.db, seal, { kinds: ['notice'], ids })
      const authority = new Map(heads.map((notice) => [notice.id, notice.body.authority]))
      const items = found
        .sort((a, b) => a.at - b.at || byPlace(a, b))
        .map((task) => ({ ...taskView(task), authority: authority.get(task.body.notice) ?? '' }))
      return c.json({ items }, 200)
    })
    .openapi(done, async (c) => {
      const { id } = c.req.valid('param')
      await taskOf(c.get('staff'), id)
      const { note } = c.req.valid('json')
      await askDossier(parts, c.get('staff'), { do: 'task.done', paper: id, note })
      return c.json(taskView(await taskOf(c.get('staff'), id)), 200)
    })
    .openapi(refuse, async (c) => {
      const { id } = c.req.valid('param')
      await taskOf(c.get('staff'), id)
      const { note } = c.req.valid('json')
      const act = { do: 'task.refuse' as const, paper: id, id: newId(), note }
      await askDossier(parts, c.get('staff'), act)
      return c.json(taskView(await taskOf(c.get('staff'), id)), 200)
    })
    .openapi(sent, async (c) => {
      require(c.get('staff'), 'notice.change')
      const { id } = c.req.valid('param')
      const fields = sentFields(c.req.valid('json'), parts.now())
      await askDossier(parts, c.get('staff'), { do: 'letter.sent', paper: id, sent: fields })
      return c.json(letterView(await letterOf(c.get('staff'), id)), 200)
    })
    .openapi(pdf, async (c) => {
      const letter = await letterOf(c.get('staff'), c.req.valid('param').id)
      const made = await replyLetter(parts, letter)
      return c.body(made as Uint8Array<ArrayBuffer>, 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${letter.body.number}.pdf"`,
      }) as never
    })
}
