import { Agent, request } from 'node:http'

/** Requests over kept-alive connections, as many at once as asked for, timed one by one. */

export interface Shot {
  path: string
  headers: Record<string, string>
  body: string
}

export interface Result {
  /** Milliseconds, sorted. */
  times: number[]
  seconds: number
  statuses: Map<number, number>
}

function fire(agent: Agent, port: number, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const out = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: shot.path,
        method: 'POST',
        headers: { ...shot.headers, 'content-length': Buffer.byteLength(shot.body) },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    out.on('error', reject)
    out.end(shot.body)
  })
}

/** As fast as it goes, `at once` in flight; where it takes longer than so many seconds the rest is left. */
export async function flood(
  port: number,
  shots: Shot[],
  atOnce: number,
  seconds = Number.POSITIVE_INFINITY,
): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const result: Result = { times: [], seconds: 0, statuses: new Map() }
  let next = 0
  const begun = performance.now()
  const worker = async (): Promise<void> => {
    for (;;) {
      const shot = shots[next++]
      if (!shot || performance.now() - begun > seconds * 1000) return
      await timed(result, () => fire(agent, port, shot))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  result.seconds = (performance.now() - begun) / 1000
  agent.destroy()
  return sorted(result)
}

/** So many a second, whether or not the one before is answered. */
export async function paced(port: number, shots: Shot[], perSecond: number): Promise<Result> {
  const agent = new Agent({ keepAlive: true })
  const result: Result = { times: [], seconds: 0, statuses: new Map() }
  const begun = performance.now()
  const flying: Promise<void>[] = []
  for (const [index, shot] of shots.entries()) {
    const due = begun + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    flying.push(timed(result, () => fire(agent, port, shot)))
  }
  await Promise.all(flying)
  result.seconds = (performance.now() - begun) / 1000
  agent.destroy()
  return sorted(result)
}

async function timed(result: Result, act: () => Promise<number>): Promise<void> {
  const begun = performance.now()
  const status = await act()
  result.times.push(performance.now() - begun)
  result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1)
}

function sorted(result: Result): Result {
  result.times.sort((a, b) => a - b)
  return result
}

export const percentile = ({ times }: Result, p: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? Number.NaN

export const rate = ({ times, seconds }: Result): number => times.length / seconds

export function allAre(result: Result, status: number): Result {
  const others = [...result.statuses].filter(([code]) => code !== status)
  if (others.length > 0) throw new Error(`answers other than ${status}: ${JSON.stringify(others)}`)
  return result
}
