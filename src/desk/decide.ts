import { appointmentAsked } from './appointment/ask.ts'
import { assistAnswered, assistSent, assistUsed } from './assist/answer.ts'
import { assistAsked } from './assist/ask.ts'
import { callArrived, clientStepped } from './call/client.ts'
import { lawyerStepped } from './call/lawyer.ts'
import { legEnded } from './call/over.ts'
import { staffArrived, staffStepped, watchShifts } from './call/staff.ts'
import { deliveryDone, deliveryFailed } from './delivery.ts'
import { dossierAsked } from './dossier/ask.ts'
import type { Effect } from './effect.ts'
import type { Event, EventOf } from './event.ts'
import { type Fault, fault } from './fault.ts'
import { assign } from './offer/assign.ts'
import { accept, pass } from './offer/take.ts'
import { presenceSet } from './presence.ts'
import { conversationClosed, recordKept } from './record.ts'
import { corrected, forgetAsked } from './retention.ts'
import { published, registerMoved, rotaAsked, sendOn } from './rota/ask.ts'
import type { Snapshot } from './snapshot.ts'
import { answerColleague, askColleague, leaveColleague } from './staff/colleague.ts'
import { channelTested, pushAsked } from './staff/devices.ts'
import { flag } from './staff/flag.ts'
import { callBackup, handOver } from './staff/hand.ts'
import { refer } from './staff/refer.ts'
import { settingsChanged } from './staff/settings.ts'
import { tellStaff } from './staff/told.ts'
import { clientWrote } from './talk/client.ts'
import { conversationRead, lawyerWrote } from './talk/lawyer.ts'
import { chatOpened } from './talk/open.ts'
import { timerFired } from './timer.ts'
import { NeedsCalendar, NeedsFloor, Turn } from './turn.ts'

export type Decision =
  | {
      effects: Effect[]
      fault: Fault | null
      /** False: refused in a way the sender sees, and free to be sent again under the same key. */
      acknowledged: boolean
    }
  /** The same event is to be decided again over the whole floor, or over the floor and all appointments. */
  | { needs: 'floor' | 'calendar' }

/** What happens now that this happened. Total and pure: the same snapshot, event and instant give the same effects. */
export function decide(snapshot: Snapshot, event: Event, now: number): Decision {
  const turn = new Turn(snapshot, event, now)
  try {
    const refused = route(turn, event)
    const acknowledged = refused === null || byVendor(event)
    if (acknowledged) leaveLine(turn, event)
    return { effects: turn.effects(), fault: refused, acknowledged }
  } catch (error) {
    if (error instanceof NeedsFloor) return { needs: 'floor' }
    if (error instanceof NeedsCalendar) return { needs: 'calendar' }
    throw error
  }
}

/** A vendor's webhook is acknowledged whatever the desk makes of it; a page or an app is answered with the fault. */
const byVendor = (event: Event): boolean => 'via' in event && event.via !== 'browser'

/** The log alone tells a repeat from a first time, so every keyed event leaves a line in it. */
function leaveLine(turn: Turn, event: Event): void {
  if (event.key === undefined || turn.effects().some((effect) => effect.do === 'log')) return
  const { subject } = turn.snapshot
  turn.log({
    type: 'ignored',
    actor: 'desk',
    ...(subject ? { conversation: subject } : {}),
    data: { event: event.type },
  })
}

function route(turn: Turn, event: Event): Fault | null {
  switch (event.type) {
    case 'client.wrote':
      return clientWrote(turn, event)
    case 'leg.stepped':
      return stepped(turn, event)
    case 'offer.accepted':
      return accept(turn, event)
    case 'offer.passed':
      return pass(turn, event)
    case 'lawyer.wrote':
      return lawyerWrote(turn, event)
    case 'record.kept':
      return recordKept(turn, event)
    case 'conversation.closed':
      return conversationClosed(turn, event)
    case 'conversation.assigned':
      return assign(turn, event)
    case 'rota.asked':
      return rotaAsked(turn, event)
    case 'dossier.asked':
      return dossierAsked(turn, event)
    case 'publication.seen':
      return published(turn, event)
    case 'assist.asked':
      return assistAsked(turn, event)
    case 'assist.sent':
      return assistSent(turn, event)
    case 'assist.answered':
      return assistAnswered(turn, event)
    case 'assist.used':
      return assistUsed(turn, event)
    case 'conversation.handed':
      return handOver(turn, event)
    case 'colleague.asked':
      return askColleague(turn, event)
    case 'colleague.answered':
      return answerColleague(turn, event)
    case 'colleague.parted':
      return leaveColleague(turn, event)
    case 'client.referred':
      return refer(turn, event)
    case 'conversation.flagged':
      return flag(turn, event)
    case 'backup.called':
      return callBackup(turn, event)
    case 'staff.told':
      return tellStaff(turn, event)
    case 'settings.changed':
      return settingsChanged(turn, event)
    case 'appointment.asked':
      return appointmentAsked(turn, event)
    default:
      happen(turn, event)
      return null
  }
}

type Unrefusable = Exclude<
  Event,
  {
    type:
      | 'client.wrote'
      | 'leg.stepped'
      | 'offer.accepted'
      | 'offer.passed'
      | 'lawyer.wrote'
      | 'record.kept'
      | 'conversation.closed'
      | 'conversation.assigned'
      | 'rota.asked'
      | 'dossier.asked'
      | 'publication.seen'
      | 'assist.asked'
      | 'assist.sent'
      | 'assist.answered'
      | 'assist.used'
      | 'conversation.handed'
      | 'colleague.asked'
      | 'colleague.answered'
      | 'colleague.parted'
      | 'client.referred'
      | 'conversation.flagged'
      | 'backup.called'
      | 'staff.told'
      | 'settings.changed'
      | 'appointment.asked'
  }
>

/** What cannot be refused: it happened. */
function happen(turn: Turn, event: Unrefusable): void {
  switch (event.type) {
    case 'chat.opened':
      return chatOpened(turn, event)
    case 'call.arrived':
      if (event.lawyer !== undefined) return staffArrived(turn, event.leg, event.lawyer)
      return callArrived(turn, event)
    case 'leg.ended':
      return legEnded(turn, event)
    case 'conversation.read':
      return conversationRead(turn, event)
    case 'conversation.forget':
      return forgetAsked(turn, event)
    case 'client.corrected':
      return corrected(turn, event)
    case 'presence.set':
      return presenceSet(turn, event)
    case 'desk.imported':
      return imported(turn, event)
    case 'channel.tested':
      return channelTested(turn, event)
    case 'push.asked':
      return pushAsked(turn, event)
    case 'timer.fired':
      return timerFired(turn, event.timer)
    case 'delivery.done':
      return deliveryDone(turn, event)
    case 'delivery.failed':
      return deliveryFailed(turn, event)
  }
}

function imported(turn: Turn, { lawyers, shifts, moved }: EventOf<'desk.imported'>): void {
  turn.log({ type: 'imported', actor: 'coordinator', data: { lawyers, shifts } })
  for (const one of moved) registerMoved(turn, one)
  sendOn(turn)
  watchShifts(turn)
}

function stepped(turn: Turn, event: EventOf<'leg.stepped'>): Fault | null {
  const known = turn.leg(event.leg)
  if (!known) return fault('not_found')
  // The carrier's id may reach us first by the leg's own webhook.
  const leg = known.sid === null ? turn.putLeg(known, { sid: event.sid }) : known
  if (leg.conversation === null) {
    staffStepped(turn, leg, event)
    return null
  }
  const row = turn.conversation(leg.conversation)
  if (!row) return fault('not_found')
  if (leg.party === 'client') clientStepped(turn, leg, row, event)
  else lawyerStepped(turn, leg, row, event)
  return null
}
