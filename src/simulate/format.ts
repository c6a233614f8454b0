import type { Estimate } from './statistics.ts'

/** Figures as people read them. */

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** 89.1% ± 0.6 */
export const percents = ({ mean, half }: Estimate): string =>
  half === 0 ? percent(mean) : `${percent(mean)} ± ${(half * 100).toFixed(1)}`

export const ratio = ({ mean, half }: Estimate): string =>
  half === 0 ? mean.toFixed(2) : `${mean.toFixed(2)} ± ${half.toFixed(2)}`

export const whole = (value: number): string => String(Math.round(value))

/** One decimal where there is one to show. */
export const short = (value: number): string => String(Math.round(value * 10) / 10)

export const secondsOf = (milliseconds: number): string => short(milliseconds / 1000)
