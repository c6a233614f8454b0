import { type Fault, fault } from '../fault.ts'
import type { Turn } from '../turn.ts'
import type { ActOf } from './act.ts'
import { type By, file } from './desk-of-papers.ts'
import { told } from './due.ts'
import { helped, serve } from './line.ts'
import { nameless } from './name.ts'
import type { Affidavit, AffidavitBody } from './paper-record.ts'

/**
 * 具结书 (Art. 10): present at the authority, never by phone or chat (R6.3). Voluntary and without objection: signed;
 * with objection to sentence or procedure: signed, and an opinion may follow; help refused: not signed, the written
 * refusal kept; not voluntary: no way to sign, an opinion, and the centre is told.
 */
export function addAffidavit(turn: Turn, by: By, act: ActOf<'affidavit.add'>): Fault | null {
  const about = helped(turn, by, act)
  if ('code' in about) return about
  const unnamed = nameless(turn, act.fields.person, about.conversation)
  if (unnamed) return unnamed
  const refused = refusedBecause(act.fields)
  if (refused) return refused
  const { fields } = act
  const involuntary = fields.outcome === 'involuntary'
  const paper: Affidavit = {
    id: act.id,
    kind: 'affidavit',
    parent: about.task?.parent ?? null,
    conversation: about.conversation,
    lawyer: by.id,
    state: fields.outcome,
    at: turn.now,
    dueAt: null,
    body: fields,
  }
  file(turn, paper, act.do, by, { outcome: fields.outcome })
  if (involuntary) told(turn, paper.id, 'involuntary', 'breached', { lawyer: by.id })
  const gaveOpinion = fields.opinion.trim() !== ''
  serve(turn, paper, about, [
    ...(fields.outcome === 'refused_help' || involuntary
      ? []
      : (['present_at_affidavit'] as const)),
    ...(gaveOpinion ? (['opinion_charge_sentence_procedure'] as const) : []),
    ...(fields.outcome === 'refused_help' ? (['other_by_law'] as const) : []),
  ])
  return null
}

function refusedBecause(body: AffidavitBody): Fault | null {
  if (!body.voluntary && body.outcome !== 'involuntary' && body.outcome !== 'refused_help') {
    return fault('involuntary', { fields: ['outcome'] })
  }
  if (body.voluntary && body.outcome === 'involuntary') {
    return fault('malformed', { fields: ['voluntary'] })
  }
  const missing = [
    ...(body.outcome === 'involuntary' && !body.opinion.trim() ? ['opinion'] : []),
    ...(body.outcome !== 'involuntary' && !body.copy.trim() ? ['copy'] : []),
    ...(body.outcome === 'signed_with_objection' && !body.objections.trim() ? ['objections'] : []),
    ...(body.outcome === 'signed' && body.objections.trim() ? ['objections'] : []),
  ]
  return missing.length > 0 ? fault('malformed', { fields: missing }) : null
}
