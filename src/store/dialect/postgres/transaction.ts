import { setTimeout as sleep } from 'node:timers/promises'
import { type Db, Unavailable } from '../../engine.ts'
import { isClash, isLost } from './fault.ts'
import type { Connections } from './pool.ts'

/** Work as one transaction, run again where that is all it needs (docs/decisions/postgres.md). */

/** How long work is tried again for before the asker is told to come back. */
const PATIENCE = 4_000
/** How long the outcome of a commit is asked for. */
const DOUBT = 10_000
const FIRST_PAUSE = 25
const LONGEST_PAUSE = 500
const CLASHES = 20

const pause = (attempt: number): Promise<void> =>
  sleep(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + Math.random() / 2))

export async function atomically<T>(
  connections: Connections,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const begun = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(connections, work)
    } catch (error) {
      if (error instanceof InDoubt) {
        if (await wasCommitted(connections, error.xid)) return error.value as T
      } else if (isClash(error) ? attempt >= CLASHES : !isLost(error)) throw error
      if (performance.now() - begun > PATIENCE) throw error
      await pause(attempt)
    }
  }
}

/** The connection was lost between the commit being sent and its answer. */
class InDoubt extends Unavailable {
  readonly xid: string
  readonly value: unknown
  constructor(xid: string, value: unknown) {
    super('in_doubt')
    this.xid = xid
    this.value = value
  }
}

async function once<T>(connections: Connections, work: (tx: Db) => Promise<T>): Promise<T> {
  const { session, release } = await connections.take()
  let sound = true
  try {
    const xid = session.begin()
    let value: T
    try {
      await xid
      value = await work(session.db)
    } catch (error) {
      await session.rollback()
      throw error
    }
    if (await session.commit()) return value
    throw new InDoubt(await xid, value)
  } catch (error) {
    sound = !isLost(error)
    throw error
  } finally {
    release(!sound)
  }
}

/** The database knows of every transaction whether it was committed; the answer may take until it is up again. */
async function wasCommitted(connections: Connections, xid: string): Promise<boolean> {
  const begun = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      const status = await statusOf(connections, xid)
      if (status !== 'in progress') return status === 'committed'
    } catch (error) {
      if (!isLost(error)) throw error
    }
    if (performance.now() - begun > DOUBT) throw new Unavailable('in_doubt')
    await pause(attempt)
  }
}

async function statusOf(connections: Connections, xid: string): Promise<string | null> {
  const { session, release } = await connections.take()
  try {
    const { rows } = await session.query('select pg_xact_status($1::xid8) as status', [xid])
    release(false)
    return (rows[0] as { status: string | null }).status
  } catch (error) {
    release(true)
    throw error
  }
}
