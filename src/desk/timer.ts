import { appointmentDue } from './appointment/at-the-time.ts'
import { lapse } from './appointment/book.ts'
import { lawyerSilent } from './appointment/in-writing.ts'
import { remind } from './appointment/remind.ts'
import { calendarChanged } from './appointment/waiting-list.ts'
import { assistLate } from './assist/answer.ts'
import { drillDue, shiftBegan } from './call/staff.ts'
import { deadlineFired } from './dossier/due.ts'
import { noticeDue } from './notice.ts'
import { dispatch, keepWaiting } from './offer/dispatch.ts'
import { giveBack } from './offer/give.ts'
import { recheck } from './offer/queue.ts'
import { miss } from './offer/take.ts'
import { presenceOver } from './presence.ts'
import { forgetDue, retentionDue } from './retention.ts'
import type { Timer } from './state.ts'
import type { Turn } from './turn.ts'

/** What was set to happen later, happening. A timer whose matter has passed does nothing. */
export function timerFired(turn: Turn, timer: Timer): void {
  turn.floor()
  switch (timer.kind) {
    case 'offer': {
      const offer = turn.offer(timer.subject)
      if (offer?.state === 'open' && offer.expiresAt <= turn.now) miss(turn, offer)
      return
    }
    case 'stagger':
    case 'wrapup':
      return dispatch(turn)
    case 'queue':
      return recheck(turn)
    case 'pledge':
      return keepPledge(turn, timer.subject)
    case 'absent':
      return lawyerAbsent(turn, timer.subject)
    case 'presence':
      return presenceOver(turn, timer.subject)
    case 'notice':
      return noticeDue(turn, timer.subject)
    case 'shift':
      return shiftBegan(turn)
    case 'assist':
      return assistLate(turn, turn.snapshot.request)
    case 'drill':
      return drillDue(turn, timer.subject)
    case 'forget':
      return forgetDue(turn, timer.subject)
    case 'retention':
      return retentionDue(turn)
    case 'appointment':
      return appointmentDue(turn, timer.subject)
    case 'reminder':
      return remind(turn, timer)
    case 'hold':
      return lapse(turn, timer.subject)
    case 'calendar':
      return calendarChanged(turn)
    case 'deadline':
      return deadlineFired(turn, timer.subject)
  }
}

/** The promised time has come: everyone on duty is asked anew, and for a call-back the client is rung when one accepts. */
function keepPledge(turn: Turn, id: string): void {
  const row = turn.conversation(id)
  if (row?.state !== 'promised') return
  keepWaiting(turn, row, { pledge: null, roundSince: turn.now })
  turn.log({ type: 'queued', actor: 'desk', conversation: id })
  dispatch(turn)
}

function lawyerAbsent(turn: Turn, id: string): void {
  const row = turn.conversation(id)
  if (row?.state !== 'active' || row.unansweredSince === null) return
  if (!lawyerSilent(turn, row)) giveBack(turn, turn.conversation(id) ?? row, 'no_answer')
}
