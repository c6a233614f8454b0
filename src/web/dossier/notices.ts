import { createRoute, z } from '@hono/zod-openapi'
import { openTasks } from '../../desk/dossier/due.ts'
import type { Letter, Task } from '../../desk/dossier/paper.ts'
import { FaultError } from '../../desk/fault.ts'
import { newId } from '../../handle.ts'
import { readPaper, readPapers } from '../../store/read/paper.ts'
import { body, json, mayFail, require, staffApp } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import { askDossier, Id, short } from './ask.ts'
import {
  byPlace,
  LetterView,
  letterView,
  NoticeBody,
  NoticeView,
  noticeView,
  TaskView,
  taskView,
} from './notice-schema.ts'

const Added = z.object({
  id: z.string(),
  latestServiceDate: z.string().nullable(),
  assignDueDate: z.string().nullable(),
  late: z.boolean(),
  /** Notices of this authority with this number that were there before: it may have come twice. */
  alike: z.array(z.string()),
  tasks: z.array(TaskView),
})

const add = createRoute({
  method: 'post',
  path: '/notices',
  summary: 'Take in a notice of legal help (Art. 16): a task for each person in it (coordinator)',
  request: { body: body(NoticeBody) },
  responses: { 201: json(Added, 'Taken in'), ...mayFail(400, 401, 403, 409) },
})

const list = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'Notices, newest first (coordinator)',
  request: { query: z.object({ state: z.enum(['open', 'answered']).optional() }) },
  responses: {
    200: json(
      z.object({
        items: z.array(NoticeView),
        calendarThrough: z
          .number()
          .openapi({ description: 'The last year whose holidays are published' }),
      }),
      'Notices',
    ),
    ...mayFail(401, 403),
  },
})

const one = createRoute({
  method: 'get',
  path: '/notices/{id}',
  summary: 'A notice with its tasks and letters (coordinator)',
  request: { params: Id },
  responses: {
    200: json(
      NoticeView.extend({ tasks: z.array(TaskView), letters: z.array(LetterView) }),
      'The notice',
    ),
    ...mayFail(401, 403, 404),
  },
})

const assign = createRoute({
  method: 'post',
  path: '/notices/{id}/assign',
  summary: 'Name a lawyer for people in it: writes the reply letter (coordinator)',
  request: {
    params: Id,
    body: body(
      z.object({
        lawyer: z.string(),
        tasks: z.array(z.string()).min(1).optional(),
        reason: short.default(''),
      }),
    ),
  },
  responses: { 200: json(LetterView, 'The letter'), ...mayFail(400, 401, 403, 404, 409) },
})

export function notices(parts: WebParts) {
  const { engine, seal } = parts
  const whole = async (id: string) => {
    const notice = await readPaper(engine.db, seal, id, 'notice')
    if (!notice) throw new FaultError('not_found')
    const below = { parent: id }
    const tasks = await readPapers(engine.db, seal, { kinds: ['task'], ...below })
    const letters = await readPapers(engine.db, seal, { kinds: ['letter'], ...below })
    return { notice, tasks: tasks.sort(byPlace), letters }
  }
  return staffApp()
    .openapi(add, async (c) => {
      require(c.get('staff'), 'notice.change')
      const { helpDate = null, byHand = null, ...given } = c.req.valid('json')
      const id = newId()
      const before = await readPapers(engine.db, seal, { kinds: ['notice'] })
      await askDossier(parts, c.get('staff'), {
        do: 'notice.add',
        id,
        fields: { ...given, helpDate, byHand },
      })
      const { notice, tasks } = await whole(id)
      const { latestServiceDate, assignDueDate, late, authority, number } = notice.body
      const alike = before
        .filter((other) => other.body.authority === authority && other.body.number === number)
        .map((other) => other.id)
      return c.json(
        { id, latestServiceDate, assignDueDate, late, alike, tasks: tasks.map(taskView) },
        201,
      )
    })
    .openapi(list, async (c) => {
      require(c.get('staff'), 'notice.change')
      const { state } = c.req.valid('query')
      const states = state ? [state] : undefined
      const found = await readPapers(engine.db, seal, {
        kinds: ['notice'],
        newestFirst: true,
        limit: 500,
        ...(states ? { states } : {}),
      })
      const left = await leftOpen(found.filter((n) => n.state === 'open').map(({ id }) => id))
      const { calendar } = await parts.desk()
      const items = found.map((n) => noticeView(n, left.get(n.id) ?? { open: 0, unnamed: 0 }))
      return c.json({ items, calendarThrough: calendar.through }, 200)
    })
    .openapi(one, async (c) => {
      require(c.get('staff'), 'notice.change')
      const { notice, tasks, letters } = await whole(c.req.valid('param').id)
      return c.json(
        {
          ...noticeView(notice, leftOf(tasks, letters)),
          tasks: tasks.map(taskView),
          letters: letters.map(letterView),
        },
        200,
      )
    })
    .openapi(assign, async (c) => {
      require(c.get('staff'), 'notice.change')
      const { id: paper } = c.req.valid('param')
      const { lawyer, tasks = null, reason } = c.req.valid('json')
      const id = newId()
      const act = { do: 'task.assign' as const, paper, tasks, lawyer, id, reason }
      await askDossier(parts, c.get('staff'), act)
      const letter = await readPaper(engine.db, seal, id, 'letter')
      if (!letter) throw new FaultError('not_found')
      return c.json(letterView(letter), 200)
    })

  async function leftOpen(ids: string[]): Promise<Map<string, Left>> {
    const found = new Map<string, Left>()
    for (const id of ids) {
      const { tasks, letters } = await whole(id)
      found.set(id, leftOf(tasks, letters))
    }
    return found
  }
}

interface Left {
  open: number
  unnamed: number
}

const leftOf = (tasks: Task[], letters: Letter[]): Left => ({
  open: openTasks(tasks, letters).length,
  unnamed: tasks.filter(({ state }) => state === 'open').length,
})
