import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { stringify } from 'yaml'
import { buildWorker } from '../scripts/workerd.ts'
import { freePort } from '../test/free-port.ts'
import { smallDesk } from '../test/harness.ts'
import { allAre, flood, paced, percentile, rate, type Shot } from './load.ts'
import { openSink, start } from './processes.ts'

/** The desk under workerd: the same webhooks as the other engines get, signed, and durable before they are answered. */

export interface WorkerdFigures {
  /** Inbound messages a second, 64 in flight. */
  messages: number
  /** A call comes in, greeting as TwiML, 20 a second: milliseconds. */
  voice: { p50: number; p99: number }
  /** A desk nobody asked for yet: its first answer, with tables made and the desk file brought in; milliseconds. */
  first: number
}

const authToken = 'bench-token'
const number = '+862700000000'

export async function measureWorkerd(count = 4000): Promise<WorkerdFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-bench-workerd-'))
  const sink = await openSink({ sid: 'CA00000000000000000000000000000000' })
  await buildWorker()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const deskFile = join(folder, 'desk.yaml')
  writeFileSync(deskFile, stringify(smallDesk()))
  const env = {
    PORT: String(port),
    WORKER_STATE: join(folder, 'state'),
    DESK_FILE: deskFile,
    TWILIO_ACCOUNT_SID: 'ACbench',
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_NUMBER: number,
    TWILIO_API_ROOT: sink.url,
    LOG_LEVEL: 'warn',
  }
  const desk = await start('scripts/worker.ts', env, `${url}/api/health`)
  try {
    const clients = 200
    // Everyone asks for the lawyer first; what they write after that is kept without a reply.
    await flood(
      port,
      many(clients, (i) => sms(url, i, '律师')),
      16,
    )
    await settled(sink.count)
    await flood(
      port,
      many(count / 4, (i) => sms(url, i % clients)),
      64,
    )
    const result = allAre(
      await flood(
        port,
        many(count, (i) => sms(url, i % clients)),
        64,
      ),
      200,
    )
    await settled(sink.count)
    await paced(
      port,
      many(20, (i) => call(url, i)),
      20,
    )
    const voice = allAre(
      await paced(
        port,
        many(160, (i) => call(url, 100 + i)),
        20,
      ),
      200,
    )
    const begun = performance.now()
    await fetch(`${url}/d/fresh/api/health`)
    return {
      messages: rate(result),
      voice: { p50: percentile(voice, 0.5), p99: percentile(voice, 0.99) },
      first: performance.now() - begun,
    }
  } finally {
    await desk.stop()
    sink.server.closeAllConnections()
    sink.server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Until nothing more is sent. */
async function settled(count: () => number): Promise<void> {
  for (let last = -1; last !== count(); ) {
    last = count()
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
}

let serial = 0
const id = (): string => (serial++).toString(16).padStart(32, '0')

const sms = (
  url: string,
  from: number,
  body = '明天9点派出所叫我去，不知道是什么事，该怎么办',
): Shot =>
  signed(url, '/webhooks/twilio/messaging', {
    MessageSid: `SM${id()}`,
    AccountSid: 'ACbench',
    From: `+8613${String(100_000_000 + from)}`,
    To: number,
    Body: body,
    NumMedia: '0',
  })

const call = (url: string, from: number): Shot =>
  signed(url, '/webhooks/twilio/voice', {
    CallSid: `CA${id()}`,
    AccountSid: 'ACbench',
    From: `+8613${String(200_000_000 + from)}`,
    To: number,
    CallStatus: 'ringing',
  })

function signed(url: string, path: string, form: Record<string, string>): Shot {
  return {
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(authToken, url + path, form),
    },
    body: new URLSearchParams(form).toString(),
  }
}

if (import.meta.main) {
  const { messages, voice, first } = await measureWorkerd()
  console.log(`durable inbound messages a second under workerd: ${messages.toFixed(0)}`)
  console.log(`voice, p50 / p99: ${voice.p50.toFixed(2)} / ${voice.p99.toFixed(2)} ms`)
  console.log(`a new desk's first answer: ${first.toFixed(0)} ms`)
}
