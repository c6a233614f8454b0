import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { ActOf } from './act.ts'
import { type By, file, paperOf, workingDaysOn } from './desk-of-papers.ts'
import { helped, serve } from './line.ts'
import { nameless } from './name.ts'
import type { Opinion } from './paper-record.ts'

/** 值班律师法律意见 to the procuratorate (Art. 8): only under review for prosecution, and only where a plea is on the table. */

/** Working days without an answer before the lawyer is reminded; no law sets a number. */
const ANSWER = 5

export function addOpinion(turn: Turn, by: By, act: ActOf<'opinion.add'>): Fault | null {
  const about = helped(turn, by, act)
  if ('code' in about) return about
  const unnamed = nameless(turn, act.fields.person, about.conversation)
  if (unnamed) return unnamed
  if (about.record.stage !== 'prosecution_review') return fault('wrong_stage')
  const plea = about.record.checks?.plea
  if (about.conversation !== null && (plea === undefined || plea === 'not_raised')) {
    return fault('wrong_stage', { fields: ['checks.plea'] })
  }
  const { facts, leniency, procedure, other } = act.fields
  if ([facts, leniency, procedure, other].every((head) => head.trim() === '')) {
    return fault('malformed', { fields: ['facts', 'leniency', 'procedure', 'other'] })
  }
  const paper: Opinion = {
    id: act.id,
    kind: 'opinion',
    parent: about.task?.parent ?? null,
    conversation: about.conversation,
    lawyer: by.id,
    state: 'written',
    at: turn.now,
    dueAt: null,
    body: { ...act.fields, sent: null, answer: null },
  }
  file(turn, paper, act.do, by)
  serve(turn, paper, about, ['opinion_on_case', 'opinion_charge_sentence_procedure'])
  return null
}

export function opinionSent(turn: Turn, by: By, act: ActOf<'opinion.sent'>): Fault | null {
  const paper = paperOf(turn, act.paper, 'opinion')
  if (!paper) return fault('not_found')
  if (paper.lawyer !== by.id) return fault('forbidden')
  if (paper.body.sent) return fault('already_decided')
  const dueAt = workingDaysOn(turn, ANSWER)
  const sent = { ...act.sent, by: by.id }
  file(turn, { ...paper, state: 'sent', dueAt, body: { ...paper.body, sent } }, act.do, by)
  turn.timer('deadline', paper.id, dueAt)
  return null
}

/** The authority must say why it did not adopt (Art. 8 ¶2). */
export function opinionAnswered(turn: Turn, by: By, act: ActOf<'opinion.answered'>): Fault | null {
  const paper = paperOf(turn, act.paper, 'opinion')
  if (!paper) return fault('not_found')
  if (paper.lawyer !== by.id) return fault('forbidden')
  if (!paper.body.sent || paper.body.answer) return fault('already_decided')
  const { adopted, reason } = act
  if ((adopted === 'no' || adopted === 'partly') && reason.trim() === '') {
    return fault('reason_needed', { fields: ['reason'] })
  }
  turn.clear('deadline', paper.id)
  const answer = { adopted, reason, at: turn.now }
  file(turn, { ...paper, state: 'answered', body: { ...paper.body, answer } }, act.do, by, {
    adopted,
  })
  return null
}
