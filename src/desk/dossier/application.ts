import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { ActOf } from './act.ts'
import { type By, file, paperOf } from './desk-of-papers.ts'
import { helped, serve } from './line.ts'
import { nameless } from './name.ts'
import type { Application, Form } from './paper-record.ts'

/** Applications for legal aid, handed on within 24 hours (LAA art. 39 ¶2), and for legal help (Art. 13). */

const HOUR = 3_600_000
const HAND_ON = 24 * HOUR
/** Told so long before it is over. */
export const BEFORE = 4 * HOUR

export function addApplication(turn: Turn, by: By, act: ActOf<'application.add'>): Fault | null {
  const about = helped(turn, by, act)
  if ('code' in about) return about
  const unnamed = nameless(turn, act.fields.person, about.conversation)
  if (unnamed) return unnamed
  const dueAt = turn.now + HAND_ON
  const paper: Application = {
    id: act.id,
    kind: 'application',
    parent: about.task?.parent ?? null,
    conversation: about.conversation,
    lawyer: by.id,
    state: 'open',
    at: turn.now,
    dueAt,
    body: { ...act.fields, sent: null },
  }
  file(turn, paper, act.do, by)
  turn.timer('deadline', paper.id, dueAt - BEFORE)
  return null
}

export function applicationSent(turn: Turn, by: By, act: ActOf<'application.sent'>): Fault | null {
  const paper = paperOf(turn, act.paper, 'application')
  if (!paper) return fault('not_found')
  if (paper.lawyer !== by.id && by.role !== 'coordinator') return fault('forbidden')
  if (paper.body.sent) return fault('already_decided')
  turn.clear('deadline', paper.id)
  const sent = { ...act.sent, by: by.id }
  const after: Application = { ...paper, state: 'sent', body: { ...paper.body, sent } }
  file(turn, after, act.do, by)
  const { conversation } = paper
  const record = { charge: '', question: '', answer: '', stage: null }
  serve(turn, after, { conversation, task: null, station: null, record }, ['help_apply_legal_aid'])
  return null
}

export function addForm(turn: Turn, by: By, act: ActOf<'form.add'>): Fault | null {
  const about = helped(turn, by, act)
  if ('code' in about) return about
  const unnamed = nameless(turn, act.fields.person, about.conversation)
  if (unnamed) return unnamed
  // A spoken form says what the person said only once they have heard it.
  if (act.fields.oral && !act.fields.readBack) {
    return fault('record_incomplete', { fields: ['readBack'] })
  }
  const paper: Form = {
    id: act.id,
    kind: 'form',
    parent: about.task?.parent ?? null,
    conversation: about.conversation,
    lawyer: by.id,
    state: 'open',
    at: turn.now,
    dueAt: null,
    body: { ...act.fields, filledBy: by.id, sent: null },
  }
  file(turn, paper, act.do, by, { oral: act.fields.oral })
  return null
}

export function formSent(turn: Turn, by: By, act: ActOf<'form.sent'>): Fault | null {
  const paper = paperOf(turn, act.paper, 'form')
  if (!paper) return fault('not_found')
  if (paper.lawyer !== by.id) return fault('forbidden')
  if (paper.body.sent) return fault('already_decided')
  const sent = { ...act.sent, by: by.id }
  file(turn, { ...paper, state: 'sent', body: { ...paper.body, sent } }, act.do, by)
  return null
}
