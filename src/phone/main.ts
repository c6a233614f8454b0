import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createInterface, emitKeypressEvents } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { TwilioConfig } from '../channel/twilio.ts'
import { type Config, readConfig } from '../config.ts'
import { complaint } from '../setup/complain.ts'
import { environment } from '../setup/env.ts'
import { folderOf, openAsIs } from '../setup/open.ts'
import { openPracticeLine, practiceFileOf } from '../setup/practice.ts'
import { Facts } from '../store/facts.ts'
import { Carrier } from './carrier.ts'
import { Switchboard } from './switchboard.ts'
import { words } from './words.ts'

/** `npm run phone`: a telephone in the terminal, over the desk's real webhooks. */

async function main(config: Config, from: string): Promise<number> {
  const deskUrl = `http://${config.host}:${config.port}`
  const alive = await fetch(`${deskUrl}/api/health`).catch(() => null)
  if (!alive?.ok) return refuse(words.notRunning(deskUrl))
  const line = lineOf(config)
  if (!line) return refuse(words.ownCarrier)
  const carrier = new Carrier({
    ...line,
    deskUrl,
    publicUrl: config.publicUrl,
    realTime: true,
    ...(line.apiRoot ? { port: Number(new URL(line.apiRoot).port) } : {}),
  })
  const apiRoot = await carrier.listen()
  const close = line.apiRoot
    ? () => {}
    : openPracticeLine(practiceFileOf(folderOf(config)), { ...line, apiRoot })
  const names = await lawyerNames(config)
  const board = new Switchboard(
    carrier,
    from,
    line.number,
    (phone) => names.get(phone) ?? '',
    (text) => console.log(text),
  )
  try {
    await untilTaken(carrier)
    console.log(words.help)
    board.dial()
    await (process.stdin.isTTY ? byKeys(board) : byLines(board))
  } finally {
    close()
    await carrier.close()
  }
  return 0
}

/** A desk that is told of the line, instead of looking for it, has it a moment later. */
async function untilTaken(carrier: Carrier): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const form = { CallSid: 'CApractice', CallStatus: 'queued' }
    if ((await carrier.post('/webhooks/twilio/status', form)).status !== 403) return
    await sleep(100)
  }
}

function refuse(why: string): number {
  console.error(why)
  return 1
}

/** The desk's own account where it points to this machine; else a practice line with keys of its own; null: a real carrier. */
function lineOf({
  twilio,
}: Config): Pick<TwilioConfig, 'accountSid' | 'authToken' | 'number' | 'apiRoot'> | null {
  if (!twilio) {
    const secret = randomBytes(16).toString('hex')
    return { accountSid: 'ACpractice', authToken: secret, number: '+862700000000', apiRoot: null }
  }
  const here =
    twilio.apiRoot !== null && /^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(twilio.apiRoot)
  return here ? twilio : null
}

/** So that a ringing phone is shown by its owner's name, where the desk's database is at hand. */
async function lawyerNames(config: Config): Promise<Map<string, string>> {
  if (config.database.kind === 'sqlite' && !existsSync(config.database.file)) return new Map()
  const { engine, seal } = await openAsIs(config)
  const desk = seal && (await new Facts(seal).read(engine.db))
  await engine.close()
  return new Map(desk?.lawyers.map(({ phone, name }) => [phone ?? '', name]))
}

async function byKeys(board: Switchboard): Promise<void> {
  emitKeypressEvents(process.stdin)
  process.stdin.setRawMode(true)
  process.stdin.resume()
  let speech: string | null = null
  await new Promise<void>((resolve) => {
    process.stdin.on(
      'keypress',
      (text: string | undefined, key: { name?: string; ctrl?: boolean }) => {
        if (key.ctrl && key.name === 'c') return resolve()
        if (text === '/' && speech === null) speech = '/'
        else if (speech !== null && key.name === 'return') {
          void board.type(speech)
          speech = null
        } else if (speech !== null) speech += text ?? ''
        else void board.type(text ?? '').then((more) => more || resolve())
      },
    )
  })
  process.stdin.setRawMode(false)
  process.stdin.pause()
}

/** Fed from a file or a pipe: a line at a time; at its end the call is let run for a while. */
async function byLines(board: Switchboard): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const pause = /^wait (\d+(?:\.\d+)?)$/.exec(line)?.[1]
    if (pause) await sleep(Number(pause) * 1000)
    else if (!(await board.type(line))) return
  }
  for (let i = 0; i < 60 && !board.clientOver; i++) await sleep(500)
}

const { values } = parseArgs({ options: { from: { type: 'string', default: '+8613900001234' } } })

try {
  process.exitCode = await main(readConfig(environment()), values.from)
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
