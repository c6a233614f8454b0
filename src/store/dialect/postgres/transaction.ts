import { type Db, Unavailable } from '../../engine.ts'
import { isClash, isLost } from './fault.ts'
import { wasCommitted } from './outcome.ts'
import { pause } from './pause.ts'
import type { Connections } from './pool.ts'

/** Work as one transaction, run again where that is all it needs (docs/decisions/postgres.md). */

/** How long work is tried again for before the asker is told to come back. */
const PATIENCE = 4_000
const CLASHES = 20

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
        if (await wasCommitted(connections, error.token)) return error.value as T
      } else if (isClash(error) ? attempt >= CLASHES : !isLost(error)) throw error
      if (performance.now() - begun > PATIENCE) throw error
      await pause(attempt)
    }
  }
}

/** The connection was lost after the commit was sent, and before it was known to be on disk. */
class InDoubt extends Unavailable {
  readonly token: string
  readonly value: unknown
  constructor(token: string, value: unknown) {
    super('in_doubt')
    this.token = token
    this.value = value
  }
}

async function once<T>(connections: Connections, work: (tx: Db) => Promise<T>): Promise<T> {
  const { value, token, lost } = await unflushed(connections, work)
  try {
    if (lost) throw lost
    // Also for work that only read: what it found may be another's that is not on disk yet.
    await connections.flushed()
    return value
  } catch (error) {
    throw token !== null && isLost(error) ? new InDoubt(token, value) : error
  }
}

interface Outcome<T> {
  value: T
  token: string | null
  /** Why the answer to the commit never came. */
  lost: Unavailable | null
}

async function unflushed<T>(
  connections: Connections,
  work: (tx: Db) => Promise<T>,
): Promise<Outcome<T>> {
  const { session, release } = await connections.take()
  let sound = true
  try {
    session.begin()
    let value: T
    try {
      value = await work(session.db)
    } catch (error) {
      await session.rollback()
      throw error
    }
    const { token, lost } = await session.commit()
    sound = lost === null
    return { value, token, lost }
  } catch (error) {
    sound = !isLost(error)
    throw error
  } finally {
    release(!sound)
  }
}
