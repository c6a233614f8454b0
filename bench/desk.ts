import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { freePort } from '../test/free-port.ts'
import { smallDesk } from '../test/harness.ts'
import { type Measured, start } from './processes.ts'
import { authToken, number, telegramSecret } from './shots.ts'

/** The desk as a person starts it, `npm start` or `npm run worker`, with vendors that answer at once. */

export const folder = mkdtempSync(join(tmpdir(), 'zhiban-bench-'))

export interface Desk {
  port: number
  url: string
  process: Measured
}

let made = 0
/** A database nobody used yet. */
export const newFile = (): string => `file:${join(folder, `desk-${made++}`, 'zhiban.db')}`

export async function openDesk(
  apiRoot: string,
  env: Record<string, string> = {},
  program = 'src/node.ts',
): Promise<Desk> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const deskFile = join(folder, 'desk.yaml')
  writeFileSync(deskFile, stringify(smallDesk()))
  const all = {
    PORT: String(port),
    DATABASE_URL: env.DATABASE_URL ?? newFile(),
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    DESK_FILE: deskFile,
    TELEGRAM_BOT_TOKEN: '123456:bench',
    TELEGRAM_WEBHOOK_SECRET: telegramSecret,
    TELEGRAM_API_ROOT: apiRoot,
    TWILIO_ACCOUNT_SID: 'ACbench',
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_NUMBER: number,
    TWILIO_API_ROOT: apiRoot,
    LOG_LEVEL: 'error',
    ...env,
  }
  return { port, url, process: await start(program, all, `${url}/api/health`) }
}
