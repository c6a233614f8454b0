import type { LawyerState } from '../../desk/state.ts'
import type { Db } from '../engine.ts'
import { lawyerStateOf } from '../row.ts'

export async function lawyerStates(db: Db): Promise<Map<string, LawyerState>> {
  const rows = await db.selectFrom('lawyer_state').selectAll().execute()
  return new Map(rows.map((row) => [row.lawyer, lawyerStateOf(row)]))
}

/** A lawyer nothing was said of counts as on; a pause or an off that has run out is over. */
export function presentNow(state: LawyerState | undefined, now: number): string {
  if (!state || (state.until !== null && state.until <= now)) return 'on'
  return state.presence
}

/** Who paused them, while they are paused: themselves, or the desk because they did not answer. */
export const pausedBy = (state: LawyerState | undefined, now: number): string | null =>
  state && presentNow(state, now) !== 'on' ? state.pausedBy : null
