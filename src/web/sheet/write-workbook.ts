import type { Worksheet } from 'exceljs'
import { Breath } from '../breath.ts'
import { type Table, widths } from './table.ts'
import { newWorkbook } from './workbook.ts'

const LONGEST = 40

const line = { style: 'thin' as const, color: { argb: 'FF999999' } }
const border = { top: line, left: line, bottom: line, right: line }

/** One object for all cells: the library knows a style again by the object it is. */
const body = { numFmt: '@', border, alignment: { vertical: 'top' as const, wrapText: true } }
const title = { ...body, font: { bold: true } }

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
  sheet.columns = widths(table, LONGEST).map((width) => ({ width }))
  const across = Math.max(1, table.columns.length)
  heading(sheet, 1, across, table.institution, 12, false)
  heading(sheet, 2, across, table.title, 16, true)
  for (const [index, note] of table.notes.entries())
    heading(sheet, 3 + index, across, note, 10, false)
  row(sheet, head + 1, table.columns, true)
  const breath = new Breath()
  for (const [index, cells] of table.rows.entries()) {
    await breath.taken()
    row(sheet, head + 2 + index, cells, false)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function heading(
  sheet: Worksheet,
  number: number,
  across: number,
  text: string,
  size: number,
  bold: boolean,
): void {
  sheet.mergeCells(number, 1, number, across)
  const cell = sheet.getCell(number, 1)
  cell.value = text
  cell.font = { size, bold }
  cell.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(number).height = size * 2
}

function row(sheet: Worksheet, number: number, cells: string[], head: boolean): void {
  const row = sheet.getRow(number)
  cells.forEach((text, column) => {
    const cell = row.getCell(column + 1)
    // Text, also where it begins with = or is a long number.
    cell.value = text
    cell.style = head ? title : body
  })
}
