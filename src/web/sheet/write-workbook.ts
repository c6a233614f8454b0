import { type Table, widths } from './table.ts'
import { newWorkbook } from './workbook.ts'

const LONGEST = 60

/** As Excel opens it: the centre's heading, a header row that stays, text that is text, ready to print on A4. */
export async function workbookOf(table: Table): Promise<Uint8Array> {
  const book = await newWorkbook()
  book.creator = table.institution
  const head = 2 + table.notes.length
  const sheet = book.addWorksheet(table.title.slice(0, 31).replaceAll(/[*?:\\/[\]]/g, ' '), {
    views: [{ state: 'frozen', ySplit: head + 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${head + 1}:${head + 1}`,
    },
  })
  const across = Math.max(1, table.columns.length)
  const heading = (row: number, text: string, size: number, bold: boolean): void => {
    sheet.mergeCells(row, 1, row, across)
    const cell = sheet.getCell(row, 1)
    cell.value = text
    cell.font = { size, bold }
    cell.alignment = { horizontal: 'center', vertical: 'middle' }
    sheet.getRow(row).height = size * 2
  }
  heading(1, table.institution, 12, false)
  heading(2, table.title, 16, true)
  for (const [index, note] of table.notes.entries()) heading(3 + index, note, 10, false)
  const line = { style: 'thin' as const, color: { argb: 'FF999999' } }
  const border = { top: line, left: line, bottom: line, right: line }
  for (const [index, cells] of [table.columns, ...table.rows].entries()) {
    const row = sheet.getRow(head + 1 + index)
    cells.forEach((text, column) => {
      const cell = row.getCell(column + 1)
      // Text, also where it begins with = or is a long number.
      cell.value = text
      cell.numFmt = '@'
      cell.border = border
      cell.alignment = { vertical: 'top', wrapText: true }
      if (index === 0) cell.font = { bold: true }
    })
  }
  widths(table, LONGEST).forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}
