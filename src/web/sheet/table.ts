/** A table as it goes out: a heading, columns, rows of text. */
export interface Table {
  title: string
  /** Whose table it is: the centre. */
  institution: string
  notes: string[]
  columns: string[]
  rows: string[][]
}

/** How wide a text is, a Chinese character counted twice. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)

/** For each column: as wide as most of what stands in it, within bounds. */
export const widths = ({ columns, rows }: Table, most: number): number[] =>
  columns.map((title, index) => {
    const lengths = rows.map((row) => widthOf(row[index] ?? '')).sort((a, b) => a - b)
    const typical = lengths[Math.floor(lengths.length * 0.9)] ?? 0
    return Math.min(most, Math.max(widthOf(title) + 2, typical + 2))
  })
