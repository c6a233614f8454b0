import { met } from './appointment/met.ts'
import { wantAppointment } from './appointment/talk.ts'
import { checkRecord } from './assist/ask.ts'
import { checksMissing, servicesIn } from './dossier/checklist.ts'
import type { EventOf } from './event.ts'
import { type Fault, fault } from './fault.ts'
import { dispatch } from './offer/dispatch.ts'
import { part } from './staff/colleague.ts'
import { type ConsultationRecord, emptyRecord } from './state.ts'
import { say } from './talk/say.ts'
import { readBy } from './talk/walked.ts'
import type { Turn } from './turn.ts'

/** The consultation record (Art. 7 ¶3) and closing, which it gates. */

export const isComplete = ({ charge, question, answer }: ConsultationRecord): boolean =>
  [charge, question, answer].every((field) => field.trim() !== '')

export function recordKept(turn: Turn, event: EventOf<'record.kept'>): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  if (row.lawyer !== event.lawyer) return fault('forbidden')
  if (row.state === 'closed') return fault('already_closed')
  const before = turn.snapshot.record ?? { ...emptyRecord, stage: row.intake.stage ?? null }
  const explained = readBy(turn, row)
  const record = { ...before, ...event.fields, ...(explained.length > 0 ? { explained } : {}) }
  turn.ask({ do: 'record', conversation: row.id, record, by: event.lawyer, at: turn.now })
  turn.log({
    type: 'record_kept',
    actor: 'lawyer',
    by: event.lawyer,
    conversation: row.id,
    data: { complete: isComplete(record), stage: record.stage },
  })
  return null
}

export function conversationClosed(
  turn: Turn,
  event: EventOf<'conversation.closed'>,
): Fault | null {
  const row = turn.subject
  if (!row) return fault('not_found')
  if (row.lawyer !== event.lawyer) return fault('forbidden')
  if (row.state === 'closed') return fault('already_closed')
  if (row.state !== 'active' && row.state !== 'ended') return fault('not_active')
  const { record } = turn.snapshot
  if (!record || !isComplete(record)) return fault('record_incomplete', { fields: blanks(record) })
  const unchecked = checksMissing(record)
  if (unchecked.length > 0) return fault('record_incomplete', { fields: unchecked })
  turn.floor()
  const endedAt = row.endedAt ?? turn.now
  const closed = turn.put(part(turn, row, null), {
    state: 'closed',
    ending: event.outcome,
    endedAt,
    closedAt: turn.now,
    unansweredSince: null,
  })
  turn.clear('absent', row.id)
  met(turn, closed)
  const gone = turn.conversation(row.id) ?? closed
  turn.log({
    type: 'closed',
    actor: 'lawyer',
    by: event.lawyer,
    conversation: row.id,
    data: { outcome: event.outcome },
  })
  turn.ask({
    do: 'ledger',
    line: {
      id: turn.id(),
      conversation: row.id,
      paper: null,
      services: servicesIn(record),
      corrects: null,
      reason: '',
      lawyer: event.lawyer,
      station: row.station,
      channel: row.channel,
      openedAt: row.openedAt,
      takenAt: row.takenAt ?? row.openedAt,
      endedAt,
      closedAt: turn.now,
      ending: event.outcome,
      record,
    },
  })
  if (row.channel !== 'phone') {
    const told = say(turn, gone, turn.locale(gone).closed)
    if (event.outcome === 'appointment') wantAppointment(turn, told)
    turn.putLawyer(event.lawyer, { idleSince: turn.now })
  }
  checkRecord(turn, closed)
  dispatch(turn)
  return null
}

const blanks = (record: ConsultationRecord | null): string[] =>
  (['charge', 'question', 'answer'] as const).filter((field) => !record?.[field].trim())
