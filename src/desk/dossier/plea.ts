import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { ActOf } from './act.ts'
import { type By, file, paperOf, workingDaysOn } from './desk-of-papers.ts'
import { nameless } from './name.ts'
import type { Plea, Refusal } from './paper.ts'

/** Art. 25: told to the lawyer, by the lawyer to the authority. Nothing anybody says to the desk itself makes one. */

export function addPlea(turn: Turn, by: By, act: ActOf<'plea.add'>): Fault | null {
  if (by.role !== 'lawyer') return fault('forbidden')
  const row = turn.subject
  const task = paperOf(turn, act.paper, 'task')
  if (!row && !task) return fault('not_found')
  if ((row?.lawyer ?? task?.lawyer) !== by.id) return fault('forbidden')
  const unticked = [...(act.willing ? [] : ['willing']), ...(act.knows ? [] : ['knows'])]
  if (unticked.length > 0) return fault('ticks_missing', { fields: unticked })
  const unnamed = nameless(turn, act.person, row?.id ?? null)
  if (unnamed) return unnamed
  const plea: Plea = {
    id: act.id,
    kind: 'plea',
    parent: task?.parent ?? null,
    conversation: row?.id ?? null,
    lawyer: by.id,
    state: 'open',
    at: turn.now,
    dueAt: workingDaysOn(turn, 1),
    body: { authority: act.authority, person: act.person, toldAt: act.toldAt, sent: null },
  }
  file(turn, plea, 'plea.add', by)
  turn.timer('deadline', plea.id, plea.dueAt as number)
  return null
}

export function pleaSent(turn: Turn, by: By, act: ActOf<'plea.sent'>): Fault | null {
  const plea = paperOf(turn, act.paper, 'plea')
  if (!plea) return fault('not_found')
  if (plea.lawyer !== by.id) return fault('forbidden')
  if (plea.body.sent) return fault('already_decided')
  turn.clear('deadline', plea.id)
  const sent = { ...act.sent, by: by.id }
  file(turn, { ...plea, state: 'sent', body: { ...plea.body, sent } }, 'plea.sent', by)
  return null
}

/** R15.1: what a client says about this stage is kept, and keeps nobody from being offered help again. */
export function refuseInTalk(turn: Turn, by: By, act: ActOf<'talk.refuse'>): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  if (row.lawyer !== by.id) return fault('forbidden')
  const refusal: Refusal = {
    id: act.id,
    kind: 'refusal',
    parent: null,
    conversation: row.id,
    lawyer: by.id,
    state: 'kept',
    at: turn.now,
    dueAt: null,
    body: { stage: act.stage, name: row.pseudonym, formal: false, note: act.note },
  }
  file(turn, refusal, 'talk.refuse', by, { stage: act.stage })
  return null
}
