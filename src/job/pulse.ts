import type { Peer } from '../store/peer.ts'

/**
 * Tells the living from the dead by whether their beat grows between our own looks. No clock is compared with
 * another's, and time in which we could not look counts for nobody.
 */
export class Pulse {
  readonly #patience: number
  readonly #known = new Map<string, { beat: number; silent: number }>()

  constructor(patience: number) {
    this.#patience = patience
  }

  /** Those that are dead. A claimant without a beat of its own is a process that was forgotten while it hung. */
  look(peers: readonly Peer[], claimants: readonly string[], self: string): string[] {
    const beats = new Map<string, number>()
    for (const id of claimants) if (id !== self) beats.set(id, -1)
    for (const { id, beat } of peers) beats.set(id, beat)
    const dead: string[] = []
    for (const [id, beat] of beats) {
      const before = this.#known.get(id)
      const silent = before?.beat === beat ? before.silent + 1 : 0
      this.#known.set(id, { beat, silent })
      if (silent >= this.#patience) dead.push(id)
    }
    for (const id of this.#known.keys()) if (!beats.has(id)) this.#known.delete(id)
    return dead
  }
}
