import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Engine } from './engine.ts'
import { getMeta, setMeta } from './facts.ts'
import { flavourOf } from './flavour.ts'
import { holdFloor } from './hold.ts'
import { Seal } from './seal.ts'
import { ownKeys } from './secret-meta.ts'

/**
 * SECRET_KEY is changed while the desk runs (docs/decisions/sealed-words.md). First the old and the new are told each
 * other's, each sealed under the other, so that whoever has one opens both; then everything is sealed again, row by row,
 * as often as it takes; then the bridge is taken away. Broken off anywhere, it is simply begun again.
 */

const BRIDGE = 'key_bridge'

const bridgeShape = z.object({
  from: z.string(),
  to: z.string(),
  /** The new secret under the old one, and the other way round, base64. */
  forth: z.string(),
  back: z.string(),
})

type Bridge = z.infer<typeof bridgeShape>

export async function readBridge(db: Db): Promise<Bridge | null> {
  const text = await getMeta(db, BRIDGE)
  return text === null ? null : bridgeShape.parse(JSON.parse(text))
}

/** Takes up what the database says of this desk's keys. False where this is not one of them. */
export async function learnKeys(db: Db, seal: Seal): Promise<boolean> {
  const bridge = await readBridge(db)
  if (bridge && seal.fingerprint === bridge.from) {
    seal.learn(secretIn(seal, bridge.forth, 'forth'), 'newer')
  } else if (bridge && seal.fingerprint === bridge.to) {
    seal.learn(secretIn(seal, bridge.back, 'back'), 'older')
  }
  const known = await getMeta(db, 'key_fingerprint')
  const ours = known === null || known === seal.fingerprint || bridge?.to === seal.fingerprint
  const root = ours ? await getMeta(db, 'root_secret') : null
  if (root !== null) {
    seal.keepRoot(seal.openText(null, Buffer.from(root, 'base64'), 'root_secret'))
  }
  return ours
}

const secretIn = (seal: Seal, sealed: string, way: string): Buffer =>
  Buffer.from(seal.openText(null, Buffer.from(sealed, 'base64'), `key ${way}`), 'base64')

/** From here on everything new is sealed under `secret`, by every process. */
export async function beginRotation(engine: Engine, seal: Seal, secret: Uint8Array): Promise<void> {
  const next = new Seal(secret)
  const old = seal.derivedFrom
  await engine.atomically(async (tx) => {
    // Nobody is in the middle of sealing something.
    await holdFloor(tx)
    const bridge: Bridge = {
      from: seal.fingerprint,
      to: next.fingerprint,
      forth: seal
        .sealText(null, Buffer.from(secret).toString('base64'), 'key forth')
        .toString('base64'),
      back: next.sealText(null, old, 'key back').toString('base64'),
    }
    const root = seal.sealText(null, seal.root, 'root_secret').toString('base64')
    await setMeta(tx, 'root_secret', root)
    await setMeta(tx, BRIDGE, JSON.stringify(bridge))
    // Every process reads the standing facts again, and these keys with them (facts.ts).
    await setMeta(
      tx,
      'desk_version',
      `${bridge.to.slice(0, 8)} ${await getMeta(tx, 'desk_version')}`,
    )
  })
  await learnKeys(engine.db, seal)
}

/** Everything sealed that is not under a conversation's own key, and what its seal is bound to. */
export const sealedColumns = [
  { table: 'conversation', column: 'sealed_key', what: 'wrap', context: () => 'key' },
  { table: 'contact', column: 'sealed', what: 'desk', context: (id: string) => id },
  { table: 'lawyer', column: 'contacts', what: 'desk', context: (id: string) => `lawyer ${id}` },
  { table: 'content', column: 'sealed', what: 'desk', context: (id: string) => id },
  { table: 'appointment', column: 'sealed_token', what: 'desk', context: (id: string) => id },
] as const

type Sealed = (typeof sealedColumns)[number]

const BATCH = 200

/** Seals again what is still under an old key; answers how much that was. */
export async function sealAgain(engine: Engine, seal: Seal): Promise<number> {
  let done = 0
  for (const sealed of sealedColumns) {
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after
      const { last, count } = await engine.atomically((tx) => batch(tx, seal, sealed, from))
      after = last
      done += count
    }
  }
  return done + (await engine.atomically((tx) => ownKeysAgain(tx, seal)))
}

async function batch(tx: Db, seal: Seal, { table, column, what, context }: Sealed, after: string) {
  const [name, field] = [sql.id(table), sql.id(column)]
  const lock = flavourOf(tx).name === 'postgres' ? sql`for update` : sql``
  // A conversation's own words are under its own key.
  const ours = table === 'content' ? sql`and conversation is null` : sql``
  const { rows } = await sql<{ id: string; sealed: Uint8Array }>`
    select id, ${field} as sealed from ${name} where id > ${after} and ${field} is not null ${ours}
    order by id limit ${BATCH} ${lock}`.execute(tx)
  let count = 0
  for (const { id, sealed } of rows) {
    if (!seal.isOld(what, sealed, context(id))) continue
    const fresh = seal.again(what, sealed, context(id))
    await sql`update ${name} set ${field} = ${fresh} where id = ${id}`.execute(tx)
    count++
  }
  return { last: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null), count }
}

async function ownKeysAgain(tx: Db, seal: Seal): Promise<number> {
  let count = 0
  for (const name of ownKeys) {
    const kept = await getMeta(tx, name)
    if (kept === null) continue
    const sealed = Buffer.from(kept, 'base64')
    if (!seal.isOld('desk', sealed, name)) continue
    await setMeta(tx, name, seal.again('desk', sealed, name).toString('base64'))
    count++
  }
  return count
}

/** The old key opens nothing any more. */
export async function endRotation(engine: Engine, seal: Seal): Promise<void> {
  await engine.atomically(async (tx) => {
    await setMeta(tx, 'key_fingerprint', seal.fingerprint)
    await tx.deleteFrom('meta').where('key', '=', BRIDGE).execute()
  })
}
