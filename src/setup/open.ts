import { existsSync } from 'node:fs'
import { type Config, ConfigError } from '../config.ts'
import { openSqlite } from '../store/dialect/sqlite.ts'
import type { Engine } from '../store/engine.ts'
import { migrate } from '../store/migrate.ts'
import { Seal } from '../store/seal.ts'
import { checkKey } from './check-key.ts'
import { keyAtHand, keyFileOf, loadSecret } from './secret.ts'

/** The database a configuration names, ready for use, with the key that opens it. */
export interface Opened {
  engine: Engine
  seal: Seal
  /** Files of the desk's own lie beside it. */
  file: string
}

export async function openDatabase(
  config: Pick<Config, 'database' | 'secretKey'>,
): Promise<Opened> {
  const file = fileOf(config)
  const seal = new Seal(loadSecret(config.secretKey, keyFileOf(file)))
  const engine = openSqlite(file)
  await migrate(engine.db)
  await checkKey(engine, seal)
  return { engine, seal, file }
}

/** A database as it is, nothing made and nothing migrated; the seal is null where its key is not at hand. */
export async function openAsIs(
  config: Pick<Config, 'database' | 'secretKey'>,
): Promise<Omit<Opened, 'seal'> & { seal: Seal | null }> {
  const file = fileOf(config)
  if (!existsSync(file)) throw new ConfigError([`DATABASE_URL: there is no file ${file}`])
  const engine = openSqlite(file)
  return { engine, seal: await keyAtHand(engine, config.secretKey, keyFileOf(file)), file }
}

function fileOf({ database }: Pick<Config, 'database'>): string {
  if (database.kind === 'sqlite') return database.file
  throw new ConfigError(['DATABASE_URL: PostgreSQL is not supported yet; use file:PATH'])
}
