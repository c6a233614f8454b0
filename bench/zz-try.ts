import { join } from 'node:path'
import { Cluster } from '../test/cluster.ts'
import { openDesk } from './desk.ts'
import { allAre, flood, rate } from './load.ts'
import { cpuOf, cpuUnder, openSink } from './processes.ts'
import { many, sms } from './shots.ts'
const sink = await openSink({ ok: true, result: { message_id: 1 }, sid: 'CA0' })
const cluster = await Cluster.open([])
const roots = process.argv.slice(2)
for (const r of roots) {
  const name = 'd' + Math.random().toString(36).slice(2)
  await cluster.ask('postgres', `create database ${name}`)
  const desk = await openDesk(sink.url, { DATABASE_URL: cluster.url(name), NODE_OPTIONS: process.env.PROF ? `--cpu-prof --cpu-prof-dir=${process.env.PROF}` : '' }, join(r, 'src/node.ts'))
  await flood(desk.port, many(200, (i) => sms(desk.url, i, '律师')), 16)
  await sink.quiet()
  await flood(desk.port, many(2000, (i) => sms(desk.url, i % 200)), 64, 3)
  await sink.quiet()
  const idle = async (ms: number) => { const a = cpuOf(desk.process.pid), b = cpuUnder(cluster.pid!); await new Promise((x) => setTimeout(x, ms)); return [cpuOf(desk.process.pid) - a, cpuUnder(cluster.pid!) - b] }
  const quiet = await idle(5000)
  const a = cpuOf(desk.process.pid), b = cpuUnder(cluster.pid!)
  const t = performance.now()
  const res = allAre(await flood(desk.port, many(20000, (i) => sms(desk.url, i % 200)), 64, 8), 200)
  const n = res.times.length
  console.log(r, 'rate', rate(res).toFixed(0), 'node µs', ((cpuOf(desk.process.pid) - a) / n).toFixed(0), 'pg µs', ((cpuUnder(cluster.pid!) - b) / n).toFixed(0), 'idle per s', quiet.map((q) => q / 5))
  await desk.process.stop()
}
await cluster.close(); sink.close()
