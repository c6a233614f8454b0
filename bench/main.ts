import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { folder } from './desk.ts'
import { engines } from './engines.ts'
import { channels, durable, lightLoad, starting, telegram } from './goals.ts'
import { list } from './list.ts'
import { memory } from './memory.ts'
import { nodeRed } from './node-red.ts'
import { openSink, type Sink } from './processes.ts'
import { routing } from './routing.ts'
import { print, type Say } from './say.ts'
import { search } from './search.ts'
import { aYear } from './year.ts'

/**
 * `npm run bench`: the desk against the limits of this machine, and on every engine side by side, in one run. Ratios count;
 * rates are this machine's. `npm run bench -- NAME…` runs parts of it; `--whole` a million messages and a whole year.
 */

const { values, positionals } = parseArgs({
  options: { whole: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const parts: Record<string, (sink: Sink, say: Say) => unknown> = {
  durable,
  light: lightLoad,
  telegram,
  start: starting,
  channels,
  memory,
  routing: (_, say) => routing(say),
  engines,
  list: (_, say) => list(say, values.whole ? 100_000 : 20_000),
  search: (_, say) => search(say, values.whole),
  year: (_, say) => aYear(say, values.whole),
  // Installs what it compares with.
  peers: nodeRed,
}
const byNameOnly = ['peers']
const unknown = positionals.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
const names =
  positionals.length > 0
    ? positionals
    : Object.keys(parts).filter((name) => !byNameOnly.includes(name))

const load = loadavg()[0]?.toFixed(1)
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
console.log(`${machine}, load ${load} before the start\n`)
const sink = await openSink({
  ok: true,
  result: { message_id: 1 },
  sid: 'CA00000000000000000000000000000000',
})
let broken = 0
try {
  for (const name of names) {
    const begun = performance.now()
    try {
      await parts[name]?.(sink, print)
    } catch (error) {
      // What comes after it can be measured all the same.
      broken++
      console.error(`${name} could not be measured:`, error)
    }
    const seconds = (performance.now() - begun) / 1000
    console.log(`   (${name}: ${seconds.toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)})`)
  }
  if (!names.includes('peers'))
    print({ what: '2  Node-RED', figure: 'npm run bench -- peers', goal: 'installs it' })
} finally {
  sink.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(broken > 0 ? 1 : 0)
