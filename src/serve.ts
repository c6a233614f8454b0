import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { assemble } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { readPrompts } from './content/prompts.ts'
import type { Desk } from './desk/desk.ts'
import type { Content } from './desk/flow.ts'
import { chineseCalendar } from './setup/calendar.ts'
import { anchorDaily } from './setup/command/anchor.ts'
import { complaint } from './setup/complain.ts'
import { type DeskFile, readDeskFile } from './setup/desk-file.ts'
import { environment } from './setup/env.ts'
import { errorForLog } from './setup/error-log.ts'
import { loadContent, openAssets, promptFiles, root } from './setup/files.ts'
import { firstLinks } from './setup/first-link.ts'
import { openDatabase } from './setup/open.ts'
import { practiceFileOf, watchPracticeLine } from './setup/practice.ts'
import { keyKept, welcome } from './setup/welcome.ts'
import type { Engine } from './store/engine.ts'
import { Facts, keepCalendar } from './store/facts.ts'
import type { Seal } from './store/seal.ts'

/** Starts a desk on one's own machine: reads the environment and the disk, and wires the desk to both. */
export async function run(): Promise<void> {
  try {
    await main(readConfig(environment()))
  } catch (error) {
    fail(error)
  }
}

async function main(config: Config): Promise<void> {
  const { engine, seal, folder } = await openDatabase(config)
  const content = loadContent()
  await importIfEmpty(engine, seal, config, content)
  await engine.atomically((tx) => keepCalendar(tx, chineseCalendar()))
  const log = pino({
    level: config.logLevel,
    serializers: { err: errorForLog },
  })
  if (config.database.kind === 'postgres' && !config.secretKey) console.log(keyKept(folder))
  const { asset, version } = openAssets()
  const practice = watchPracticeLine(practiceFileOf(folder), config.publicUrl)
  const desk = assemble({
    config,
    twilio: () => config.twilio ?? practice(),
    engine,
    seal,
    content,
    prompts: () => readPrompts(promptFiles()),
    now: Date.now,
    random: Math.random,
    log,
    asset,
    version,
  })
  await desk.start()
  // Beside a database that is a file; a database elsewhere may be several desks' from here.
  const anchors =
    config.anchorFile ?? (config.database.kind === 'sqlite' ? join(folder, 'anchors.jsonl') : null)
  const stopAnchors = anchors
    ? anchorDaily(engine, seal, anchors, (error) =>
        log.error({ err: error }, 'anchor could not be written'),
      )
    : () => {}
  const server = serve({ fetch: desk.fetch, port: config.port, hostname: config.host }, () => {
    void desk.desk().then(async (facts) => {
      const links = await firstLinks(
        { engine, seal, publicUrl: config.publicUrl },
        facts,
        Date.now(),
      )
      console.log(welcome(config, facts, examplesFor(config, facts), links))
    })
  })
  server.on('error', fail)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    stopAnchors()
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await desk.stop()
    await engine.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** A database without a desk gets the one in DESK_FILE. */
async function importIfEmpty(
  engine: Engine,
  seal: Seal,
  config: Config,
  content: Content,
): Promise<void> {
  if (await new Facts(seal).read(engine.db)) return
  const path = deskFilePath(config)
  if (!path) throw new ConfigError([`DESK_FILE: there is no file ${config.deskFile}`])
  const { importDesk } = await import('./setup/import.ts')
  await importDesk(engine, seal, readDeskFile(readFileSync(path, 'utf8')), content, Date.now())
}

const EXAMPLE = 'desk.example.yaml'

function deskFilePath({ deskFile }: Config): string | null {
  if (existsSync(deskFile)) return deskFile
  return deskFile === EXAMPLE ? join(root, EXAMPLE) : null
}

/** How to sign in to the example desk, for as long as it is the example that runs. */
function examplesFor(config: Config, facts: Desk): DeskFile['logins'] {
  const path = config.deskFile === EXAMPLE ? deskFilePath(config) : null
  if (!path) return []
  const { desk, logins } = readDeskFile(readFileSync(path, 'utf8'))
  return desk.name === facts.name ? logins : []
}

function fail(error: unknown): void {
  console.error(`未启动 · not started. ${complaint(error)}`)
  process.exit(1)
}
