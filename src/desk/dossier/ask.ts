import type { EventOf } from '../event.ts'
import type { Fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import { addAffidavit } from './affidavit.ts'
import { addApplication, addForm, applicationSent, formSent } from './application.ts'
import { answerComplaint, batchSent, keepPaper } from './centre.ts'
import { correctLine } from './line.ts'
import { addNotice } from './notice.ts'
import { addOpinion, opinionAnswered, opinionSent } from './opinion.ts'
import { addPlea, pleaSent, refuseInTalk } from './plea.ts'
import { assignTasks, letterSent, refuseTask, taskDone } from './task.ts'

/** Somebody on the staff files something. */
export function dossierAsked(turn: Turn, { by, act }: EventOf<'dossier.asked'>): Fault | null {
  switch (act.do) {
    case 'notice.add':
      return addNotice(turn, by, act)
    case 'task.assign':
      return assignTasks(turn, by, act)
    case 'letter.sent':
      return letterSent(turn, by, act)
    case 'task.refuse':
      return refuseTask(turn, by, act)
    case 'task.done':
      return taskDone(turn, by, act)
    case 'talk.refuse':
      return refuseInTalk(turn, by, act)
    case 'plea.add':
      return addPlea(turn, by, act)
    case 'plea.sent':
      return pleaSent(turn, by, act)
    case 'affidavit.add':
      return addAffidavit(turn, by, act)
    case 'opinion.add':
      return addOpinion(turn, by, act)
    case 'opinion.sent':
      return opinionSent(turn, by, act)
    case 'opinion.answered':
      return opinionAnswered(turn, by, act)
    case 'application.add':
      return addApplication(turn, by, act)
    case 'application.sent':
      return applicationSent(turn, by, act)
    case 'form.add':
      return addForm(turn, by, act)
    case 'form.sent':
      return formSent(turn, by, act)
    case 'line.correct':
      return correctLine(turn, by, act)
    case 'centre.keep':
      return keepPaper(turn, by, act)
    case 'batch.sent':
      return batchSent(turn, by, act)
    case 'complaint.answer':
      return answerComplaint(turn, by, act)
  }
}
