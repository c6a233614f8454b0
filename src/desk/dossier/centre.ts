import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { ActOf } from './act.ts'
import { type By, file, paperOf } from './desk-of-papers.ts'

/** What the centre keeps about the work: coordinators alone. */

export function keepPaper(turn: Turn, by: By, { kept }: ActOf<'centre.keep'>): Fault | null {
  if (by.role !== 'coordinator') return fault('forbidden')
  file(turn, { ...kept, at: turn.now }, `${kept.kind}.keep`, by)
  return null
}

export function batchSent(turn: Turn, by: By, act: ActOf<'batch.sent'>): Fault | null {
  if (by.role !== 'coordinator') return fault('forbidden')
  const batch = paperOf(turn, act.paper, 'batch')
  if (!batch) return fault('not_found')
  if (batch.body.sent) return fault('already_decided')
  const sent = { ...act.sent, by: by.id }
  file(turn, { ...batch, state: 'received', body: { ...batch.body, sent } }, act.do, by)
  return null
}

export function answerComplaint(turn: Turn, by: By, act: ActOf<'complaint.answer'>): Fault | null {
  if (by.role !== 'coordinator') return fault('forbidden')
  const complaint = paperOf(turn, act.paper, 'complaint')
  if (!complaint) return fault('not_found')
  if (complaint.state !== 'open') return fault('already_decided')
  const { finding, referredTo } = act
  const state = referredTo.trim() === '' ? 'answered' : 'referred'
  file(turn, { ...complaint, state, body: { ...complaint.body, finding, referredTo } }, act.do, by)
  return null
}
