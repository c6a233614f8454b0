import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TwilioConfig } from '../src/channel/twilio.ts'
import { type Config, ConfigError, readConfig } from '../src/config.ts'
import { complaint } from '../src/setup/complain.ts'
import { type DeskFile, readDeskFile } from '../src/setup/desk-file.ts'
import { environment } from '../src/setup/env.ts'
import { root } from '../src/setup/files.ts'
import { folderOf } from '../src/setup/open.ts'
import { practiceFileOf, watchPracticeLine } from '../src/setup/practice.ts'
import { welcome } from '../src/setup/welcome.ts'
import { FIRST } from '../src/worker/address.ts'
import { buildWorker, openWorkerd } from './workerd.ts'

/** `npm run worker`: the desk as it runs on Cloudflare, on this machine. */

/** What the Worker reads, and nothing else of this machine's environment. */
const ours = /^(PORT|HOST|PUBLIC_URL|SECRET_KEY|LOG_LEVEL)$|^(TELEGRAM|TWILIO|OPENAI)_/

const example = join(root, 'desk.example.yaml')

/** What the object of the first desk does for the program that runs it. */
interface FirstDesk {
  ready(): Promise<{ name: string; fault: string }>
  practise(line: TwilioConfig | null): Promise<void>
}

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env)
  const file = deskFileOf(config)
  const code = await buildWorker()
  const variables = Object.entries(env).filter((pair): pair is [string, string] =>
    ours.test(pair[0]),
  )
  const workerd = await openWorkerd({
    code,
    host: config.host,
    port: config.port,
    state: resolve(env.WORKER_STATE || 'data/worker'),
    variables: { ...Object.fromEntries(variables), DESK_TEXT: readFileSync(file, 'utf8') },
    say: (line) => console.log(line),
  })
  const stop = (): void => void workerd.dispose().then(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const objects = await workerd.getDurableObjectNamespace('DESK')
  const first = objects.getByName(FIRST) as unknown as FirstDesk
  const { name, fault } = await first.ready()
  if (fault) {
    await workerd.dispose()
    return refuse(fault)
  }
  console.log(welcome(config, { name }, file === example ? examplesFor(name) : []))
  if (!config.twilio) await followPracticeLine(config, first)
}

function deskFileOf({ deskFile }: Config): string {
  const file = resolve(deskFile)
  if (existsSync(file) && statSync(file).isFile()) return file
  if (deskFile === basename(example)) return example
  throw new ConfigError([`DESK_FILE: there is no file ${deskFile}`])
}

/** How to sign in to the example desk, for as long as it is the example that runs. */
function examplesFor(name: string): DeskFile['logins'] {
  const { desk, logins } = readDeskFile(readFileSync(example, 'utf8'))
  return desk.name === name ? logins : []
}

/** The object reads no files: it is told when the terminal telephone comes and goes. */
async function followPracticeLine(config: Config, desk: FirstDesk): Promise<void> {
  const line = watchPracticeLine(practiceFileOf(folderOf(config)), config.publicUrl)
  for (let told: TwilioConfig | null | undefined; ; await sleep(300)) {
    const now = line()
    if (now !== told) await desk.practise(now)
    told = now
  }
}

function refuse(why: string): never {
  console.error(`未启动 · not started. ${why}`)
  process.exit(1)
}

try {
  await main(environment())
} catch (error) {
  // What wrangler says of a build that failed.
  refuse((error as { stderr?: string }).stderr || complaint(error))
}
