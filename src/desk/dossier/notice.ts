import { type Fault, fault } from '../fault.ts'
import { dateOfDay, dayOfDate } from '../rota/calendar.ts'
import type { Turn } from '../turn.ts'
import { exempt, helpDates } from '../workday.ts'
import type { ActOf, NoticeFields } from './act.ts'
import { type By, file, fileQuietly } from './desk-of-papers.ts'
import { watchNotice } from './due.ts'
import type { Notice, Task } from './paper.ts'

/** 法律帮助通知书 taken in (Art. 14, 16, 19): one notice, a task for each person in it. */

type Dates = Pick<Notice['body'], 'latestServiceDate' | 'assignDueDate' | 'late' | 'byHand'>

export function addNotice(turn: Turn, by: By, { id, fields }: ActOf<'notice.add'>): Fault | null {
  if (by.role !== 'coordinator') return fault('forbidden')
  const dates = datesOf(turn, fields)
  if ('code' in dates) return dates
  const { people, byHand: _, ...given } = fields
  const known = turn.desk.authorities.find(
    (one) => one.id === given.authority || one.name === given.authority,
  )
  const body: Notice['body'] = {
    ...given,
    authority: known?.name ?? given.authority,
    authorityKind: known?.kind ?? null,
    ...dates,
    people,
  }
  const rest = { conversation: null, lawyer: null, at: turn.now, state: 'open' as const }
  const notice: Notice = { ...rest, id, kind: 'notice', parent: null, dueAt: null, body }
  const due = watchNotice(turn, notice)
  file(turn, { ...notice, dueAt: due }, 'notice.add', by, {
    people: people.length,
    late: dates.late,
    byHand: dates.byHand,
  })
  people.forEach((person, index) => {
    const task: Task = {
      ...rest,
      id: taskId(id, index),
      kind: 'task',
      parent: id,
      dueAt: due,
      body: { ...person, notice: id, helpDate: fields.helpDate, letter: null, note: '' },
    }
    fileQuietly(turn, task)
  })
  return null
}

export const taskId = (notice: string, index: number): string => `${notice}.${index + 1}`

function datesOf(turn: Turn, fields: NoticeFields): Dates | Fault {
  const received = dayOfDate(fields.receivedOn)
  const help = fields.helpDate === null ? null : dayOfDate(fields.helpDate)
  if (received === null) return fault('malformed', { fields: ['receivedOn'] })
  if (fields.helpDate !== null && help === null) return fault('malformed', { fields: ['helpDate'] })
  const free = fields.expedited || fields.crossRegion
  const found = free ? exempt : helpDates(turn.desk.calendar, received, help)
  if ('code' in found) {
    // Asked of a person, and taken from one; a day before its notice came is no answer.
    const { byHand } = fields
    const due = dayOfDate(byHand?.assignDueDate ?? '')
    if (!byHand || due === null) return found
    if (due <= received) return fault('malformed', { fields: ['byHand.assignDueDate'] })
    const latest = dayOfDate(byHand.latestServiceDate ?? '')
    return { ...byHand, late: latest !== null && received > latest, byHand: true }
  }
  return {
    latestServiceDate: found.latestService === null ? null : dateOfDay(found.latestService),
    assignDueDate: found.assignDue === null ? null : dateOfDay(found.assignDue),
    late: found.late,
    byHand: false,
  }
}
