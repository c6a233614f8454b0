import { lookAgain } from '../appointment/keep.ts'
import { watchShifts } from '../call/staff.ts'
import type { EventOf, Moved } from '../event.ts'
import { type Fault, fault } from '../fault.ts'
import { rotaWords } from '../locale/rota.ts'
import { dispatch } from '../offer/dispatch.ts'
import { giveBack } from '../offer/give.ts'
import { endOffer } from '../offer/offer.ts'
import { notify } from '../talk/tell.ts'
import type { Turn } from '../turn.ts'
import { addOverride, askLeave, decideLeave, endLeave, endOverride } from './absences.ts'
import type { RotaAct } from './act.ts'
import { withChange } from './change.ts'
import { clashesBrought } from './clashes.ts'
import { answerDuty, askDuty, endDutyAsk } from './duty-asks.ts'
import { addAuthority, changeAuthority, removeAuthority, renewLink, setHours } from './places.ts'
import { type Asked, isFault, type Planned } from './plan.ts'
import { publish, publishedEntry, resent } from './publish.ts'
import { addCoordinator, addLawyer, changeLawyer } from './register.ts'
import { addRotation, changeRotation, removeRotation } from './rotations.ts'
import { addShift, changeShift, removeShift } from './shifts.ts'
import { lawyersOf, mayServe } from './standing.ts'
import { answerSwap, askSwap, undoSwap } from './swaps.ts'

/** Somebody asks for a change of the register or the rota: planned whole, then done whole or refused. */
export function rotaAsked(turn: Turn, event: EventOf<'rota.asked'>): Fault | null {
  turn.floor()
  const before = turn.desk
  const plan = planOf(
    {
      desk: before,
      by: event.by,
      now: turn.now,
      words: (text) => (text?.trim() ? turn.words(text.trim()) : null),
      locale: rotaWords[before.language],
      link: `${turn.snapshot.publicUrl}/console/shifts`,
    },
    event.act,
  )
  if (isFault(plan)) return plan
  if (plan.watch) {
    const after = plan.changes.reduce(withChange, before)
    const { from, to } = plan.watch
    if (clashesBrought(before, after, from, to).length > 0) return fault('double_booked')
  }
  for (const change of plan.changes) turn.change(change)
  watchShifts(turn)
  const { type, data } = plan.entry
  const { by } = event
  turn.log({
    type,
    actor: by.role,
    by: by.id,
    data,
    ...(plan.words ? { words: plan.words } : {}),
  })
  for (const { lawyer, text } of plan.tell ?? []) notify(turn, lawyer, text)
  if (event.act.do !== 'publish') sendOn(turn)
  takeOff(turn)
  dispatch(turn)
  return null
}

function planOf(asked: Asked, act: RotaAct): Planned {
  switch (act.do) {
    case 'shift.add':
      return addShift(asked, act)
    case 'shift.change':
      return changeShift(asked, act)
    case 'shift.remove':
      return removeShift(asked, act)
    case 'rotation.add':
      return addRotation(asked, act)
    case 'rotation.change':
      return changeRotation(asked, act)
    case 'rotation.remove':
      return removeRotation(asked, act)
    case 'leave.ask':
      return askLeave(asked, act)
    case 'leave.decide':
      return decideLeave(asked, act)
    case 'leave.end':
      return endLeave(asked, act)
    case 'override.add':
      return addOverride(asked, act)
    case 'override.end':
      return endOverride(asked, act)
    case 'swap.ask':
      return askSwap(asked, act)
    case 'swap.answer':
      return answerSwap(asked, act)
    case 'swap.undo':
      return undoSwap(asked, act)
    case 'duty.ask':
      return askDuty(asked, act)
    case 'duty.answer':
      return answerDuty(asked, act)
    case 'duty.end':
      return endDutyAsk(asked, act)
    case 'lawyer.add':
      return addLawyer(asked, act)
    case 'lawyer.change':
      return changeLawyer(asked, act)
    case 'coordinator.add':
      return addCoordinator(asked, act)
    case 'link.renew':
      return renewLink(asked, act)
    case 'hours.set':
      return setHours(asked, act)
    case 'authority.add':
      return addAuthority(asked, act)
    case 'authority.change':
      return changeAuthority(asked, act)
    case 'authority.remove':
      return removeAuthority(asked, act)
    case 'publish':
      return publish(asked, act)
  }
}

/** Art. 18 ¶2: what the authorities were told and is so no longer reaches them as a change. */
export function sendOn(turn: Turn): void {
  lookAgain(turn)
  const next = resent(turn.desk, turn.id(), turn.now)
  if (!next) return
  turn.change({ what: 'publication', id: next.id, row: next })
  turn.log({ ...publishedEntry(next), actor: 'desk' })
}

/** Whoever may no longer serve is not rung on, and written clients go back to the desk. A call in progress is not cut. */
export function takeOff(turn: Turn): void {
  const lawyers = lawyersOf(turn.desk)
  const out = (id: string | null): boolean => {
    const lawyer = lawyers.get(id ?? '')
    return lawyer !== undefined && !mayServe(lawyer, turn.desk.timezone, turn.now)
  }
  for (const offer of turn.offers()) {
    if (offer.state === 'open' && out(offer.lawyer)) {
      endOffer(turn, offer, 'withdrawn', turn.house.lawyer.offerGone)
    }
  }
  for (const { id } of turn.conversations()) {
    const row = turn.conversation(id)
    if (row?.state === 'active' && row.channel !== 'phone' && out(row.lawyer)) {
      giveBack(turn, row, 'not_serving')
    }
  }
}

/** An authority opened its page, or said it has it (receipt): each once for each version. */
export function published(turn: Turn, event: EventOf<'publication.seen'>): Fault | null {
  const { authority, version, acknowledged } = event
  if (!turn.desk.authorities.some(({ id }) => id === authority)) return fault('not_found')
  turn.log({
    type: 'receipt',
    actor: 'authority',
    by: authority,
    data: { version, kind: acknowledged ? 'acknowledged' : 'opened' },
  })
  return null
}

/** A desk file changed a status: it stands in the register's history like any other change. */
export function registerMoved(turn: Turn, { lawyer, status, from, reason }: Moved): void {
  turn.log({
    type: 'register_changed',
    actor: 'coordinator',
    data: { act: 'lawyer.change', lawyer, status, from, fields: 'status' },
    ...(reason ? { words: turn.words(reason) } : {}),
  })
}
