import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The simplest load balancer there is: each request to the next process, and to the one after where that one fails
 * before it answers. Every webhook and every message carries an id, so that asking twice does no harm.
 */
export class Balancer {
  readonly #targets: string[] = []
  readonly #server: Server
  #turn = 0
  url = ''

  constructor() {
    this.#server = createServer((incoming, answer) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const first = this.#turn++
        const attempt = (failed: number): void => {
          const target = this.#targets[(first + failed) % this.#targets.length]
          const { method, headers, url } = incoming
          // A connection kept open may be closed from the other side just as it is used again.
          const out = request(`${target}${url}`, { method, headers, agent: false }, (got) => {
            answer.writeHead(got.statusCode ?? 502, got.headers)
            got.pipe(answer)
            got.on('error', () => answer.destroy())
          })
          out.on('error', () => {
            if (answer.headersSent) return
            if (failed + 1 < this.#targets.length) attempt(failed + 1)
            else answer.writeHead(502).end()
          })
          out.end(Buffer.concat(chunks))
        }
        attempt(0)
      })
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this.url
  }

  add(target: string): void {
    this.#targets.push(target)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
