import type { LedgerLine } from '../effect.ts'
import { type Fault, fault } from '../fault.ts'
import { type ConsultationRecord, emptyRecord } from '../state.ts'
import type { Turn } from '../turn.ts'
import type { About, ActOf } from './act.ts'
import { type By, paperOf } from './desk-of-papers.ts'
import type { Paper, Task } from './paper.ts'
import type { Service } from './services.ts'

/** 工作台账 (Art. 28): filled by what happens; a correction is a line of its own, with a reason. */

export function correctLine(turn: Turn, by: By, act: ActOf<'line.correct'>): Fault | null {
  const found = turn.snapshot.line
  if (!found) return fault('not_found')
  const { line } = found
  if (line.lawyer !== by.id) return fault('forbidden')
  // Else two lines would stand for one service.
  if (found.corrected) return fault('already_decided')
  if (act.reason.trim() === '') return fault('reason_needed', { fields: ['reason'] })
  const { services = line.services, ...fields } = act.fields
  const record = { ...line.record, ...fields }
  const blank = (['charge', 'question', 'answer'] as const).filter(
    (field) => line.record[field].trim() !== '' && record[field].trim() === '',
  )
  if (blank.length > 0) return fault('record_incomplete', { fields: blank })
  turn.ask({
    do: 'ledger',
    line: { ...line, id: act.id, services, record, corrects: line.id, reason: act.reason.trim() },
  })
  turn.log({
    type: 'filed',
    actor: by.role,
    by: by.id,
    ...(line.conversation === null ? {} : { conversation: line.conversation }),
    data: { act: 'line.correct', paper: act.id, kind: 'line', corrects: line.id },
  })
  return null
}

export interface Helped {
  conversation: string | null
  task: Task | null
  station: string | null
  record: ConsultationRecord
}

/** Whom a lawyer's paper is for: a client they hold or held, or a person of a task of theirs. */
export function helped(turn: Turn, by: By, { paper }: About): Helped | Fault {
  if (by.role !== 'lawyer') return fault('forbidden')
  const row = turn.subject
  const task = paperOf(turn, paper, 'task')
  if (!row && !task) return fault('not_found')
  if ((row?.lawyer ?? task?.lawyer) !== by.id) return fault('forbidden')
  const record = turn.snapshot.record ?? {
    ...emptyRecord,
    charge: task?.body.charge ?? '',
    stage: task?.body.stage ?? row?.intake.stage ?? null,
  }
  return { conversation: row?.id ?? null, task, station: row?.station ?? null, record }
}

/** A line for help that was no talk. Its record names the charge and the stage; there was no question to answer. */
export function serve(turn: Turn, paper: Paper, about: Helped, services: Service[]): void {
  const at = turn.now
  const row = about.conversation === null ? null : turn.conversation(about.conversation)
  const line: LedgerLine = {
    id: turn.id(),
    conversation: about.conversation,
    paper: paper.id,
    services,
    corrects: null,
    reason: '',
    lawyer: paper.lawyer ?? '',
    station: about.station,
    channel: row?.channel ?? 'onsite',
    openedAt: paper.at,
    takenAt: paper.at,
    endedAt: at,
    closedAt: at,
    ending: 'answered',
    record: { ...emptyRecord, charge: about.record.charge, stage: about.record.stage },
  }
  turn.ask({ do: 'ledger', line })
}
