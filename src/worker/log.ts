import type { Log } from '../job/log.ts'
import { errorForLog } from '../setup/error-log.ts'

/** One line of JSON an entry, on the console, which is where Workers keep their logs. The privacy is the other root's. */

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

export function consoleLog(least: string, desk: string): Log {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: object, message: string): void => {
      if (levels.indexOf(level) < levels.indexOf(least)) return
      const { err, ...rest } = fields as { err?: unknown }
      const error = err === undefined ? {} : { err: errorForLog(toError(err)) }
      console[level](
        JSON.stringify({ level, time: Date.now(), desk, ...rest, ...error, msg: message }),
      )
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

const toError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('something else was thrown')
