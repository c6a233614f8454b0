/** Wakes whoever follows the log when there is news of what they follow. The log itself is the truth; a lost ring loses nothing. */
export class Bell {
  readonly #listeners = new Map<string, Set<() => void>>()
  readonly #everything = new Set<() => void>()

  ring(topics: Iterable<string>): void {
    let any = false
    for (const topic of topics) {
      any = true
      for (const wake of this.#listeners.get(topic) ?? []) wake()
    }
    if (any) for (const wake of this.#everything) wake()
  }

  /** There may be news of anything. */
  ringAll(): void {
    for (const set of this.#listeners.values()) for (const wake of set) wake()
    for (const wake of this.#everything) wake()
  }

  /** `null` follows everything. Returns how to stop. */
  listen(topic: string | null, wake: () => void): () => void {
    if (topic === null) {
      this.#everything.add(wake)
      return () => this.#everything.delete(wake)
    }
    const set = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, set.add(wake))
    return () => {
      set.delete(wake)
      if (set.size === 0) this.#listeners.delete(topic)
    }
  }
}
