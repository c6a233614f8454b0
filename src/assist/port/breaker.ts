/** After so many failures in a row nobody waits for a model that is not there; after a while one request tries it. */
const FAILURES = 5
const REST = 30_000

export class Breaker {
  readonly #now: () => number
  #failures = 0
  #openUntil = 0

  constructor(now: () => number) {
    this.#now = now
  }

  get open(): boolean {
    return this.#now() < this.#openUntil
  }

  /** What a guard refuses says nothing against the connection. */
  note(worked: boolean): void {
    this.#failures = worked ? 0 : this.#failures + 1
    if (this.#failures >= FAILURES) this.#openUntil = this.#now() + REST
    if (worked) this.#openUntil = 0
  }
}
