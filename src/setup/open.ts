import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, ConfigError } from '../config.ts'
import type { Engine } from '../store/engine.ts'
import { migrate } from '../store/migrate.ts'
import { Seal } from '../store/seal.ts'
import { checkKey } from './check-key.ts'
import { keyAtHand, keyFileOf, loadSecret } from './secret.ts'

/** The database a configuration names, ready for use, with the key that opens it. */
export interface Opened {
  engine: Engine
  seal: Seal
  /** Files of the desk's own: beside the database, or on this machine where that is elsewhere. */
  folder: string
}

/** Key and practice line of a desk whose database is not a file. */
const HERE = 'data'

export const folderOf = ({ database }: Pick<Config, 'database'>): string =>
  database.kind === 'sqlite' ? dirname(database.file) : HERE

export async function openDatabase(
  config: Pick<Config, 'database' | 'secretKey'>,
): Promise<Opened> {
  const folder = folderOf(config)
  const seal = new Seal(loadSecret(config.secretKey, keyFileOf(folder)))
  const engine = await openEngine(config)
  await migrate(engine.db)
  await checkKey(engine, seal)
  return { engine, seal, folder }
}

/** A database as it is, nothing made and nothing migrated; the seal is null where its key is not at hand. */
export async function openAsIs(
  config: Pick<Config, 'database' | 'secretKey'>,
): Promise<Omit<Opened, 'seal'> & { seal: Seal | null }> {
  const { database, secretKey } = config
  if (database.kind === 'sqlite' && !existsSync(database.file)) {
    throw new ConfigError([`DATABASE_URL: there is no file ${database.file}`])
  }
  const folder = folderOf(config)
  const engine = await openEngine(config)
  return { engine, seal: await keyAtHand(engine, secretKey, keyFileOf(folder)), folder }
}

/** Each is loaded only where it is used: a start counts in milliseconds. */
async function openEngine({ database }: Pick<Config, 'database'>): Promise<Engine> {
  if (database.kind === 'sqlite') {
    const { openSqlite } = await import('../store/dialect/sqlite.ts')
    return openSqlite(database.file)
  }
  const { openPostgres } = await import('../store/dialect/postgres/open.ts')
  return openPostgres(database.url)
}
