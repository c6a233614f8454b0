import { dossierWords } from '../locale/dossier.ts'
import { dayOfDate } from '../rota/calendar.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { workingDay } from '../workday.ts'
import { onDay, paperOf, papersOf, workingDaysOn } from './desk-of-papers.ts'
import type { Letter, Notice, Plea, Task } from './paper.ts'
import type { Application, Opinion } from './paper-record.ts'

/** Clocks that run on papers: told before they are over, and when they are (R19.2, R25.3). */

/** The hour of the day at which a coordinator is told what is due. */
const MORNING = 9 * 60

/** Sets the notice's clock; answers with the end of the day by which the authority must know a lawyer. */
export function watchNotice(turn: Turn, { id, body }: Notice): number | null {
  const due = dayOfDate(body.assignDueDate ?? '')
  const received = dayOfDate(body.receivedOn)
  if (due === null || received === null) return null
  const over = onDay(turn, due, 1440)
  const first = workingDay(turn.desk.calendar, received, 1)
  const warn = onDay(turn, typeof first === 'number' ? first : due - 1, MORNING)
  turn.timer('deadline', id, warn > turn.now ? warn : over)
  return over
}

const handled = (task: Task, letters: Letter[]): boolean =>
  task.state === 'refused' ||
  task.state === 'done' ||
  (task.state === 'assigned' &&
    letters.some(({ id, body }) => id === task.body.letter && body.sent !== null))

/** Whose tasks still lack a lawyer, or an authority that knows of one. */
export const openTasks = (tasks: Task[], letters: Letter[]): Task[] =>
  tasks.filter((task) => !handled(task, letters))

export function deadlineFired(turn: Turn, id: string): void {
  const notice = paperOf(turn, id, 'notice')
  if (notice) return noticeDue(turn, notice)
  const plea = paperOf(turn, id, 'plea')
  if (plea?.state === 'open') pleaDue(turn, plea)
  const application = paperOf(turn, id, 'application')
  if (application?.state === 'open') applicationDue(turn, application)
  const opinion = paperOf(turn, id, 'opinion')
  if (opinion?.state === 'sent') lawyerTold(turn, opinion, 'soon')
}

/** Warned four hours before the 24 are over, and told when they are (LAA art. 39 ¶2). */
function applicationDue(turn: Turn, application: Application): void {
  const { id, dueAt } = application
  const over = dueAt !== null && dueAt <= turn.now
  if (!over && dueAt !== null) turn.timer('deadline', id, dueAt)
  lawyerTold(turn, application, over ? 'breached' : 'soon')
}

function lawyerTold(turn: Turn, paper: Application | Opinion, phase: 'soon' | 'breached'): void {
  told(turn, paper.id, paper.kind, phase, { lawyer: paper.lawyer })
  const link = `${turn.snapshot.publicUrl}/console/papers/${paper.id}`
  const words = dossierWords[turn.desk.language]
  if (paper.lawyer) notify(turn, paper.lawyer, words[paper.kind](link))
}

function noticeDue(turn: Turn, notice: Notice): void {
  const open = openTasks(papersOf(turn, 'task'), papersOf(turn, 'letter')).length
  if (notice.state !== 'open' || open === 0 || notice.dueAt === null) return
  const breached = notice.dueAt <= turn.now
  if (!breached) turn.timer('deadline', notice.id, notice.dueAt)
  told(turn, notice.id, 'notice', breached ? 'breached' : 'soon', { open })
}

/** Art. 25 says at once: told every working day until it is sent. */
function pleaDue(turn: Turn, plea: Plea): void {
  told(turn, plea.id, 'plea', 'breached', { lawyer: plea.lawyer })
  const link = `${turn.snapshot.publicUrl}/console/papers/${plea.id}`
  if (plea.lawyer) notify(turn, plea.lawyer, dossierWords[turn.desk.language].pleaDue(link))
  turn.timer('deadline', plea.id, workingDaysOn(turn, 1))
}

/** Coordinators see it in their list, live. */
export function told(
  turn: Turn,
  paper: string,
  kind: string,
  phase: 'soon' | 'breached',
  data: Record<string, string | number | null> = {},
): void {
  turn.log({ type: 'deadline', actor: 'desk', data: { paper, kind, phase, ...data } })
}
