import { FaultError } from '../../desk/fault.ts'
import { newWorkbook } from './workbook.ts'

/** A table's cells as text, from XLSX or CSV: whichever the bytes are. */

export interface Row {
  /** As a spreadsheet numbers it, from 1. */
  row: number
  cells: string[]
}

/** A worksheet may say it has a million rows; nobody means more. */
const MOST = 5000

export async function readRows(bytes: Uint8Array): Promise<Row[]> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = zipped ? await fromWorkbook(bytes) : fromCsv(textOf(bytes))
  if (rows.length > MOST) throw new FaultError('too_large')
  return rows
}

async function fromWorkbook(bytes: Uint8Array): Promise<Row[]> {
  const workbook = await newWorkbook()
  try {
    await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  } catch {
    // Zip and XML faults of the library would quote the file.
    throw new FaultError('malformed', { fields: ['file'] })
  }
  const rows: Row[] = []
  workbook.worksheets[0]?.eachRow((row, number) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cell.text ?? ''
    })
    rows.push({ row: number, cells: Array.from(cells, (text) => text ?? '') })
  })
  return rows
}

/** UTF-8, or GB 18030 as Excel in China saves it. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

export function fromCsv(text: string): Row[] {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const endRow = (): void => {
    rows.push({ row: began, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    if (char === '\n') line++
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') {
        cell += char
        i++
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === ',' || char === '\t') {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow()
      began = line
    } else if (char !== '\r') cell += char
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
