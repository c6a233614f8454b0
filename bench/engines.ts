import { join } from 'node:path'
import { buildWorker } from '../scripts/workerd.ts'
import { Cluster } from '../test/cluster.ts'
import { type Desk, folder, newFile, openDesk } from './desk.ts'
import { allAre, flood, paced, percentile, type Result, rate, type Shot } from './load.ts'
import { cpuUnder, type Sink } from './processes.ts'
import { fixed, type Say } from './say.ts'
import { call, many, sms } from './shots.ts'

/**
 * The same work on each engine, side by side: durable inbound messages a second, and how long a caller's webhook waits
 * for its answer. Alone: `npm run bench -- engines`.
 */

interface Site {
  name: string
  desks: Desk[]
  /** Beside the desk's own processes. */
  database: number | null
}

const publicUrl = 'http://desk.invalid'
const CLIENTS = 200
const AT_ONCE = 64
const SECONDS = 6
const CALLS_A_SECOND = 20

export async function engines(sink: Sink, say: Say): Promise<void> {
  const open = (env: Record<string, string>, program?: string): Promise<Desk> =>
    openDesk(sink.url, { PUBLIC_URL: publicUrl, ...env }, program)
  const onFile = await open({ DATABASE_URL: newFile() })
  await measure({ name: 'SQLite', desks: [onFile], database: null }, sink, say)
  // As it would run for real: every commit that is acknowledged is flushed.
  const cluster = await Cluster.open([])
  try {
    for (const processes of [1, 2, 3]) {
      const name = `desk_${processes}`
      await cluster.ask('postgres', `create database ${name}`)
      const desks: Desk[] = []
      for (let i = 0; i < processes; i++)
        desks.push(await open({ DATABASE_URL: cluster.url(name) }))
      const title = `PostgreSQL, ${processes} process${processes === 1 ? '' : 'es'}`
      await measure({ name: title, desks, database: cluster.pid }, sink, say)
    }
  } finally {
    await cluster.close()
  }
  await buildWorker()
  const worker = await open({ WORKER_STATE: join(folder, 'worker') }, 'scripts/worker.ts')
  await measure({ name: 'workerd', desks: [worker], database: null }, sink, say)
}

async function measure(site: Site, sink: Sink, say: Say): Promise<void> {
  const { desks, name, database } = site
  const cpu = (): number => {
    const pids = [...desks.map(({ process }) => process.pid), ...(database ? [database] : [])]
    return pids.reduce((sum, pid) => sum + cpuUnder(pid), 0)
  }
  // Everyone asks for the lawyer first; what they write after that is kept without a reply.
  await spread(site, texts(CLIENTS, '律师'), (port, shots) => flood(port, shots, 8))
  await sink.quiet()
  const flooding = (seconds: number) => (port: number, shots: Shot[]) =>
    flood(port, shots, AT_ONCE / desks.length, seconds)
  await spread(site, texts(20_000), flooding(2))
  await sink.quiet()
  const before = cpu()
  const written = await spread(site, texts(40_000), flooding(SECONDS))
  const each = (cpu() - before) / written.times.length
  await sink.quiet()
  const ring = (port: number, shots: Shot[]) => paced(port, shots, CALLS_A_SECOND / desks.length)
  await spread(site, calls(CALLS_A_SECOND), ring)
  const answered = await spread(site, calls(CALLS_A_SECOND * SECONDS), ring)
  const [p50, p99] = [0.5, 0.99].map((p) => fixed(percentile(answered, p)))
  say({ what: `E  ${name}: durable messages a second`, figure: fixed(rate(written), 0) })
  say({ what: 'E    CPU each, the database’s included', figure: `${fixed(each, 0)} µs` })
  say({ what: 'E    a call answered, p50 / p99', figure: `${p50} / ${p99} ms` })
  for (const { process } of desks) await process.stop()
}

/** The shots in turn over the site's processes, as a balancer would. */
async function spread(
  { desks }: Site,
  shots: Shot[],
  run: (port: number, shots: Shot[]) => Promise<Result>,
): Promise<Result> {
  const results = await Promise.all(
    desks.map(({ port }, d) =>
      run(
        port,
        shots.filter((_, i) => i % desks.length === d),
      ),
    ),
  )
  for (const result of results) allAre(result, 200)
  return {
    times: results.flatMap(({ times }) => times).sort((a, b) => a - b),
    seconds: Math.max(...results.map(({ seconds }) => seconds)),
    statuses: new Map(),
  }
}

const texts = (count: number, body?: string): Shot[] =>
  many(count, (i) => sms(publicUrl, i % CLIENTS, body))

const calls = (count: number): Shot[] => many(count, (i) => call(publicUrl, i))
