import type { DutyAsk, Gap, Lawyer, Load, Rota, Window } from './queries.ts'
import type { Hole } from './span.ts'
import type { Proposal } from './use-asking.ts'

/** All that a picture of the rota is made from, and what can be done in it. */
export interface PictureParts {
  days: string[]
  rota: Rota
  gaps: Gap[]
  lawyers: Lawyer[]
  asks: DutyAsk[]
  loads: Load[]
  onDuty: (item: Window) => void
  onHole: (hole: Hole) => void
  onPropose: (proposal: Proposal) => void
}
