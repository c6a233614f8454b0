import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { Carrier } from '../src/phone/carrier.ts'
import { newDatabase } from './backend/postgres.ts'
import { FakeTelegram } from './fake-telegram.ts'
import { freePort } from './free-port.ts'
import { smallDesk } from './harness.ts'

const root = join(import.meta.dirname, '..')

/** `npm start` and `npm run worker`, by the engine a run of the stories is for. */
const worker = process.env.ENGINE === 'workerd'
/** What was compiled once, for one test, is not compiled again for the next. */
const machine = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
}
const program = worker ? 'scripts/worker.ts' : 'src/node.ts'

/** The desk as its own process, started as a person starts it, so that it can be killed like one. */
export class DeskProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'zhiban-process-'))
  /** Everything it keeps is below. */
  readonly data = join(this.folder, 'data')
  telegram = new FakeTelegram()
  carrier!: Carrier
  url = ''
  output = ''
  #env: Record<string, string> = {}
  #child: ChildProcess | null = null
  #entry = program
  #guest = false

  static async open(
    file: object = smallDesk(),
    env: Record<string, string> = {},
  ): Promise<DeskProcess> {
    const desk = new DeskProcess()
    const port = await freePort()
    desk.url = `http://127.0.0.1:${port}`
    const number = '+862700000000'
    desk.carrier = new Carrier({
      accountSid: 'ACtest',
      authToken: 'auth-token',
      number,
      deskUrl: desk.url,
      realTime: false,
    })
    desk.telegram.deskUrl = desk.url
    const database =
      process.env.ENGINE === 'postgres'
        ? await newDatabase(false)
        : `file:${join(desk.data, 'zhiban.db')}`
    const deskFile = join(desk.folder, 'desk.yaml')
    writeFileSync(deskFile, stringify(file))
    desk.#env = {
      PORT: String(port),
      DATABASE_URL: database,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      WORKER_STATE: desk.data,
      DESK_FILE: deskFile,
      TELEGRAM_BOT_TOKEN: desk.telegram.token,
      TELEGRAM_WEBHOOK_SECRET: desk.telegram.secret,
      TELEGRAM_API_ROOT: await desk.telegram.listen(),
      TWILIO_ACCOUNT_SID: 'ACtest',
      TWILIO_AUTH_TOKEN: 'auth-token',
      TWILIO_NUMBER: number,
      TWILIO_API_ROOT: await desk.carrier.listen(),
      ...env,
    }
    await desk.start()
    return desk
  }

  /** Another process on the same database, with the same vendors. */
  async beside(env: Record<string, string> = {}, entry = program): Promise<DeskProcess> {
    const other = new DeskProcess()
    const port = await freePort()
    other.url = `http://127.0.0.1:${port}`
    other.telegram = this.telegram
    other.carrier = this.carrier
    other.#guest = true
    other.#entry = entry
    other.#env = { ...this.#env, PORT: String(port), ...env }
    await other.start()
    return other
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#entry], {
      cwd: root,
      env: { ...machine, ...this.#env },
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        this.output += chunk
      })
    }
    const until = Date.now() + 30_000
    for (;;) {
      const health = await fetch(`${this.url}/api/health`).catch(() => null)
      if (health?.ok) return
      if (Date.now() > until || child.exitCode !== null)
        throw new Error(`not started:\n${this.output}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  /** `npm run desk -- verify`, over every desk there is. */
  async verify(): Promise<{ code: number | null; output: string }[]> {
    if (!worker) return [await this.run('src/cli.ts', 'verify')]
    const objects = join(this.data, 'do/zhiban-DeskObject')
    const files = readdirSync(objects).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    const given = this.#env.DATABASE_URL ?? ''
    const answers = []
    for (const file of files) {
      this.#env.DATABASE_URL = `file:${join(objects, file)}`
      answers.push(await this.run('src/cli.ts', 'verify'))
    }
    this.#env.DATABASE_URL = given
    return answers
  }

  /** Another command over the same database: `desk.run('src/cli.ts', 'verify')`. */
  run(...args: string[]): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...machine, ...this.#env },
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          output += chunk
        })
      }
      child.once('exit', (code) => resolve({ code, output }))
    })
  }

  /** All bytes at rest: the engine's own files, or a copy of the database where they are another machine's. */
  async stored(): Promise<Buffer> {
    if (this.#env.DATABASE_URL?.startsWith('postgres')) {
      mkdirSync(this.data)
      const { code, output } = await this.run('src/cli.ts', 'backup', join(this.data, 'copy.db'))
      if (code !== 0) throw new Error(output)
    }
    const files = readdirSync(this.data, { recursive: true, withFileTypes: true })
    return Buffer.concat(
      files
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name))),
    )
  }

  async close(): Promise<void> {
    await this.kill()
    if (!this.#guest) {
      await this.carrier.close()
      await this.telegram.close()
    }
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** POSTs JSON. */
  post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }
}
