/** One line of what is measured, and of the table in docs/bench.md. */
export interface Line {
  what: string
  figure: string
  goal?: string
  reached?: boolean
}

export type Say = (line: Line) => void

export const print: Say = ({ what, figure, goal, reached }) => {
  const mark = reached === undefined ? '' : reached ? '✓ ' : '✗ '
  console.log(`${what.padEnd(66)} ${figure.padStart(24)}   ${mark}${goal ?? ''}`.trimEnd())
}

export const fixed = (value: number, digits = 2): string => value.toFixed(digits)

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A ratio that is to be at most, or at least, so much. */
export function ratio(
  value: number,
  bound: 'most' | 'least',
  limit: number,
  digits = 2,
): Omit<Line, 'what'> {
  const reached = bound === 'most' ? value <= limit : value >= limit
  return {
    figure: `${fixed(value, digits)} ×`,
    goal: `${bound === 'most' ? '≤' : '≥'} ${limit} ×`,
    reached,
  }
}
