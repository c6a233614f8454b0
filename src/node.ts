import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { assemble } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { DeskFileError, readDeskFile, type DeskFile } from './setup/desk-file.ts'
import { loadContent, openAssets, root } from './setup/files.ts'
import { practiceFileOf, watchPracticeLine } from './setup/practice.ts'
import { checkKey, keyFileOf, loadSecret, WrongKey } from './setup/secret.ts'
import { welcome } from './setup/welcome.ts'
import { openSqlite } from './store/dialect/sqlite.ts'
import type { Engine } from './store/engine.ts'
import { Facts } from './store/facts.ts'
import { migrate } from './store/migrate.ts'
import { Seal } from './store/seal.ts'

/** The root on one's own machine: reads the environment and the disk, and wires the desk to both. */

try {
  await main(readConfig(process.env))
} catch (error) {
  fail(error)
}

async function main(config: Config): Promise<void> {
  const file = databaseFile(config)
  const { key } = loadSecret(config.secretKey, keyFileOf(file))
  const seal = new Seal(key)
  const engine = openSqlite(file)
  await migrate(engine.db)
  await checkKey(engine, seal)
  const content = loadContent()
  const examples = await importIfEmpty(engine, seal, config, content)
  const log = pino({
    level: config.logLevel,
    serializers: {
      // A library's message may quote what it was given; its kind and place are enough.
      err: (error: Error & { code?: string }) => ({
        kind: error.name,
        code: error.code,
        at: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8),
      }),
    },
  })
  const { asset, version } = openAssets()
  const practice = watchPracticeLine(practiceFileOf(file), config.publicUrl)
  const desk = assemble({
    config,
    twilio: () => config.twilio ?? practice(),
    engine,
    seal,
    content,
    now: Date.now,
    random: Math.random,
    log,
    asset,
    version,
  })
  await desk.start()
  const server = serve({ fetch: desk.fetch, port: config.port, hostname: config.host }, () => {
    void desk.desk().then((facts) => console.log(welcome(config, facts, examples)))
  })
  server.on('error', fail)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await desk.stop()
    await engine.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

function databaseFile({ database }: Config): string {
  if (database.kind === 'postgres') {
    throw new ConfigError(['DATABASE_URL: PostgreSQL is not supported yet; use file:PATH'])
  }
  return database.file
}

/** A database without a desk gets the one in DESK_FILE, and who can sign in is shown once. */
async function importIfEmpty(
  engine: Engine,
  seal: Seal,
  config: Config,
  content: Parameters<typeof import('./setup/import.ts').importDesk>[3],
): Promise<DeskFile['logins']> {
  const example = config.deskFile === 'desk.example.yaml'
  const path = existsSync(config.deskFile) ? config.deskFile : join(root, config.deskFile)
  const known = await new Facts(seal).read(engine.db)
  if (known && !example) return []
  if (!existsSync(path)) {
    if (known) return []
    throw new ConfigError([`DESK_FILE: there is no file ${config.deskFile}`])
  }
  const file = readDeskFile(readFileSync(path, 'utf8'))
  if (known) return known.name === file.desk.name ? file.logins : []
  const { importDesk } = await import('./setup/import.ts')
  await importDesk(engine, seal, file, content, Date.now())
  return example ? file.logins : []
}

function fail(error: unknown): void {
  const code = (error as { code?: string }).code
  if (error instanceof ConfigError) {
    console.error(`设置有误，未启动 · wrong settings, not started:\n  ${error.faults.join('\n  ')}`)
  } else if (error instanceof DeskFileError) {
    const faults = error.faults.map(({ line, message }) => `第 ${line} 行 · line ${line}: ${message}`)
    console.error(`值班文件有误，什么都没有改 · faults in the desk file, nothing was changed:\n  ${faults.join('\n  ')}`)
  } else if (error instanceof WrongKey) {
    console.error(`密钥不对，未启动 · not started: ${error.message}`)
  } else if (code === 'EADDRINUSE') {
    console.error('端口已被占用，请换一个 PORT · the port is in use; set another PORT')
  } else {
    console.error(error)
  }
  process.exit(1)
}
