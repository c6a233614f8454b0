import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { assemble } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { Content } from './desk/flow.ts'
import { complaint } from './setup/complain.ts'
import { type DeskFile, readDeskFile } from './setup/desk-file.ts'
import { environment } from './setup/env.ts'
import { loadContent, openAssets, root } from './setup/files.ts'
import { openDatabase } from './setup/open.ts'
import { practiceFileOf, watchPracticeLine } from './setup/practice.ts'
import { welcome } from './setup/welcome.ts'
import type { Engine } from './store/engine.ts'
import { Facts } from './store/facts.ts'
import type { Seal } from './store/seal.ts'

/** The root on one's own machine: reads the environment and the disk, and wires the desk to both. */

try {
  await main(readConfig(environment()))
} catch (error) {
  fail(error)
}

async function main(config: Config): Promise<void> {
  const { engine, seal, file } = await openDatabase(config)
  const content = loadContent()
  const examples = await importIfEmpty(engine, seal, config, content)
  const log = pino({
    level: config.logLevel,
    serializers: {
      // A library's message may quote what it was given; its kind and place are enough.
      err: (error: Error & { code?: string }) => ({
        kind: error.name,
        code: error.code,
        at: error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8),
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

/** A database without a desk gets the one in DESK_FILE, and who can sign in is shown once. */
async function importIfEmpty(
  engine: Engine,
  seal: Seal,
  config: Config,
  content: Content,
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
  console.error(`未启动 · not started. ${complaint(error)}`)
  process.exit(1)
}
