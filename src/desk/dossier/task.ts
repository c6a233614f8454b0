import { type Fault, fault } from '../fault.ts'
import { dossierWords } from '../locale/dossier.ts'
import { lawyersOf, mayServe } from '../rota.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { localTime } from '../zone.ts'
import type { ActOf } from './act.ts'
import { type By, file, fileQuietly, paperOf, papersOf } from './desk-of-papers.ts'
import { openTasks } from './due.ts'
import type { Letter, Notice, Refusal, Task } from './paper.ts'

/** A lawyer named for people in a notice, and the authority told by letter, with proof (Art. 19 ¶2). */

export function assignTasks(turn: Turn, by: By, act: ActOf<'task.assign'>): Fault | null {
  if (by.role !== 'coordinator') return fault('forbidden')
  const notice = paperOf(turn, act.paper, 'notice')
  if (!notice) return fault('not_found')
  const lawyer = lawyersOf(turn.desk).get(act.lawyer)
  if (!lawyer) return fault('malformed', { fields: ['lawyer'] })
  if (!mayServe(lawyer, turn.desk.timezone, turn.now)) {
    return fault('lawyer_not_ready', { fields: ['lawyer'] })
  }
  const all = papersOf(turn, 'task')
  const wanted = all.filter(({ id, state }) => act.tasks?.includes(id) ?? state === 'open')
  if (wanted.length === 0 || (act.tasks && wanted.length < new Set(act.tasks).size)) {
    return fault('not_found', { fields: ['tasks'] })
  }
  if (wanted.some(({ state }) => state !== 'open' && state !== 'assigned')) {
    return fault('already_decided', { fields: ['tasks'] })
  }
  // The authority may know of the lawyer named before: naming another takes a reason.
  const again = wanted.some(({ state }) => state === 'assigned')
  if (again && act.reason.trim() === '') return fault('reason_needed', { fields: ['reason'] })
  const { body } = notice
  const letter: Letter = {
    id: act.id,
    kind: 'letter',
    parent: notice.id,
    conversation: null,
    lawyer: lawyer.id,
    state: 'written',
    at: turn.now,
    dueAt: notice.dueAt,
    body: {
      number: letterNumber(turn, act.id),
      authority: body.authority,
      noticeNumber: body.number,
      receivedOn: body.receivedOn,
      helpDate: body.helpDate,
      place: body.place,
      lawyerName: lawyer.name,
      licence: lawyer.licence,
      firm: lawyer.firm,
      people: wanted.map((task) => task.body.name),
      sent: null,
    },
  }
  file(turn, letter, 'task.assign', by, {
    notice: notice.id,
    lawyer: lawyer.id,
    people: wanted.length,
    again,
  })
  const changed = wanted.map((task) => ({
    ...task,
    state: 'assigned',
    lawyer: lawyer.id,
    body: { ...task.body, letter: letter.id, note: again ? act.reason : task.body.note },
  }))
  for (const task of changed) fileQuietly(turn, task)
  const words = dossierWords[turn.desk.language]
  const link = `${turn.snapshot.publicUrl}/console/tasks`
  notify(turn, lawyer.id, words.assigned(changed.length, body.helpDate, link))
  return null
}

/** The day, and enough of the id to be one of a kind. */
function letterNumber(turn: Turn, id: string): string {
  const { year, month, day } = localTime(turn.desk.timezone, turn.now)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${year}${two(month)}${two(day)}-${id.slice(0, 6).toUpperCase()}`
}

export function letterSent(turn: Turn, by: By, act: ActOf<'letter.sent'>): Fault | null {
  if (by.role !== 'coordinator') return fault('forbidden')
  const letter = paperOf(turn, act.paper, 'letter')
  if (!letter) return fault('not_found')
  if (letter.body.sent) return fault('already_decided')
  const sent: Letter = {
    ...letter,
    state: 'sent',
    body: { ...letter.body, sent: { ...act.sent, by: by.id } },
  }
  file(turn, sent, 'letter.sent', by, { method: act.sent.method })
  settle(turn, by, papersOf(turn, 'task'), [
    ...papersOf(turn, 'letter').filter(({ id }) => id !== letter.id),
    sent,
  ])
  return null
}

/** Art. 15: of this stage alone. The next authority informs anew, and the desk offers help anew. */
export function refuseTask(turn: Turn, by: By, act: ActOf<'task.refuse'>): Fault | null {
  const task = paperOf(turn, act.paper, 'task')
  if (!task) return fault('not_found')
  if (by.role !== 'coordinator' && task.lawyer !== by.id) return fault('forbidden')
  if (task.state === 'refused' || task.state === 'done') return fault('already_decided')
  const { stage, name } = task.body
  const refusal: Refusal = {
    id: act.id,
    kind: 'refusal',
    parent: task.parent,
    conversation: null,
    lawyer: task.lawyer,
    state: 'kept',
    at: turn.now,
    dueAt: null,
    body: { stage, name, formal: true, note: act.note },
  }
  file(turn, refusal, 'task.refuse', by, { task: task.id, stage })
  finish(turn, by, { ...task, state: 'refused' })
  return null
}

export function taskDone(turn: Turn, by: By, act: ActOf<'task.done'>): Fault | null {
  const task = paperOf(turn, act.paper, 'task')
  if (!task) return fault('not_found')
  if (task.lawyer !== by.id) return fault('forbidden')
  if (task.state !== 'assigned') return fault('already_decided')
  const done = { ...task, state: 'done', body: { ...task.body, note: act.note } }
  file(turn, done, 'task.done', by, { lawyer: by.id })
  finish(turn, by, done, true)
  return null
}

function finish(turn: Turn, by: By, task: Task, filed = false): void {
  if (!filed) fileQuietly(turn, task)
  const tasks = papersOf(turn, 'task').map((one) => (one.id === task.id ? task : one))
  settle(turn, by, tasks, papersOf(turn, 'letter'))
}

/** A notice is answered once everybody in it has a lawyer the authority knows of, or wants none. */
function settle(turn: Turn, by: By, tasks: Task[], letters: Letter[]): void {
  const notice: Notice | undefined = papersOf(turn, 'notice')[0]
  if (notice?.state !== 'open' || openTasks(tasks, letters).length > 0) return
  turn.clear('deadline', notice.id)
  file(turn, { ...notice, state: 'answered' }, 'notice.answered', by)
}
