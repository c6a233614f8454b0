/** Counts answered, abandoned and waits; percentiles by nearest rank, exact to the second. */

export interface Counted {
  /** Came in, with or without asking for a lawyer. */
  came: number
  /** Asked for a lawyer. */
  asked: number
  answered: number
  /** Of those answered, within so many seconds of asking. */
  within20: number
  within60: number
  /** Asked, and went without. */
  abandoned: number
  /** Seconds from asking to being answered; null where nobody was. */
  p50: number | null
  p95: number | null
}

export interface Group {
  /** Seconds; null: never asked, or waiting still. */
  wait: number | null
  asked: boolean
  taken: boolean
  ending: string | null
  count: number
}

const lost = new Set(['missed', 'unreached', 'left'])

export class Tally {
  #came = 0
  #asked = 0
  #abandoned = 0
  readonly #waits = new Map<number, number>()

  add({ wait, asked, taken, ending, count }: Group): void {
    this.#came += count
    if (!asked && !taken) return
    this.#asked += count
    if (taken) this.#waits.set(wait ?? 0, (this.#waits.get(wait ?? 0) ?? 0) + count)
    else if (ending !== null && lost.has(ending)) this.#abandoned += count
  }

  counted(): Counted {
    const waits = [...this.#waits].sort(([a], [b]) => a - b)
    const answered = waits.reduce((sum, [, count]) => sum + count, 0)
    const within = (seconds: number): number =>
      waits.reduce((sum, [wait, count]) => (wait <= seconds ? sum + count : sum), 0)
    const rank = (share: number): number | null => {
      let left = Math.ceil(answered * share)
      for (const [wait, count] of waits) {
        left -= count
        if (left <= 0) return wait
      }
      return null
    }
    return {
      came: this.#came,
      asked: this.#asked,
      answered,
      within20: within(20),
      within60: within(60),
      abandoned: this.#abandoned,
      p50: answered === 0 ? null : rank(0.5),
      p95: answered === 0 ? null : rank(0.95),
    }
  }
}
