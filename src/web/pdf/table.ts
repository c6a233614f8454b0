import type { WebParts } from '../parts.ts'
import { type Table, widths } from '../sheet/table.ts'
import { type Doc, makePdf } from './make.ts'
import { pageNumbers } from './page-numbers.ts'

const SIZE = 8
const PAD = 3

/** A table on A4 across: the header on every page, rows that wrap and never part. */
export async function tablePdf(
  parts: Pick<WebParts, 'asset'>,
  table: Table,
  at: number,
): Promise<Uint8Array> {
  const about = { title: table.title, author: table.institution, at, landscape: true }
  return makePdf(parts, about, (doc) => {
    doc.fontSize(11).text(table.institution, { align: 'center' })
    doc.fontSize(16).text(table.title, { align: 'center' }).moveDown(0.2)
    doc.fontSize(9)
    for (const note of table.notes) doc.text(note, { align: 'center' })
    doc.moveDown(0.5)
    const room = doc.page.width - doc.page.margins.left - doc.page.margins.right
    const wanted = widths(table, 44)
    const sum = wanted.reduce((a, b) => a + b, 0)
    const columns = wanted.map((width) => (width / sum) * room)
    row(doc, columns, table.columns, true)
    for (const cells of table.rows) {
      if (doc.y + heightOf(doc, columns, cells) > bottomOf(doc)) {
        doc.addPage()
        row(doc, columns, table.columns, true)
      }
      row(doc, columns, cells, false)
    }
    pageNumbers(doc)
  })
}

const bottomOf = (doc: Doc): number => doc.page.height - doc.page.margins.bottom

/** No higher than what a page holds under its header: the rest of a longer text stays in the other forms. */
function heightOf(doc: Doc, columns: number[], cells: string[]): number {
  doc.fontSize(SIZE)
  const heights = cells.map((text, index) =>
    doc.heightOfString(text, { width: (columns[index] ?? 0) - 2 * PAD }),
  )
  const most = bottomOf(doc) - doc.page.margins.top - 40
  return Math.min(most, Math.max(...heights) + 2 * PAD)
}

function row(doc: Doc, columns: number[], cells: string[], head: boolean): void {
  const height = heightOf(doc, columns, cells)
  const top = doc.y
  let left = doc.page.margins.left
  for (const [index, width] of columns.entries()) {
    if (head) doc.rect(left, top, width, height).fill('#e8eef7')
    doc.rect(left, top, width, height).lineWidth(0.5).stroke('#999')
    doc.fillColor('#000').text(cells[index] ?? '', left + PAD, top + PAD, {
      width: width - 2 * PAD,
      height: height - PAD,
      ellipsis: true,
    })
    left += width
  }
  doc.x = doc.page.margins.left
  doc.y = top + height
}
