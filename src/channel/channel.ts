import type { Act } from '../desk/effect.ts'
import { OutgoingRefused } from '../outgoing.ts'

/** The port every channel stands behind. A channel puts the desk's words into its vendor's, and back; it decides nothing. */
export interface Channel {
  /** Sends one item; resolves with the vendor's id for it. Throws SendError and nothing else. */
  send(parcel: Parcel): Promise<string | null>
}

export interface Parcel {
  act: Act
  /** Telephone number (E.164) or chat id. */
  address: string | null
  words: string | null
  /** The vendor's id of the message to amend. */
  receipt: string | null
  /** The carrier's id of the leg to steer or hang up. */
  sid: string | null
}

/** Says whether it is worth trying again, and when; carries a code and never a vendor's message, which may repeat words or tokens. */
export class SendError extends Error {
  readonly code: string
  readonly permanent: boolean
  /** Seconds, as the vendor asks. */
  readonly retryAfter: number | null
  constructor(code: string, permanent: boolean, retryAfter: number | null = null) {
    super(code)
    this.code = code
    this.permanent = permanent
    this.retryAfter = retryAfter
  }
}

/** 429 and 5xx pass; every other refusal is for good. */
export const fromStatus = (
  vendor: string,
  status: number,
  retryAfter: number | null = null,
): SendError =>
  new SendError(`${vendor}_${status}`, status !== 429 && status !== 408 && status < 500, retryAfter)

/** No answer came: no way there, or none that the settings allow; the latter helps no retry. */
export const noAnswer = (vendor: string, error: unknown): SendError =>
  error instanceof OutgoingRefused
    ? new SendError(`${vendor}_${error.code}`, true)
    : new SendError(`${vendor}_unreachable`, false)

export const SEND_TIMEOUT = 20_000
