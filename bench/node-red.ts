import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { freePort } from '../test/free-port.ts'
import { folder, openDesk } from './desk.ts'
import { allAre, flood, rate, type Shot } from './load.ts'
import { type Measured, root, type Sink, start } from './processes.ts'
import { fixed, ratio, type Say } from './say.ts'
import { many, question, sms } from './shots.ts'

/**
 * Goal 2, the same work on Node-RED: a message in by webhook, who is on duty looked up, the message stored and flushed,
 * an answer. Everything is to its advantage: our own SQLite driver handed to a function node, no signature, no sealing, no log.
 * It is installed only when asked for: `npm run bench -- peers`.
 */

const VERSION = '5.0.7'
const home = join(root, 'node_modules/.cache/bench/node-red')
const COUNT = 4000
const CLIENTS = 200

const duty = `
const now = new Date()
const on = global.get('shifts').filter((s) => s.days.includes(now.getDay()) && s.from <= now.getHours() && now.getHours() < s.to)
global.get('insert').run(Date.now(), on[0].lawyer, msg.payload.From, msg.payload.Body)
msg.headers = { 'content-type': 'text/xml' }
msg.payload = '<Response/>'
return msg`

const flow = [
  { id: 'tab', type: 'tab', label: 'desk' },
  {
    id: 'in',
    z: 'tab',
    type: 'http in',
    url: '/webhooks/twilio/messaging',
    method: 'post',
    wires: [['work']],
  },
  { id: 'work', z: 'tab', type: 'function', func: duty, outputs: 1, wires: [['out']] },
  { id: 'out', z: 'tab', type: 'http response', statusCode: '200', wires: [] },
]

function install(): void {
  if (existsSync(join(home, 'node_modules/node-red'))) return
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `node-red@${VERSION}`]
  execFileSync('npm', args, { cwd: home, stdio: 'ignore' })
}

async function openNodeRed(port: number): Promise<Measured> {
  const user = join(folder, 'node-red')
  mkdirSync(user, { recursive: true })
  writeFileSync(join(user, 'flows.json'), JSON.stringify(flow))
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
  const settings = `
const Database = require(${JSON.stringify(sqlite)})
const db = new Database(${JSON.stringify(join(user, 'messages.db'))})
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table message (id integer primary key, at integer, lawyer text, sender text, body text)')
module.exports = {
  flowFile: 'flows.json', uiPort: ${port}, uiHost: '127.0.0.1', httpAdminRoot: false, logging: { console: { level: 'fatal' } },
  functionGlobalContext: {
    insert: db.prepare('insert into message (at, lawyer, sender, body) values (?, ?, ?, ?)'),
    shifts: [1, 2, 3].map((n) => ({ lawyer: 'l' + n, days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 24 })),
  },
}`
  writeFileSync(join(user, 'settings.cjs'), settings)
  const red = join(home, 'node_modules/node-red/red.js')
  const args = ['-u', user, '-s', join(user, 'settings.cjs')]
  const probe = (): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/webhooks/twilio/messaging`, { method: 'POST' })
  return start(red, {}, probe, args)
}

export async function nodeRed(sink: Sink, say: Say): Promise<void> {
  install()
  const port = await freePort()
  const peer = await openNodeRed(port)
  const desk = await openDesk(sink.url)
  const shots = (count: number): Shot[] => many(count, (i) => sms(desk.url, i % CLIENTS, question))
  await flood(
    desk.port,
    many(CLIENTS, (i) => sms(desk.url, i, '律师')),
    16,
  )
  await sink.quiet()
  const of = async (target: number): Promise<number> => {
    await flood(target, shots(COUNT / 4), 64, 5)
    return rate(allAre(await flood(target, shots(COUNT), 64, 10), 200))
  }
  const [theirs, ours] = [await of(port), await of(desk.port)]
  await peer.stop()
  await desk.process.stop()
  say({
    what: '2  durable messages a second: desk, Node-RED',
    figure: `${fixed(ours, 0)} / ${fixed(theirs, 0)}`,
  })
  say({ what: '2    ratio', ...ratio(ours / theirs, 'least', 6) })
}
