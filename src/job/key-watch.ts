import type { Engine } from '../store/engine.ts'
import { learnKeys } from '../store/rotation.ts'
import type { Seal } from '../store/seal.ts'
import type { Log } from './log.ts'
import type { Sleep } from './sleep.ts'

/** Looks whether SECRET_KEY is being changed, so that this process opens what others have sealed anew. */
const LOOK = 2_000

export class KeyWatch {
  readonly #parts: { engine: Engine; seal: Seal; sleep: Sleep; log: Log }
  #calling: () => void = () => {}
  #stopped = false

  constructor(parts: { engine: Engine; seal: Seal; sleep: Sleep; log: Log }) {
    this.#parts = parts
  }

  start(): void {
    if (!this.#stopped) this.#calling = this.#parts.sleep(LOOK, () => void this.#look())
  }

  stop(): void {
    this.#stopped = true
    this.#calling()
  }

  async #look(): Promise<void> {
    const { engine, seal, log } = this.#parts
    try {
      await learnKeys(engine.db, seal)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'keys could not be looked for')
    }
    this.start()
  }
}
