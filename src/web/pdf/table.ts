import { Breath } from '../breath.ts'
import type { WebParts } from '../parts.ts'
import { type Table, widths } from '../sheet/table.ts'
import { type Doc, makePdf } from './make.ts'
import { pageNumber } from './page-numbers.ts'
import { wrap } from './wrap.ts'

const SIZE = 8
const LINE = SIZE * 1.45
const PAD = 3

/** A row ready to be drawn: its cells' lines. */
interface Row {
  cells: string[][]
  height: number
}

/**
 * A table on A4 across: the header on every page, rows that wrap and never part. First every row is measured and the
 * pages are counted, then each page is drawn and let go.
 */
export async function tablePdf(
  parts: Pick<WebParts, 'asset'>,
  table: Table,
  at: number,
): Promise<Uint8Array> {
  const about = { title: table.title, author: table.institution, at, landscape: true }
  return makePdf(parts, about, async (doc) => {
    const breath = new Breath()
    heading(doc, table)
    const { left, right, top, bottom } = doc.page.margins
    const room = doc.page.width - left - right
    const columns = shared(
      widths(table, 44).map((width) => (width * SIZE) / 2 + 2 * PAD),
      room,
    )
    const widthOf = measure(doc)
    const most = doc.page.height - top - bottom - 40
    const head = rowOf(table.columns, columns, widthOf, most)
    const pages: Row[][] = [[]]
    let free = doc.page.height - bottom - doc.y - head.height
    for (const cells of table.rows) {
      await breath.taken()
      const row = rowOf(cells, columns, widthOf, most)
      if (row.height > free) {
        pages.push([])
        free = doc.page.height - top - bottom - head.height
      }
      free -= row.height
      pages.at(-1)?.push(row)
    }
    for (const [n, rows] of pages.entries()) {
      if (n > 0) doc.addPage()
      draw(doc, columns, head, true)
      for (const row of rows) {
        await breath.taken()
        draw(doc, columns, row, false)
      }
      if (pages.length > 1) pageNumber(doc, n + 1, pages.length)
    }
  })
}

/** Room for each column: as wide as it asks, where that is no more than its share; the rest is shared by those that ask more. */
function shared(asked: number[], room: number): number[] {
  const given = asked.map(() => 0)
  let open = asked.map((_, index) => index)
  let left = room
  for (;;) {
    const fair = left / open.length
    const modest = open.filter((index) => (asked[index] ?? 0) <= fair)
    if (modest.length === 0 || modest.length === open.length) break
    for (const index of modest) {
      given[index] = asked[index] ?? 0
      left -= asked[index] ?? 0
    }
    open = open.filter((index) => !modest.includes(index))
  }
  const sum = open.reduce((all, index) => all + (asked[index] ?? 0), 0)
  for (const index of open) given[index] = ((asked[index] ?? 0) / sum) * left
  return given
}

function heading(doc: Doc, { institution, title, notes }: Table): void {
  doc.fontSize(11).text(institution, { align: 'center' })
  doc.fontSize(16).text(title, { align: 'center' }).moveDown(0.2)
  doc.fontSize(9)
  for (const note of notes) doc.text(note, { align: 'center' })
  doc.moveDown(0.5)
}

/** A character is as wide as it is wherever it stands. */
function measure(doc: Doc): (text: string) => number {
  doc.fontSize(SIZE)
  const known = new Map<string, number>()
  const one = (character: string): number => {
    let width = known.get(character)
    if (width === undefined) {
      width = doc.widthOfString(character)
      known.set(character, width)
    }
    return width
  }
  return (text) => {
    let width = 0
    for (const character of text) width += one(character)
    return width
  }
}

/** No higher than what a page holds under its header: the rest of a longer text stays in the other forms. */
function rowOf(
  texts: string[],
  columns: number[],
  widthOf: (text: string) => number,
  most: number,
): Row {
  const fits = Math.floor((most - 2 * PAD) / LINE)
  const cells = columns.map((width, index) => {
    const lines = wrap(texts[index] ?? '', width - 2 * PAD, widthOf)
    return lines.length <= fits
      ? lines
      : [...lines.slice(0, fits - 1), `${(lines[fits - 1] ?? '').slice(0, -1)}…`]
  })
  const longest = Math.max(1, ...cells.map(({ length }) => length))
  return { cells, height: longest * LINE + 2 * PAD }
}

function draw(doc: Doc, columns: number[], { cells, height }: Row, head: boolean): void {
  const top = doc.y
  let left = doc.page.margins.left
  doc.fontSize(SIZE).lineWidth(0.5)
  for (const [index, width] of columns.entries()) {
    if (head) doc.rect(left, top, width, height).fill('#e8eef7')
    doc.rect(left, top, width, height).stroke('#999')
    doc.fillColor('#000')
    for (const [n, line] of (cells[index] ?? []).entries()) {
      if (line !== '') doc.text(line, left + PAD, top + PAD + n * LINE, { lineBreak: false })
    }
    left += width
  }
  doc.x = doc.page.margins.left
  doc.y = top + height
}
