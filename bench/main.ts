import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
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

/**
 * `npm run bench`: the desk against the limits of this machine, and on every engine side by side, in one run. Ratios count;
 * rates are this machine's. `npm run bench -- NAME…` runs parts of it.
 */

const parts: Record<string, (sink: Sink, say: Say) => unknown> = {
  durable,
  light: lightLoad,
  telegram,
  start: starting,
  channels,
  memory,
  routing: (_, say) => routing(say),
  engines,
  // A hundred thousand conversations.
  list: (_, say) => list(say),
  // A million messages.
  search: (_, say) => search(say),
  // Installs what it compares with.
  peers: nodeRed,
}
const byNameOnly = ['list', 'search', 'peers']
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
const names =
  asked.length > 0 ? asked : Object.keys(parts).filter((name) => !byNameOnly.includes(name))

const load = loadavg()[0]?.toFixed(1)
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
console.log(`${machine}, load ${load} before the start\n`)
const sink = await openSink({
  ok: true,
  result: { message_id: 1 },
  sid: 'CA00000000000000000000000000000000',
})
try {
  for (const name of names) await parts[name]?.(sink, print)
  if (asked.length === 0) {
    print({
      what: '2  Node-RED',
      figure: 'npm run bench -- peers',
      goal: 'installs it; n8n is too big to',
    })
    print({
      what: '   the list',
      figure: 'npm run bench -- list',
      goal: 'fills a database for minutes',
    })
    print({
      what: '7  search',
      figure: 'npm run bench -- search',
      goal: 'fills a database for minutes',
    })
  }
} finally {
  sink.close()
  rmSync(folder, { recursive: true, force: true })
}
