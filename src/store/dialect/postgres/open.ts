import { Kysely, PostgresDialect } from 'kysely'
import type { Engine } from '../../engine.ts'
import type { Schema } from '../../schema.ts'
import { copyTo } from './copy.ts'
import { PgNotices } from './notices.ts'
import { Connections } from './pool.ts'
import { atomically } from './transaction.ts'

/** PostgreSQL: any number of processes on one desk (docs/decisions/postgres.md). */
export function openPostgres(url: string): Engine {
  const connections = new Connections(url)
  const notices = new PgNotices(url)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: connections.forKysely() }) })
  return {
    db,
    notices,
    atomically: (work) => atomically(connections, work),
    durable: () => connections.flushed(),
    // What was deleted is the server's to clear away (VACUUM, its archive): docs/privacy.md says what that leaves.
    erase: async () => {},
    backup: (file) => copyTo(file, connections),
    close: async () => {
      await notices.close()
      await db.destroy()
      await connections.end()
    },
  }
}
