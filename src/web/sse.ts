import type { Context } from 'hono'
import type { Bell } from './bell.ts'

/**
 * Server-sent events that tail the log from a cursor: `id:` is the line's number, and a reader who comes back
 * with Last-Event-ID misses nothing and gets nothing twice.
 */

const encoder = new TextEncoder()
const HEARTBEAT = 20_000
const RETRY = 2_000

export interface Tail {
  bell: Bell
  /** Null follows everything. */
  topics: () => Promise<(string | null)[]>
  after: number
  /** Lines after a cursor, oldest first, and where to read on; `next` is the cursor itself when there is no more. */
  read: (after: number) => Promise<Page>
  /** Resolves when what was read would survive a crash: a cursor must never be ahead of the log. */
  durable: () => Promise<void>
}

export interface Page {
  lines: { seq: number }[]
  next: number
}

/** 0 where the reader says nothing: from the beginning. */
export function cursorOf(c: Context): number {
  const given = c.req.header('last-event-id') ?? c.req.query('lastEventId') ?? '0'
  const seq = Number(given)
  return Number.isSafeInteger(seq) && seq > 0 ? seq : 0
}

const frames = ({ lines }: Page): string =>
  lines.map((line) => `id: ${line.seq}\ndata: ${JSON.stringify(line)}\n\n`).join('')

export async function tail(
  c: Context,
  { bell, topics, after, read, durable }: Tail,
): Promise<Response> {
  // With the headers: a reader who comes back has at once what was missed.
  const missed = await read(after)
  await durable()
  let cursor = missed.next
  let stop = (): void => {}
  let reading = false
  let again = false
  let closed = false

  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const close = (): void => {
        if (closed) return
        closed = true
        stop()
      }
      const send = (text: string): void => {
        if (!closed) controller.enqueue(encoder.encode(text))
      }
      const pump = async (): Promise<void> => {
        if (reading) {
          again = true
          return
        }
        reading = true
        try {
          do {
            again = false
            for (;;) {
              const page = await read(cursor)
              if (closed || page.next === cursor) break
              await durable()
              cursor = page.next
              if (page.lines.length > 0) send(frames(page))
            }
          } while (again && !closed)
        } catch {
          // The reader comes back with its cursor and loses nothing.
          if (!closed) controller.close()
          close()
        } finally {
          reading = false
        }
      }
      const wake = (): void => void pump()
      const followed = (await topics()).map((topic) => bell.listen(topic, wake))
      const beat = setInterval(() => send(': \n\n'), HEARTBEAT)
      stop = () => {
        clearInterval(beat)
        for (const unfollow of followed) unfollow()
      }
      c.req.raw.signal.addEventListener('abort', close)
      send(`retry: ${RETRY}\n\n${frames(missed)}`)
      await pump()
    },
    cancel() {
      closed = true
      stop()
    },
  })
  return c.body(stream, 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
}
