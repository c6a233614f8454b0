import { Migrator } from 'kysely/migration'
import type { Db } from './engine.ts'
import { migrations } from './migrations/index.ts'

/** Brings the tables up to date; whoever starts first does it, once. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
