import { sql } from 'kysely'
import { loadContent } from '../src/setup/files.ts'
import { importDesk } from '../src/setup/import.ts'
import { arrivalsOf } from '../src/simulate/arrivals.ts'
import { World } from '../src/simulate/world.ts'
import { commit } from '../src/store/commit.ts'
import type { Db, Engine } from '../src/store/engine.ts'
import { Facts } from '../src/store/facts.ts'
import { Keys } from '../src/store/keys.ts'
import { migrate } from '../src/store/migrate.ts'
import { conversationValues } from '../src/store/row.ts'
import type { Seal } from '../src/store/seal.ts'
import { type Decided, voice, YearStore, yearDesk, yearFrom, yearScenario } from './year-desk.ts'

/**
 * A year of a desk, decided by the desk itself over simulated people (src/simulate) and written by its own writer, many
 * decisions to a commit. `stops`: numbers of conversations; at each the database is the caller's until it asks on.
 */

const SEED = 7
const AT_ONCE = 2_000

export async function* year(engine: Engine, seal: Seal, stops: number[]): AsyncGenerator<number> {
  // Nothing of it need outlive a power cut.
  for (const pragma of ['synchronous = off', 'cache_size = -1000000', 'wal_autocheckpoint = 20000'])
    await sql.raw(`pragma ${pragma}`).execute(engine.db)
  await migrate(engine.db)
  const content = loadContent()
  await importDesk(engine, seal, yearDesk(), content, yearFrom)
  const desk = await new Facts(seal).read(engine.db)
  if (!desk) throw new Error('no desk')
  const store = new YearStore(desk, content, yearFrom)
  const world = new World(store, yearScenario, SEED, { voice: voice(SEED) })
  const steps = world.steps(arrivalsOf(yearScenario, desk.timezone, SEED))
  const ledger = new Writing(engine, seal)
  let next = 0
  for (const _ of steps) {
    if (store.decisions.length < AT_ONCE) continue
    await ledger.write(store.decisions, store.done)
    store.decisions = []
    store.done = []
    const stop = stops[next]
    if (stop === undefined) return
    if (ledger.conversations < stop) continue
    next++
    yield stop
    if (next === stops.length) return
  }
  throw new Error(`the year ended at ${ledger.conversations} conversations`)
}

/** What is known of conversations that go on, as a snapshot of them would tell. */
class Writing {
  readonly #engine: Engine
  readonly #seal: Seal
  readonly #live = new Map<string, { sealed: Uint8Array | null; values: unknown[] }>()
  conversations = 0

  constructor(engine: Engine, seal: Seal) {
    this.#engine = engine
    this.#seal = seal
  }

  async write(decisions: Decided[], done: string[]): Promise<void> {
    await this.#engine.atomically(async (tx) => {
      const keys = new Keys(tx, this.#seal)
      for (const [id, { sealed, values }] of this.#live) keys.know(id, sealed, values)
      for (const { event, effects, at } of decisions) await this.#one(tx, keys, event, effects, at)
      // The carriers of a simulation answer at once.
      const sent = { state: 'sent', done_at: decisions.at(-1)?.at ?? 0 } as const
      await tx.updateTable('outbox').set(sent).where('state', '=', 'due').execute()
    })
    for (const id of done) this.#live.delete(id)
  }

  async #one(
    tx: Db,
    keys: Keys,
    event: Decided['event'],
    effects: Decided['effects'],
    at: number,
  ): Promise<void> {
    await commit(tx, keys, event, effects, at)
    for (const effect of effects) {
      if (effect.do !== 'save' || effect.what !== 'conversation') continue
      const { row } = effect
      const sealed = keys.sealedOf(row.id)
      const values = conversationValues(row, sealed)
      if (!this.#live.has(row.id)) this.conversations++
      this.#live.set(row.id, { sealed, values })
      keys.know(row.id, sealed, values)
    }
  }
}
