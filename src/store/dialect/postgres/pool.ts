import { Pool, type PoolClient, types } from 'pg'
import { asFault } from './fault.ts'
import { Flushes } from './flush.ts'
import { Session } from './session.ts'

/** Connections to one PostgreSQL database. */

/** Of each process; the server allows 100 in all unless told otherwise. */
const CONNECTIONS = 10

const CONNECT_TIMEOUT = 3_000
/** What a process that hangs in the middle may hold up the others for. */
const HANG_TIMEOUT = 10_000
/** Longer than any wait the server itself would end. */
const ANSWER_TIMEOUT = 20_000

const INT8 = 20

/** Sequence numbers and milliseconds, all below 2^53. */
const withNumbers = {
  getTypeParser: (oid: number, format?: never) =>
    oid === INT8 ? Number : types.getTypeParser(oid, format),
}

export const connectionOptions = (url: string) => ({
  connectionString: url,
  application_name: 'zhiban',
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_TIMEOUT,
})

export class Connections {
  readonly #pool: Pool
  /** A connection of its own: what is waited for by everyone must not stand in line behind them. */
  readonly #flushing: Pool
  readonly #flushes: Flushes
  #ended: Promise<void> | null = null
  readonly #sessions = new WeakMap<PoolClient, Session>()

  constructor(url: string) {
    this.#pool = new Pool({
      ...connectionOptions(url),
      max: CONNECTIONS,
      pipeline: true,
      types: withNumbers as never,
      lock_timeout: HANG_TIMEOUT,
      idle_in_transaction_session_timeout: HANG_TIMEOUT,
      query_timeout: ANSWER_TIMEOUT,
    })
    this.#flushing = new Pool({ ...connectionOptions(url), max: 1, query_timeout: ANSWER_TIMEOUT })
    this.#flushes = new Flushes(this.#flushing)
    for (const pool of [this.#pool, this.#flushing]) {
      // An idle connection that is lost is no matter: the next one is made when it is needed.
      pool.on('error', () => {})
      // One lost while it is out, even before we have it in hand, fails its queries; it must not end the process.
      pool.on('connect', (client) => client.on('error', () => {}))
    }
  }

  /** Resolves when all that was committed until now is on disk. */
  flushed(): Promise<void> {
    return this.#flushes.done()
  }

  /** Broken connections are thrown away by `release(true)`. */
  async take(): Promise<{ session: Session; release: (broken: boolean) => void }> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw asFault(error)
    })
    let session = this.#sessions.get(client)
    if (!session) {
      session = new Session(client)
      this.#sessions.set(client, session)
    }
    return { session, release: (broken) => client.release(broken) }
  }

  /** For Kysely: a connection for each query, or for a transaction of a library's own. */
  forKysely() {
    const connect = async () => {
      const { session, release } = await this.take()
      return {
        query: (sql: string, values: readonly unknown[]) => session.query(sql, values),
        release: (broken?: boolean) => release(broken === true),
      }
    }
    return { connect, end: () => this.end(), options: {} } as never
  }

  end(): Promise<void> {
    this.#ended ??= Promise.all([this.#pool.end(), this.#flushing.end()]).then(() => {})
    return this.#ended
  }
}
