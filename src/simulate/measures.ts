import type { Law } from './random.ts'

/** How quantities are written on the command line; null for what cannot be read. */

const number = /^\d+(\.\d+)?$/

const units = { s: 1, m: 60, h: 3600 } as const
const spans = { h: 1, d: 24, w: 168 } as const

export const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

export const positive = (text: string): number | null => whole(text) || null

/** 90s, 5m, 1h; `never` for Infinity. Seconds. */
export function duration(text: string): number | null {
  if (text === 'never') return Number.POSITIVE_INFINITY
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text)
  return match ? Number(match[1]) * units[match[2] as 's'] : null
}

export function finite(text: string): number | null {
  const found = duration(text)
  return found === Number.POSITIVE_INFINITY || found === 0 ? null : found
}

/** 20/h, 480/d, 3000/w. Callers an hour. */
export function rate(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\/([hdw])$/.exec(text)
  const found = match ? Number(match[1]) / spans[match[2] as 'h'] : 0
  return found > 0 ? found : null
}

export function percent(text: string): number | null {
  const found =
    text.endsWith('%') && number.test(text.slice(0, -1)) ? Number(text.slice(0, -1)) / 100 : -1
  return found >= 0 && found <= 1 ? found : null
}

/** 3-12s: anything from 3 to 12 seconds. */
export function range(text: string): number[] | null {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)s$/.exec(text)
  if (!match) return null
  const [least, most] = [Number(match[1]), Number(match[2])]
  return least <= most ? [least, most] : null
}

/** exponential, fixed, lognormal:0.9 (standard deviation ÷ mean). */
export function law(text: string): ((mean: number) => Law) | null {
  if (text === 'exponential' || text === 'fixed') return (mean) => ({ law: text, mean })
  const match = /^lognormal:(\d+(?:\.\d+)?)$/.exec(text)
  const cv = Number(match?.[1] ?? 0)
  return cv > 0 ? (mean) => ({ law: 'lognormal', mean, cv }) : null
}

/** 95%/60s */
export function target(text: string): { share: number; seconds: number } | null {
  const [share, seconds] = text.split('/')
  const [goal, within] = [percent(share ?? ''), finite(seconds ?? '')]
  return goal !== null && goal < 1 && within !== null ? { share: goal, seconds: within } : null
}
