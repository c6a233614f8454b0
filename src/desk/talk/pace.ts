import type { Conversation } from '../state.ts'

/** A client may send this many messages at once, and two more each second after that. */
const BURST = 20

const PER_SECOND = 2

export interface Paced {
  pace: Conversation['pace']
  /** Whole seconds until one more fits; 0: it fits now. */
  wait: number
  /** This one is the first too many of a burst. */
  begins: boolean
}

export function pace(before: Conversation['pace'], now: number): Paced {
  const drained = Math.max(0, before.level - (Math.max(0, now - before.at) / 1000) * PER_SECOND)
  if (drained + 1 <= BURST) {
    const flooded = before.flooded && drained > BURST / 2
    return { pace: { level: drained + 1, at: now, flooded }, wait: 0, begins: false }
  }
  const wait = Math.max(1, Math.ceil((drained + 1 - BURST) / PER_SECOND))
  return { pace: { level: drained, at: now, flooded: true }, wait, begins: !before.flooded }
}
