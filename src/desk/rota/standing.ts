import type { Desk, Lawyer, LawyerStatus } from '../desk.ts'
import { localDate, parseLocal } from '../zone.ts'

/** Whether a lawyer may serve at all (Art. 18, 31 ¶2), now or at any time before. */

const lawyerIndex = new WeakMap<Desk, Map<string, Lawyer>>()

export function lawyersOf(desk: Desk): Map<string, Lawyer> {
  let index = lawyerIndex.get(desk)
  if (!index) {
    index = new Map(desk.lawyers.map((lawyer) => [lawyer.id, lawyer]))
    lawyerIndex.set(desk, index)
  }
  return index
}

/** The status they had at this instant, and since when; null: as long as is known. */
export function statusAt(
  lawyer: Lawyer,
  instant: number,
): { status: LawyerStatus; since: number | null } {
  let since: number | null = null
  for (const { status, until } of lawyer.past ?? []) {
    if (instant < until) return { status, since }
    since = until
  }
  return { status: lawyer.status, since }
}

/** Art. 18, 31: not active, or not trained by the day, is never put on duty. */
export function mayServe(lawyer: Lawyer, zone: string, instant: number): boolean {
  if (lawyer.trained === null || statusAt(lawyer, instant).status !== 'active') return false
  return lawyer.trained <= localDate(zone, instant)
}

/** The instants at which that may change. */
export function turningPoints(lawyer: Lawyer, zone: string): number[] {
  const points = (lawyer.past ?? []).map(({ until }) => until)
  const trained = lawyer.trained && parseLocal(zone, `${lawyer.trained}T00:00`)
  return typeof trained === 'number' ? [...points, trained] : points
}
