import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsOf } from 'wrangler'

/** The Worker as wrangler.toml describes it, built by wrangler and run by workerd on this machine: no account, no network. */

const root = join(import.meta.dirname, '..')
const config = join(root, 'wrangler.toml')
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
}

/** Builds as a deploy would, into a folder; answers with the code's file. Rejects with what the build said. */
export async function buildWorker(
  folder: string,
  { entry = 'src/worker.ts', env = {} }: { entry?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const args = ['deploy', entry, '--dry-run', '--outdir', folder, '--config', config]
  await promisify(execFile)('wrangler', args, {
    cwd: root,
    env: { ...process.env, ...env, ...quiet },
  })
  return join(folder, entry.replace(/^.*\//, '').replace(/\.ts$/, '.js'))
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
  const workerd = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      name: 'zhiban',
      host,
      port,
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
