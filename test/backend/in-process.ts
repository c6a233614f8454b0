import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { assemble, type RunningDesk } from '../../src/assemble.ts'
import { originsOf } from '../../src/config.ts'
import { readPrompts } from '../../src/content/prompts.ts'
import type { DeskFile } from '../../src/setup/desk-file.ts'
import { openAssets, promptFiles } from '../../src/setup/files.ts'
import { importDesk } from '../../src/setup/import.ts'
import { nextDue } from '../../src/store/due.ts'
import type { Engine } from '../../src/store/engine.ts'
import { migrate } from '../../src/store/migrate.ts'
import { Seal } from '../../src/store/seal.ts'
import type { Backend, BackendParts } from './backend.ts'

/** The desk in the test's own process, over real HTTP, on whichever engine is opened for it. */
export class InProcess implements Backend {
  readonly #parts: BackendParts
  readonly #open: () => Promise<Engine>
  readonly #seal: Seal
  #server: ServerType | null = null
  #port = 0
  readonly #answering = new Set<Promise<unknown>>()
  desk!: RunningDesk
  engine!: Engine

  constructor(parts: BackendParts, open: () => Promise<Engine>) {
    this.#parts = parts
    this.#open = open
    this.#seal = new Seal(parts.secretKey)
  }

  async start(): Promise<string> {
    const { file, content, now, telegram, model, log } = this.#parts
    this.engine = await this.#open()
    await migrate(this.engine.db)
    await this.import(file)
    // The address is known once the port is; the server waits for the desk.
    let running: RunningDesk | null = null
    await new Promise<void>((resolve) => {
      this.#server = serve(
        {
          fetch: (request, env) =>
            running
              ? this.#answered(running.fetch(request, env))
              : new Response(null, { status: 503 }),
          port: this.#port,
          hostname: '127.0.0.1',
        },
        (info: AddressInfo) => {
          this.#port = info.port
          resolve()
        },
      )
    })
    const publicUrl = `http://127.0.0.1:${this.#port}`
    const twilio = { ...this.#parts.twilio, publicUrl }
    const write =
      (level: 'debug' | 'info' | 'warn' | 'error') =>
      (fields: object, message: string): void =>
        log(level, fields, message)
    running = assemble({
      config: {
        publicUrl,
        origins: originsOf(publicUrl, '127.0.0.1', this.#port),
        telegram,
        model,
        push: ['google'],
      },
      twilio: () => twilio,
      engine: this.engine,
      seal: this.#seal,
      content,
      prompts: () => readPrompts(promptFiles()),
      now,
      random: () => 0.5,
      log: {
        debug: write('debug'),
        info: write('info'),
        warn: write('warn'),
        error: write('error'),
      },
      ...openAssets(),
    })
    this.desk = running
    await running.start()
    return publicUrl
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (server && 'closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    await this.desk.stop()
    await this.engine.close()
  }

  import(file: DeskFile) {
    return importDesk(this.engine, this.#seal, file, this.#parts.content, this.#parts.now())
  }

  nextDue(): Promise<number | null> {
    return nextDue(this.engine.db)
  }

  tick(): Promise<void> {
    return this.desk.ticker.run()
  }

  async idle(): Promise<void> {
    do {
      await Promise.allSettled(this.#answering)
      this.desk.courier.wake()
      await this.desk.answerer.idle()
      this.desk.courier.wake()
      await this.desk.courier.idle()
    } while (this.#answering.size > 0)
  }

  async #answered(answer: Response | Promise<Response>): Promise<Response> {
    const answering = Promise.resolve(answer)
    this.#answering.add(answering)
    try {
      return await answering
    } finally {
      this.#answering.delete(answering)
    }
  }

  lines() {
    return this.engine.db.selectFrom('event').selectAll().orderBy('seq').execute()
  }
}
