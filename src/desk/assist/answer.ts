import type { EventOf } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { placeOf } from '../flow.ts'
import { assistTexts } from '../locale/assist.ts'
import { dispatch } from '../offer/dispatch.ts'
import { queue } from '../offer/queue.ts'
import type { Conversation } from '../state.ts'
import { moveTo } from '../talk/learn.ts'
import type { Turn } from '../turn.ts'
import type { ModelRequest } from './request.ts'
import type { Deed, StepResult, TriageResult } from './result.ts'

/** What became of a request. A model's word raises and adds; it never lowers, never sends away, never has the last word. */

/** Kept before it is sent: what left the house can be looked at whatever happens next. */
export function assistSent(turn: Turn, event: EventOf<'assist.sent'>): Fault | null {
  const { request } = turn.snapshot
  if (request?.state !== 'due') return fault('already_decided')
  const words = turn.words(event.words)
  turn.ask({
    do: 'save',
    what: 'request',
    row: { ...request, state: 'sent', sent: words.id, version: event.version },
  })
  turn.log({
    type: 'assist_sent',
    actor: 'desk',
    conversation: request.conversation,
    data: { request: request.id, purpose: request.purpose, version: event.version },
    words,
  })
  return null
}

export function assistAnswered(turn: Turn, event: EventOf<'assist.answered'>): Fault | null {
  const { request } = turn.snapshot
  if (!request || request.doneAt !== null) return fault('already_decided')
  const late = request.askedBy === null && turn.now > request.deadline
  if (event.code !== null || late) {
    close(turn, request, event.code ?? 'slow', [])
    return null
  }
  close(turn, request, null, event.deed?.kind === 'ledger' ? event.deed.findings : [])
  const row = turn.subject
  if (row && event.deed) act(turn, row, request, event.deed)
  return null
}

/** The deadline came first: the process died, or the answer is still out. */
export function assistLate(turn: Turn, request: ModelRequest | null): void {
  if (request && request.doneAt === null && request.deadline <= turn.now) {
    close(turn, request, 'slow', [])
  }
}

/** The lawyer took a draft over: from here on the words are theirs (R7.4: who confirmed, and when). */
export function assistUsed(turn: Turn, event: EventOf<'assist.used'>): Fault | null {
  const { request } = turn.snapshot
  if (request?.state !== 'answered') return fault('not_found')
  if (request.askedBy !== event.lawyer) return fault('forbidden')
  turn.log({
    type: 'assist_used',
    actor: 'lawyer',
    by: event.lawyer,
    conversation: request.conversation,
    data: { request: request.id, purpose: request.purpose },
  })
  return null
}

function close(
  turn: Turn,
  request: ModelRequest,
  code: string | null,
  findings: ModelRequest['findings'],
): void {
  const state = code === null ? 'answered' : 'refused'
  turn.ask({
    do: 'save',
    what: 'request',
    row: { ...request, state, code, findings, doneAt: turn.now },
  })
  turn.clear('assist', request.id)
  turn.log({
    type: code === null ? 'assist_answered' : 'assist_refused',
    actor: 'desk',
    conversation: request.conversation,
    data: {
      request: request.id,
      purpose: request.purpose,
      ...(code === null ? {} : { code }),
      ...(findings.length > 0 ? { findings } : {}),
    },
  })
}

function act(turn: Turn, row: Conversation, request: ModelRequest, deed: Deed): void {
  if (row.refusesMachine) return
  if (deed.kind === 'triage') raise(turn, row, deed)
  if (deed.kind === 'step') showStep(turn, row, request, deed)
}

/** Urgent where the rules saw nothing urgent, known where the client has not said; and danger is never left unsaid. */
function raise(
  turn: Turn,
  before: Conversation,
  { urgent, danger, knows, hard }: TriageResult,
): void {
  if (before.state !== 'desk' && before.state !== 'waiting') return
  const raised = (urgent || danger !== null) && !before.urgent
  const row = turn.put(before, {
    urgent: before.urgent || raised,
    wantsAppointment: before.wantsAppointment || hard,
    intake: { ...knows, ...before.intake },
  })
  if (raised) {
    turn.log({
      type: 'triaged',
      actor: 'desk',
      conversation: row.id,
      data: {
        outcome: danger === null ? 'explain' : 'emergency',
        step: danger,
        urgent: 'model',
        ai: true,
      },
    })
  }
  if (danger !== null && !row.walk.seen.includes(`redirects/${danger}`)) {
    const shown = moveTo(turn, row, { flow: 'redirects', step: danger })
    if (shown?.state === 'desk' && danger === 'self-harm') queue(turn, shown)
  }
  if (raised && turn.conversation(row.id)?.state === 'waiting') {
    turn.floor()
    dispatch(turn)
  }
}

/** Only while they still wait for an answer to those very words, and in the step's own words. */
function showStep(turn: Turn, row: Conversation, request: ModelRequest, { at }: StepResult): void {
  const waits = row.state === 'desk' && row.pace.at <= request.askedAt
  if (at === null || !waits || row.walk.seen.includes(at)) return
  moveTo(turn, row, placeOf('', at), { before: assistTexts(row.language).found })
}
