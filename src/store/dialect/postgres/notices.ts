import { Client } from 'pg'
import type { Notices } from '../../engine.ts'
import { connectionOptions } from './pool.ts'

/** LISTEN and NOTIFY on a connection of their own, made again whenever it is lost. */

const CHANNEL = 'zhiban'
const AGAIN = 500

export class PgNotices implements Notices {
  readonly #url: string
  #client: Client | null = null
  #heard: (text: string) => void = () => {}
  #missed: () => void = () => {}
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(url: string) {
    this.#url = url
  }

  async listen(heard: (text: string) => void, missed: () => void): Promise<void> {
    this.#heard = heard
    this.#missed = missed
    await this.#connect()
  }

  tell(text: string): void {
    // Lost with the connection; the others look for themselves every few seconds.
    this.#client?.query('select pg_notify($1, $2)', [CHANNEL, text]).catch(() => {})
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    const client = this.#client
    this.#client = null
    await client?.end()
  }

  async #connect(): Promise<void> {
    const client = new Client({ ...connectionOptions(this.#url), pipeline: true })
    let over = false
    const lost = (): void => {
      if (over) return
      over = true
      if (this.#client === client) this.#client = null
      client.end().catch(() => {})
      if (!this.#closed) this.#timer = setTimeout(() => void this.#connect(), AGAIN)
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ processId, payload }) => {
      const own = processId === (client as unknown as { processID: number }).processID
      if (!own && payload !== undefined) this.#heard(payload)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      if (this.#closed) return lost()
      this.#client = client
      this.#missed()
    } catch {
      lost()
    }
  }
}
