import { type Config, readConfig } from '../../src/config.ts'
import type { Log } from '../../src/job/log.ts'
import type { DeskFile } from '../../src/setup/desk-file.ts'
import { importDesk } from '../../src/setup/import.ts'
import { nextDue } from '../../src/store/due.ts'
import { addressOf } from '../../src/worker/address.ts'
import { content } from '../../src/worker/content.ts'
import { DeskObject as Shipped } from '../../src/worker/desk-object.ts'
import type { Env } from '../../src/worker/env.ts'
import { front } from '../../src/worker/front.ts'
import type { SetUp } from './desk-under-test.ts'
import { smokes, undone } from './smoke.ts'

/** The shipped Worker with a clock that is moved by hand, and a door for the tests. Never deployed. */

type Line = { level: string; fields: object; message: string }

export class DeskObject extends Shipped {
  #setUp: SetUp | undefined
  #now = 0
  readonly #lines: Line[] = []

  constructor(state: DurableObjectState, env: Env) {
    super(state, env)
    void state.blockConcurrencyWhile(async () => {
      this.#setUp = await state.storage.get<SetUp>('set_up')
      this.#now = (await state.storage.get<number>('now')) ?? 0
    })
  }

  override async fetch(request: Request): Promise<Response> {
    const now = Number(request.headers.get('x-test-now'))
    if (now !== this.#now) {
      this.#now = now
      await this.ctx.storage.put('now', now)
    }
    const act = /^\/__test\/([a-z-]+)$/.exec(new URL(request.url).pathname)?.[1]
    const answer = act ? await this.#control(act, request) : await super.fetch(request)
    const told = new Response(answer.body, answer)
    const lines = this.#lines.splice(0)
    if (lines.length > 0) told.headers.set('x-test-log', encodeURIComponent(JSON.stringify(lines)))
    return told
  }

  async #control(act: string, request: Request): Promise<Response> {
    if (act === 'set-up') {
      this.#setUp = (await request.json()) as SetUp
      await this.ctx.storage.put('set_up', this.#setUp)
    }
    if (act === 'evict') {
      await this.ctx.storage.sync()
      this.ctx.abort('put away by a test')
    }
    const { running, engine, seal } = await this.open()
    switch (act) {
      case 'import': {
        const file = (await request.json()) as DeskFile
        return Response.json(await importDesk(engine, seal, file, content(), this.#now))
      }
      case 'next-due':
        return Response.json(await nextDue(engine.db))
      case 'tick':
        await running.ticker.run()
        break
      case 'idle':
        running.courier.wake()
        await running.courier.idle()
        await running.answerer.idle()
        running.courier.wake()
        await running.courier.idle()
        break
      case 'undone':
        return Response.json(await undone(engine))
      case 'lines': {
        const lines = await engine.db.selectFrom('event').selectAll().orderBy('seq').execute()
        return Response.json(lines)
      }
    }
    return Response.json(null)
  }

  protected override now(): number {
    return this.#now
  }
  protected override variables(): Record<string, string> {
    return this.#setUp?.variables ?? {}
  }
  protected override publicUrl(config: Config): string {
    return config.publicUrl
  }
  protected override deskFile(): DeskFile | null {
    return this.#setUp?.file ?? null
  }
  protected override log(): Log {
    const write =
      (level: string) =>
      (fields: object, message: string): void => {
        this.#lines.push({ level, fields, message })
      }
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    }
  }
}

export default {
  fetch: (request, env) => {
    const url = new URL(request.url)
    const smoke = smokes[url.pathname]
    if (smoke) return smoke(request)
    // Past the front, which would tell of a desk that broke.
    if (url.pathname === '/__test/evict') {
      const { desk } = addressOf(url, null, readConfig(env as unknown as Record<string, string>))
      return env.DESK.getByName(desk).fetch(request)
    }
    return front(request, env)
  },
} satisfies ExportedHandler<Env>
