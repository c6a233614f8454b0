import type { Desk } from '../desk/desk.ts'
import { onDuty } from '../desk/rota.ts'
import type { Scenario } from './scenario.ts'
import { emptyWork, type Tally } from './tally.ts'

/** What each lawyer carried, over all runs. */
export interface Load {
  id: string
  name: string
  hoursOnDuty: number
  rings: number
  missed: number
  taken: number
  /** Hours in talks ÷ hours on duty. */
  talking: number
}

const QUARTER = 900_000

export function loadsOf(tallies: Tally[], desk: Desk, scenario: Scenario): Load[] {
  const duty = dutyHours(desk, scenario)
  return desk.lawyers.flatMap(({ id, name }) => {
    const hours = (duty.get(id) ?? 0) * tallies.length
    const works = tallies.map((tally) => tally.work.get(id) ?? emptyWork())
    const sum = (what: 'rings' | 'missed' | 'taken' | 'talked'): number =>
      works.reduce((total, work) => total + work[what], 0)
    if (hours === 0) return []
    return {
      id,
      name,
      hoursOnDuty: hours,
      rings: sum('rings'),
      missed: sum('missed'),
      taken: sum('taken'),
      talking: sum('talked') / 3_600_000 / hours,
    }
  })
}

/** By the quarter of an hour, in one run. */
function dutyHours(desk: Desk, { from, hours }: Scenario): Map<string, number> {
  const found = new Map<string, number>()
  for (let at = from; at < from + hours * 3_600_000; at += QUARTER) {
    const on = (['phone', 'online'] as const).flatMap((method) => onDuty(desk, method, at))
    for (const id of new Set(on.map(({ lawyer }) => lawyer.id))) {
      found.set(id, (found.get(id) ?? 0) + 0.25)
    }
  }
  return found
}
