import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsOf } from 'wrangler'
import { newest } from './newest.ts'

/** The Worker as wrangler.toml describes it, built by wrangler and run by workerd on this machine: no account, no network. */

const root = join(import.meta.dirname, '..')
const config = join(root, 'wrangler.toml')
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
}

const sources = [
  'src',
  'flows',
  'prompts',
  'scripts',
  'wrangler.toml',
  'package-lock.json',
  'desk.example.yaml',
]

/**
 * Builds as a deploy would, where what is there is not newer than its sources; answers with the code's file. `more`: for
 * wrangler.
 */
export async function buildWorker(
  entry = 'src/worker.ts',
  more: readonly string[] = [],
): Promise<string> {
  const name = entry.replace(/\.ts$/, '.js')
  const code = join(root, 'dist/worker/code', name)
  const built = statSync(code, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (newest([...sources, dirname(entry)].map((path) => join(root, path))) < built) return code
  // Apart, and then put in place at once: another desk may be starting from the same folder.
  mkdirSync(dirname(code), { recursive: true })
  const apart = mkdtempSync(`${code}-`)
  const { DESK_FILE: _, ...env } = process.env
  const args = ['deploy', entry, '--dry-run', '--outdir', apart, '--config', config, ...more]
  await promisify(execFile)('wrangler', args, { cwd: root, env: { ...env, ...quiet } })
  renameSync(join(apart, basename(name)), code)
  rmSync(apart, { recursive: true })
  return code
}

export interface WorkerdParts {
  code: string
  host: string
  port: number
  /** Where the objects keep their databases. */
  state: string
  variables: Record<string, string>
  say: (line: string) => void
}

export async function openWorkerd({
  code,
  host,
  port,
  state,
  variables,
  say,
}: WorkerdParts): Promise<Miniflare> {
  const { workerOptions } = optionsOf(config)
  const { resolve } = createRequire(import.meta.url)
  process.env.WORKERD = createRequire(resolve('miniflare'))('workerd').default
  process.env.MINIFLARE_WORKERD_PATH = join(root, 'scripts/leashed-workerd.sh')
  const workerd = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      name: 'zhiban',
      host,
      port: 0,
      // Straight to the Worker, as on the platform: the simulator's own front shows stacks.
      unsafeDirectSockets: [{ host, port }],
      bindings: variables,
      modules: [{ type: 'ESModule', path: code }],
      modulesRoot: join(code, '..'),
      resourcePersistencePath: state,
      // Otherwise fetched from Cloudflare.
      cf: false,
      telemetry: { enabled: false },
      unsafeObservability: false,
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: ({ message }) => say(message),
    }),
  )
  await workerd.ready
  return workerd
}
