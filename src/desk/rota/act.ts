import type { DatedShift, Lawyer, WeeklyShift } from '../desk.ts'
import type { Authority, DutyAsk, Override, Rotation, ServiceHours, Span } from './facts.ts'

/** What staff may ask of the register and the rota. Ids of what is new are made by whoever asks, unguessable. */

export type ShiftFields = Omit<DatedShift, 'id'> | Omit<WeeklyShift, 'id'>

export type LawyerFields = Omit<Lawyer, 'id' | 'past' | 'link'>

export type RotaAct =
  | { do: 'shift.add'; id: string; fields: ShiftFields }
  | { do: 'shift.change'; id: string; fields: Partial<ShiftFields> }
  | { do: 'shift.remove'; id: string }
  | { do: 'rotation.add'; id: string; fields: Omit<Rotation, 'id'> }
  | { do: 'rotation.change'; id: string; fields: Partial<Omit<Rotation, 'id'>> }
  | { do: 'rotation.remove'; id: string }
  | { do: 'leave.ask'; id: string; lawyer: string; span: Span; reason: string | null }
  | { do: 'leave.decide'; id: string; grant: boolean; reason: string | null }
  | { do: 'leave.end'; id: string }
  | {
      do: 'override.add'
      id: string
      fields: Pick<Override, 'lawyer' | 'by' | 'from' | 'to' | 'station'>
      reason: string | null
    }
  | { do: 'override.end'; id: string }
  | { do: 'swap.ask'; id: string; with: string; gives: Span; takes: Span | null }
  | { do: 'swap.answer'; id: string; accept: boolean }
  | { do: 'swap.undo'; id: string }
  | {
      do: 'duty.ask'
      id: string
      fields: Pick<DutyAsk, 'lawyer' | 'station' | 'methods' | 'tier' | 'from' | 'to' | 'instead'>
    }
  | { do: 'duty.answer'; id: string; accept: boolean }
  | { do: 'duty.end'; id: string }
  | { do: 'lawyer.add'; id: string; fields: LawyerFields }
  | { do: 'lawyer.change'; id: string; fields: Partial<LawyerFields>; reason: string | null }
  /** Made when somebody invited takes the place. */
  | { do: 'coordinator.add'; id: string; name: string }
  | { do: 'link.renew'; id: string; of: 'lawyer' | 'authority' }
  | { do: 'hours.set'; hours: ServiceHours[] }
  | { do: 'authority.add'; id: string; fields: Pick<Authority, 'name' | 'kind'> }
  | { do: 'authority.change'; id: string; fields: Partial<Pick<Authority, 'name' | 'kind'>> }
  | { do: 'authority.remove'; id: string }
  /** `to`: local date through which (inclusive), where it reaches further than the working days ahead. */
  | { do: 'publish'; id: string; workingDays: number; to: string | null }

export type ActOf<D extends RotaAct['do']> = Extract<RotaAct, { do: D }>
