import type { EventOf } from '../event.ts'
import type { Fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import { addNotice } from './notice.ts'
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
  }
}
