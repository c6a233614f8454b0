/** Long work leaves the road open: after every few milliseconds whatever waits, a ringing phone's webhook, has its turn. */

const SLICE = 10

export class Breath {
  #since = performance.now()

  async taken(): Promise<void> {
    if (performance.now() - this.#since < SLICE) return
    await new Promise((resolve) => setTimeout(resolve, 0))
    this.#since = performance.now()
  }
}
