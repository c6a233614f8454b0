import { z } from '@hono/zod-openapi'
import type { Letter, Notice, Task } from '../../desk/dossier/paper.ts'
import { stages } from '../../desk/state.ts'
import { iso, isoOrNull } from '../../store/read/entry.ts'
import { date, line, SentView, sentView, short } from './ask.ts'

/** 法律帮助通知书 as the API takes and shows it. */

export const PersonBody = z.object({
  name: line,
  charge: short.default(''),
  stage: z.enum(stages),
})

export const NoticeBody = z.object({
  authority: line,
  number: line,
  receivedOn: date,
  helpDate: date.nullish(),
  people: z.array(PersonBody).min(1).max(1000),
  expedited: z.boolean().default(false).openapi({ description: '速裁程序' }),
  crossRegion: z.boolean().default(false).openapi({ description: '跨地区调配' }),
  simplified: short
    .default('')
    .openapi({ description: 'The agreement, where notice is given simply' }),
  caseNumber: short.default(''),
  officer: short.default(''),
  place: short.default(''),
  attachments: short.default(''),
  byHand: z
    .object({ latestServiceDate: date.nullable(), assignDueDate: date })
    .optional()
    .openapi({ description: 'Worked out by a person; used only where a year is not published' }),
})

export const TaskView = z
  .object({
    id: z.string(),
    notice: z.string(),
    name: z.string(),
    charge: z.string(),
    stage: z.string(),
    state: z.string(),
    lawyer: z.string().nullable(),
    letter: z.string().nullable(),
    helpDate: z.string().nullable(),
    dueAt: z.string().nullable(),
    note: z.string(),
  })
  .openapi('HelpTask')

export const LetterView = z
  .object({
    id: z.string(),
    number: z.string(),
    lawyer: z.string().nullable(),
    lawyerName: z.string(),
    people: z.array(z.string()),
    writtenAt: z.string(),
    sent: SentView,
  })
  .openapi('ReplyLetter')

export const NoticeView = z
  .object({
    id: z.string(),
    state: z.string(),
    authority: z.string(),
    number: z.string(),
    receivedOn: z.string(),
    helpDate: z.string().nullable(),
    latestServiceDate: z.string().nullable(),
    assignDueDate: z.string().nullable(),
    late: z.boolean(),
    expedited: z.boolean(),
    crossRegion: z.boolean(),
    byHand: z.boolean(),
    simplified: z.string(),
    caseNumber: z.string(),
    officer: z.string(),
    place: z.string(),
    attachments: z.string(),
    at: z.string(),
    dueAt: z.string().nullable(),
    people: z.number(),
    open: z.number().openapi({ description: 'People nobody is named for, or told of, yet' }),
    unnamed: z.number().openapi({ description: 'Of those, people who have no lawyer yet' }),
  })
  .openapi('HelpNotice')

export const taskView = ({ id, state, lawyer, dueAt, body }: Task) => ({
  id,
  state,
  lawyer,
  dueAt: isoOrNull(dueAt),
  ...body,
})

export const letterView = ({ id, lawyer, at, body }: Letter) => ({
  id,
  lawyer,
  number: body.number,
  lawyerName: body.lawyerName,
  people: body.people,
  writtenAt: iso(at),
  sent: sentView(body.sent),
})

export const noticeView = (
  { id, state, at, dueAt, body }: Notice,
  left: { open: number; unnamed: number },
) => {
  const { people, authorityKind: _, ...rest } = body
  return {
    id,
    state,
    at: iso(at),
    dueAt: isoOrNull(dueAt),
    ...rest,
    people: people.length,
    ...left,
  }
}

/** Their order in the notice. */
export const byPlace = (a: { id: string }, b: { id: string }): number => placeOf(a) - placeOf(b)
const placeOf = ({ id }: { id: string }): number => Number(id.slice(id.lastIndexOf('.') + 1))
