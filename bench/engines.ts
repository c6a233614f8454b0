import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { stringify } from 'yaml'
import { Cluster } from '../test/cluster.ts'
import { freePort } from '../test/free-port.ts'
import { smallDesk } from '../test/harness.ts'
import { allAre, flood, paced, percentile, type Result, rate, type Shot } from './load.ts'
import { type Measured, openSink, start } from './processes.ts'

/**
 * The same work on each engine, in one run: durable inbound messages a second, and how long a caller's webhook waits
 * for its answer. `node bench/engines.ts` runs this alone.
 */

interface Site {
  name: string
  ports: number[]
  close(): Promise<void>
}
type Say = (line: { what: string; figure: string }) => void

const publicUrl = 'http://desk.invalid'
const authToken = 'auth-token'
const number = '+862700000000'
const CLIENTS = 200
const MESSAGES = 3000
const CALLS_A_SECOND = 20
const SECONDS = 5

export async function engines(apiRoot: string, say: Say): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-engines-'))
  // As it would run for real: every commit is flushed.
  const cluster = await Cluster.open([])
  try {
    const sites: (() => Promise<Site>)[] = [
      () => openSite('SQLite', 1, `file:${join(folder, 'zhiban.db')}`, apiRoot, folder),
      ...[1, 2, 3].map((processes) => async () => {
        const name = `desk_${processes}`
        await cluster.ask('postgres', `create database ${name}`)
        const word = processes === 1 ? 'process' : 'processes'
        return openSite(
          `PostgreSQL, ${processes} ${word}`,
          processes,
          cluster.url(name),
          apiRoot,
          folder,
        )
      }),
      // Another engine is another Site.
    ]
    for (const open of sites) await measure(await open(), say)
  } finally {
    await cluster.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openSite(
  name: string,
  processes: number,
  database: string,
  apiRoot: string,
  folder: string,
): Promise<Site> {
  const deskFile = join(folder, 'desk.yaml')
  writeFileSync(deskFile, stringify(smallDesk()))
  const running: Measured[] = []
  const ports: number[] = []
  for (let i = 0; i < processes; i++) {
    const port = await freePort()
    const env = {
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      DATABASE_URL: database,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      DESK_FILE: deskFile,
      TWILIO_ACCOUNT_SID: 'ACbench',
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_NUMBER: number,
      TWILIO_API_ROOT: apiRoot,
      LOG_LEVEL: 'error',
    }
    running.push(await start('src/node.ts', env, `http://127.0.0.1:${port}/api/health`))
    ports.push(port)
  }
  return {
    name,
    ports,
    close: async () => {
      await Promise.all(running.map((process) => process.stop()))
    },
  }
}

async function measure(site: Site, say: Say): Promise<void> {
  // Everyone asks for the lawyer first; what they write after that is kept without a reply.
  await spread(site, texts(CLIENTS, '律师'), (port, shots) => flood(port, shots, 8))
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const flooding = (port: number, shots: Shot[]) => flood(port, shots, 64 / site.ports.length)
  await spread(site, texts(MESSAGES / 4), flooding)
  const written = await spread(site, texts(MESSAGES), flooding)
  say({
    what: `E  ${site.name}: durable messages a second`,
    figure: rate(written).toFixed(0),
  })
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const ring = (port: number, shots: Shot[]) =>
    paced(port, shots, CALLS_A_SECOND / site.ports.length)
  await spread(site, calls(CALLS_A_SECOND), ring)
  const answered = await spread(site, calls(CALLS_A_SECOND * SECONDS), ring)
  const [p50, p99] = [0.5, 0.99].map((p) => percentile(answered, p).toFixed(2))
  say({ what: `E    a call answered, p50 / p99`, figure: `${p50} / ${p99} ms` })
  await site.close()
}

/** The shots in turn over the site's processes, as a balancer would. */
async function spread(
  { ports }: Site,
  shots: Shot[],
  run: (port: number, shots: Shot[]) => Promise<Result>,
): Promise<Result> {
  const results = await Promise.all(
    ports.map((port, p) =>
      run(
        port,
        shots.filter((_, i) => i % ports.length === p),
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

let serial = 0
const sid = (kind: string): string => `${kind}${(serial++).toString(16).padStart(32, 'e')}`

function signed(path: string, form: Record<string, string>): Shot {
  return {
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(authToken, publicUrl + path, form),
    },
    body: new URLSearchParams(form).toString(),
  }
}

const texts = (count: number, body = '明天9点派出所叫我去，不知道是什么事，该怎么办'): Shot[] =>
  Array.from({ length: count }, (_, i) =>
    signed('/webhooks/twilio/messaging', {
      MessageSid: sid('SM'),
      AccountSid: 'ACbench',
      From: `+8613${100_000_000 + (i % CLIENTS)}`,
      To: number,
      Body: body,
      NumMedia: '0',
    }),
  )

const calls = (count: number): Shot[] =>
  Array.from({ length: count }, (_, i) =>
    signed('/webhooks/twilio/voice', {
      CallSid: sid('CA'),
      AccountSid: 'ACbench',
      From: `+8613${200_000_000 + i}`,
      To: number,
      CallStatus: 'ringing',
    }),
  )

if (import.meta.main) {
  const sink = await openSink({ ok: true, sid: 'CA00000000000000000000000000000000' })
  await engines(sink.url, ({ what, figure }) => console.log(what.padEnd(56), figure))
  sink.server.closeAllConnections()
  sink.server.close()
}
