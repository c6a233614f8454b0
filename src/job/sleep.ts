/**
 * Calls `wake` once, after so many milliseconds; the answer calls it off. Where a process may be put away between two
 * pieces of work, something outside it keeps the time, and this does nothing.
 */
export type Sleep = (milliseconds: number, wake: () => void) => () => void

export const sleepHere: Sleep = (milliseconds, wake) => {
  const timer = setTimeout(wake, milliseconds)
  return () => clearTimeout(timer)
}
