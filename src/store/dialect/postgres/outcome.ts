import { Unavailable } from '../../engine.ts'
import { isLost } from './fault.ts'
import { pause } from './pause.ts'
import type { Connections } from './pool.ts'

/**
 * What became of a transaction whose answer was lost. Each that writes leaves a token of its own in `outcome`. Whoever
 * asks leaves the same token, marked as not committed: the second to come finds the first, having waited for its end.
 * So either the transaction was committed, or from now on it never can be.
 *
 * (The server's own `pg_xact_status` cannot be asked: after a crash it gives numbers that never reached the disk out anew.)
 */

/** How long the outcome is asked for. */
const DOUBT = 10_000

const ask = `insert into outcome (token, committed, at) values ($1, 0, $2)
  on conflict (token) do update set at = excluded.at returning committed`

/** The answer may take until the database is up again. Raises Unavailable where it cannot be had. */
export async function wasCommitted(connections: Connections, token: string): Promise<boolean> {
  const begun = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      const committed = await committedOf(connections, token)
      // Seen is not yet safe.
      if (committed) await connections.flushed()
      return committed
    } catch (error) {
      if (!isLost(error)) throw error
    }
    if (performance.now() - begun > DOUBT) throw new Unavailable('in_doubt')
    await pause(attempt)
  }
}

async function committedOf(connections: Connections, token: string): Promise<boolean> {
  const { session, release } = await connections.take()
  try {
    const { rows } = await session.query(ask, [token, Date.now()])
    release(false)
    return (rows[0] as { committed: number }).committed === 1
  } catch (error) {
    release(true)
    throw error
  }
}
