/** Means with what they may be off by, over rehearsals that differ in their chance alone. */

export interface Estimate {
  mean: number
  /** The mean of all rehearsals there could be lies within mean ± half, with the confidence asked for; 0 for a single rehearsal. */
  half: number
}

/** Two-sided 95 %. */
export const Z95 = 1.959963984540054

export const meanOf = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Student's interval; `z` is the normal quantile of the confidence wanted. */
export function estimate(values: number[], z = Z95): Estimate {
  const mean = meanOf(values)
  if (values.length < 2) return { mean, half: 0 }
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const error = Math.sqrt(squares / (values.length - 1) / values.length)
  return { mean, half: studentQuantile(z, values.length - 1) * error }
}

/** Student's quantile from the normal one (Abramowitz and Stegun 26.7.5): right to 0.1 % from 6 degrees of freedom on. */
export function studentQuantile(z: number, degrees: number): number {
  const g1 = (z ** 3 + z) / 4
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160
  return z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3 + g4 / degrees ** 4
}

/** Null for no values at all. */
export function quantile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null
}
