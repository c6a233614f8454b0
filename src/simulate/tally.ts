/** What came of a rehearsal: one line a person who came, one line a lawyer. */

export interface Visit {
  at: number
  method: 'phone' | 'online'
  /** Milliseconds from asking for the lawyer to a lawyer taking it; null: none did. */
  wait: number | null
  /** promised: told when the desk rings back or answers · gaveUp: hung up first · open: the rehearsal ended first. */
  ending: 'answered' | 'promised' | 'gaveUp' | 'open'
  /** Offers made for this person before anybody took it, the one taken among them. */
  rings: number
  /** Where a call-back was promised: whether they were reached. */
  reached: boolean
}

export interface Work {
  rings: number
  missed: number
  passed: number
  taken: number
  /** Milliseconds in talks. */
  talked: number
}

export interface Tally {
  visits: Visit[]
  work: Map<string, Work>
  /** Decisions the desk made. */
  decisions: number
}

export const emptyWork = (): Work => ({ rings: 0, missed: 0, passed: 0, taken: 0, talked: 0 })

export function workOf(tally: Tally, lawyer: string): Work {
  let work = tally.work.get(lawyer)
  if (!work) {
    work = emptyWork()
    tally.work.set(lawyer, work)
  }
  return work
}
