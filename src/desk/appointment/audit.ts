import type { EntryData } from '../effect.ts'

/** Invariant 10, from the log alone: no two appointments of one lawyer overlap, and a time is won once. */

interface Filled {
  lawyer: string
  from: number
  to: number
}

const takes = new Set(['held', 'booked', 'moved', 'reassigned'])
const frees = new Set(['cancelled', 'lapsed', 'kept', 'client_absent', 'lawyer_absent'])

export class AppointmentAudit {
  readonly #filled = new Map<string, Filled>()
  readonly #ofLawyer = new Map<string, Set<string>>()

  /** What is wrong with this line, or null. */
  add(data: EntryData): string | null {
    const act = String(data.act)
    const id = String(data.appointment)
    if (frees.has(act)) this.#free(id)
    if (!takes.has(act)) return null
    this.#free(id)
    const lawyer = String(data.lawyer)
    const span = {
      lawyer,
      from: Date.parse(String(data.from)),
      to: Date.parse(String(data.busyUntil)),
    }
    const theirs = this.#ofLawyer.get(lawyer) ?? new Set()
    for (const other of theirs) {
      const one = this.#filled.get(other)
      if (one && one.from < span.to && span.from < one.to) {
        return `${lawyer} has two appointments at once`
      }
    }
    this.#filled.set(id, span)
    this.#ofLawyer.set(lawyer, theirs.add(id))
    return null
  }

  #free(id: string): void {
    const one = this.#filled.get(id)
    if (!one) return
    this.#filled.delete(id)
    this.#ofLawyer.get(one.lawyer)?.delete(id)
  }
}
