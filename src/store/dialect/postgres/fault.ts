import { FaultError } from '../../../desk/fault.ts'
import { Unavailable } from '../../engine.ts'

/** What went wrong on the way to PostgreSQL, by what can be done about it. */

interface PgError {
  code?: string
  message?: string
}

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/** pg gives no code to the connections it loses itself. */
const lostWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout|timeout expired)/

/**
 * The connection is gone, or the server takes none: SQLSTATE classes 08 (connection) and 57P (shutdown, starting up),
 * 53300 (too many connections), 25P03 (idle too long within a transaction).
 */
export function isLost(error: unknown): boolean {
  if (error instanceof Unavailable) return true
  const { code = '', message = '' } = (error ?? {}) as PgError
  return network.has(code) || /^(08...|57P..|53300|25P03)$/.test(code) || lostWords.test(message)
}

/**
 * Two transactions met: serialization failure, deadlock, a lock not had in time, or the same key written by both.
 * Run again, the work finds what the other left.
 */
export const isClash = (error: unknown): boolean =>
  /^(40001|40P01|55P03|23505)$/.test((error as PgError)?.code ?? '')

/** What leaves the store in place of the driver's own errors, where they say something to the asker. */
export function asFault(error: unknown): unknown {
  const { code } = (error ?? {}) as PgError
  // PostgreSQL has no U+0000 in its texts, and so nothing by such a name.
  if (code === '22021') return new FaultError('malformed')
  return isLost(error) && !(error instanceof Unavailable) ? new Unavailable(code ?? 'lost') : error
}
