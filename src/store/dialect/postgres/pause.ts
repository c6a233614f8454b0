import { setTimeout as sleep } from 'node:timers/promises'

const FIRST = 25
const LONGEST = 500

/** Before something is tried again: longer each time, and not for all at once. */
export const pause = (attempt: number): Promise<void> =>
  sleep(Math.min(LONGEST, FIRST * 2 ** attempt) * (0.5 + Math.random() / 2))
