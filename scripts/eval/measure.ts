/** Precision and recall by class, and who was taken for whom. */

export interface Case {
  set: string
  text: string
  want: string
  got: string
}

export interface Score {
  name: string
  cases: number
  precision: number
  recall: number
}

export function scores(cases: Case[]): Score[] {
  const names = [...new Set(cases.flatMap(({ want, got }) => [want, got]))].sort()
  return names.map((name) => {
    const wanted = cases.filter(({ want }) => want === name)
    const found = cases.filter(({ got }) => got === name)
    const right = wanted.filter(({ got }) => got === name).length
    return {
      name,
      cases: wanted.length,
      precision: found.length === 0 ? 1 : right / found.length,
      recall: wanted.length === 0 ? 1 : right / wanted.length,
    }
  })
}

export const accuracy = (cases: Case[]): number =>
  cases.length === 0 ? 1 : cases.filter(({ want, got }) => want === got).length / cases.length

const percent = (share: number): string => `${Math.round(share * 100)}%`

export function table(title: string, cases: Case[]): string[] {
  const rows = scores(cases)
  const wide = Math.max(12, ...rows.map(({ name }) => name.length)) + 2
  return [
    '',
    `${title}: ${cases.length} cases, ${percent(accuracy(cases))} right`,
    `${'class'.padEnd(wide)}${'cases'.padStart(7)}${'precision'.padStart(11)}${'recall'.padStart(9)}`,
    ...rows.map(
      ({ name, cases: count, precision, recall }) =>
        `${name.padEnd(wide)}${String(count).padStart(7)}${percent(precision).padStart(11)}${percent(recall).padStart(9)}`,
    ),
  ]
}

/** Rows: what it is. Columns: what it was taken for. */
export function confusion(cases: Case[]): string[] {
  const names = [...new Set(cases.flatMap(({ want, got }) => [want, got]))].sort()
  const wide = Math.max(...names.map(({ length }) => length)) + 2
  const short = names.map((_, index) => String.fromCharCode(97 + index))
  return [
    `${''.padEnd(wide + 2)}${short.map((one) => one.padStart(5)).join('')}`,
    ...names.map((want, index) => {
      const counts = names.map(
        (got) => cases.filter((one) => one.want === want && one.got === got).length,
      )
      const cells = counts.map((count) => (count === 0 ? '·' : String(count)).padStart(5))
      return `${want.padEnd(wide)}${short[index]} ${cells.join('')}`
    }),
  ]
}
